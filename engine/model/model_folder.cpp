#include "engine/model/model_folder.h"

#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/files/json.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

namespace mayfly {

namespace fs = std::filesystem;

namespace {

constexpr const char* singleFile = "model.safetensors";
constexpr const char* indexFile = "model.safetensors.index.json";

constexpr std::array<std::string_view, 8> otherFormats{".bin",  ".pt", ".pth",     ".ckpt",
                                                       ".gguf", ".h5", ".msgpack", ".onnx"};

/// The names of a folder's entries, sorted; none if it cannot be listed.
std::set<fs::path> list(const fs::path& folder) {
    std::set<fs::path> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        names.insert(entry->path().filename());
    return names;
}

bool isOtherFormat(const fs::path& name) {
    return std::find(otherFormats.begin(), otherFormats.end(), name.extension().string()) != otherFormats.end();
}

/// Says what stands in the folder instead of weights that can be read.
[[noreturn]] void failWithoutWeights(const fs::path& folder) {
    const std::set<fs::path> names = list(folder);
    const auto named = [&names](auto test) { return std::find_if(names.begin(), names.end(), test); };
    if (const auto file = named([](const fs::path& n) { return n.extension() == ".safetensors"; }); file != names.end())
        throw Error(ErrorKind::NotFound, folder.string() + " has " + inQuotes(file->string()) + " but neither " +
                                             singleFile + " nor " + indexFile + ", which says what is in which file.");
    if (const auto file = named(isOtherFormat); file != names.end())
        throw Error(ErrorKind::Unsupported,
                    folder.string() + " has its weights only as " + inQuotes(file->string()) +
                        ": convert them to safetensors (in Python: model.save_pretrained(folder)) and open that.");
    throw Error(ErrorKind::NotFound,
                folder.string() + " has a config.json but no weights (" + singleFile + "): download the model whole.");
}

/// Shards lie beside their index: a name from a stranger must not lead anywhere else, nor say more on a terminal than
/// itself.
void requirePlainName(std::string_view name, const std::string& where) {
    const auto isOdd = [](char c) { return c == '/' || c == '\\' || (c >= 0 && c < ' ') || c == '\x7F'; };
    const bool plain = !name.empty() && name.size() < 256 && name != "." && name != ".." &&
                       std::none_of(name.begin(), name.end(), isOdd);
    if (!plain)
        throw Error(ErrorKind::Malformed,
                    where + " names the shard " + inQuotes(name) + ", which is not a file's name.");
}

/// Tensor to shard, as the index says.
std::map<std::string, std::string> readWeightMap(const fs::path& file) {
    const JsonDocument document(file);
    const auto found = document.members().find("weight_map");
    if (found == document.members().end()) throw Error(ErrorKind::Malformed, file.string() + " has no weight_map.");
    std::map<std::string, std::string> shardOf;
    for (const auto& [tensor, value] : membersOf(found->second, file.string() + ": weight_map")) {
        std::string_view shard;
        if (value.get(shard) != simdjson::SUCCESS)
            throw Error(ErrorKind::Malformed, file.string() + " names no file for tensor " + inQuotes(tensor) + '.');
        requirePlainName(shard, file.string());
        shardOf.emplace(tensor, shard);
    }
    if (shardOf.empty()) throw Error(ErrorKind::Malformed, file.string() + ": its weight_map is empty.");
    return shardOf;
}

WeightFiles findShards(const fs::path& folder) {
    const auto shardOf = readWeightMap(folder / indexFile);
    std::map<std::string, std::size_t> position;
    for (const auto& [tensor, shard] : shardOf) position.emplace(shard, 0);
    WeightFiles weights;
    for (auto& [shard, place] : position) {
        place = weights.files.size();
        weights.files.push_back(folder / shard);
        if (!isListed(weights.files.back()))
            throw Error(ErrorKind::NotFound, folder.string() + " lacks " + inQuotes(shard) + ", one of the " +
                                                 std::to_string(position.size()) + " files that " + indexFile +
                                                 " names: download it as well.");
        requireFile(weights.files.back());
    }
    for (const auto& [tensor, shard] : shardOf) weights.index.emplace(tensor, position.at(shard));
    return weights;
}

} // namespace

void requireModelFolder(const fs::path& folder) {
    static const std::string hint = ": open a folder in Hugging Face's layout, with config.json and model.safetensors.";
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorKind::NotFound, "there is no folder " + folder.string() + '.');
    if (!fs::exists(status))
        throw Error(ErrorKind::NotFound, folder.string() + " cannot be opened: " + error.message() + '.');
    if (!fs::is_directory(status)) throw Error(ErrorKind::NotFound, folder.string() + " is a file" + hint);
    if (isListed(folder / "config.json")) return;
    throw Error(ErrorKind::NotFound,
                folder.string() + (list(folder).empty() ? " is empty" : " has no config.json") + hint);
}

WeightFiles findWeightFiles(const fs::path& folder) {
    std::error_code error;
    const bool index = fs::exists(folder / indexFile, error);
    if (isListed(folder / singleFile) && (!index || fs::exists(folder / singleFile, error))) {
        requireFile(folder / singleFile);
        return {{folder / singleFile}, {}};
    }
    if (!isListed(folder / indexFile)) failWithoutWeights(folder);
    return findShards(folder);
}

std::uintmax_t weightBytes(const fs::path& folder) {
    std::error_code error;
    std::uintmax_t safetensors = 0;
    std::uintmax_t others = 0;
    for (const fs::path& name : list(folder)) {
        const std::uintmax_t size = fs::file_size(folder / name, error);
        if (error) continue;
        if (name == singleFile) return size;
        if (name.extension() == ".safetensors") safetensors += size;
        if (isOtherFormat(name)) others += size;
    }
    return safetensors > 0 ? safetensors : others;
}

} // namespace mayfly
