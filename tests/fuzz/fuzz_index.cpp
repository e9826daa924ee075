// model.safetensors.index.json beside two shards: no name in it may lead out of the folder.

#include "engine/model/checkpoint.h"
#include "engine/model/model_folder.h"

#include "fuzz.h"

using namespace mayfly;

namespace {

constexpr std::string_view shard = R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";

struct Shards : fuzz::Folder {
    Shards() {
        write("config.json", R"({"model_type":"gpt2"})");
        write("a.safetensors", fuzz::safetensors(shard, "1234"));
        write("b.safetensors", fuzz::safetensors("{}", ""));
    }
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Shards folder;
    folder.write("model.safetensors.index.json", asText(data, size));
    fuzz::takes([&] {
        const WeightFiles found = findWeightFiles(folder.path());
        for (const auto& file : found.files)
            fuzz::require(file.parent_path() == folder.path().parent_path(), "a shard lies beside its index");
        for (const auto& [tensor, file] : found.index)
            fuzz::require(file < found.files.size(), "a tensor is in one of the files");
    });
    fuzz::takes([&] { readCheckpoint(folder.path()); });
    return 0;
}
