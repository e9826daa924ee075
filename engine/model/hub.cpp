#include "engine/model/hub.h"

#include "engine/error.h"
#include "engine/model/config.h"
#include "engine/files/in_quotes.h"
#include "engine/model/model_folder.h"
#include "engine/text/tokenizer.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace mayfly {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view repoMark = "models--";

/// A variable that is set to something; empty counts as not set.
std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

fs::path home() {
    return variable("HOME").value_or("/");
}

/// "~/x" is x in the home folder, as Python's expanduser has it.
fs::path expanded(const std::string& path) {
    if (path == "~") return home();
    return path.starts_with("~/") ? home() / path.substr(2) : fs::path(path);
}

/// Where Hugging Face's libraries keep everything that is theirs.
fs::path hubHome() {
    if (const auto path = variable("HF_HOME")) return expanded(*path);
    if (const auto path = variable("XDG_CACHE_HOME")) return expanded(*path) / "huggingface";
    return home() / ".cache" / "huggingface";
}

/// The folders in `folder`, links to folders too, by name.
std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (std::error_code ignored; entry->is_directory(ignored)) folders.push_back(entry->path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// "models--owner--name" is owner/name.
std::string repoName(const fs::path& repo) {
    std::string name = repo.filename().string().substr(repoMark.size());
    for (std::size_t at = 0; (at = name.find("--", at)) != std::string::npos; ++at) {
        name[at] = '/';
        name.erase(at + 1, 1);
    }
    return name;
}

bool isRepo(const fs::path& folder) {
    return folder.filename().string().starts_with(repoMark);
}

/// The snapshot that a file in refs/ names by its commit; empty if it is not there.
fs::path snapshotOf(const fs::path& repo, const fs::path& ref) {
    std::string commit;
    std::error_code error;
    if (!fs::is_regular_file(ref, error)) return {}; // a pipe would block
    std::ifstream stream(ref, std::ios::binary);
    for (char c = 0; commit.size() < 64 && stream.get(c) && std::isalnum(static_cast<unsigned char>(c));) commit += c;
    const fs::path snapshot = repo / "snapshots" / commit;
    return !commit.empty() && fs::is_directory(snapshot, error) ? snapshot : fs::path();
}

/// What refs/main points to; without it, as for a model fetched by its commit, the newest snapshot. Empty if none.
fs::path currentSnapshot(const fs::path& repo) {
    if (fs::path snapshot = snapshotOf(repo, repo / "refs" / "main"); !snapshot.empty()) return snapshot;
    const auto age = [](const fs::path& folder) {
        std::error_code error;
        return fs::last_write_time(folder, error);
    };
    const std::vector<fs::path> all = foldersIn(repo / "snapshots");
    const auto newest =
        std::max_element(all.begin(), all.end(), [&](const auto& a, const auto& b) { return age(a) < age(b); });
    return newest == all.end() ? fs::path() : *newest;
}

/// Whether a download into this repository was begun and not finished.
bool hasUnfinishedDownload(const fs::path& repo) {
    std::error_code error;
    for (fs::directory_iterator entry(repo / "blobs", error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".incomplete") return true;
    return false;
}

FoundModel describeRepo(const fs::path& repo) {
    FoundModel found;
    const fs::path snapshot = currentSnapshot(repo);
    if (snapshot.empty()) {
        found.name = repoName(repo);
        found.folder = repo;
        found.problem = "nothing of it has been downloaded whole.";
    } else {
        found = describeFolder(snapshot, repoName(repo));
    }
    if (!found.problem.empty() && hasUnfinishedDownload(repo))
        found.problem = "its download was interrupted: " + found.problem;
    return found;
}

/// Fills in what config.json says, then throws Error at the first thing in the way of opening the model.
void inspect(FoundModel& found) {
    requireModelFolder(found.folder);
    found.family = readFamily(found.folder / "config.json");
    const Config config = readConfig(found.folder / "config.json");
    found.layers = config.layers;
    found.heads = config.heads;
    findWeightFiles(found.folder);
    if (!hasTokenizer(found.folder))
        throw Error(ErrorKind::NotFound,
                    "it has no tokenizer (tokenizer.json, vocab.json and merges.txt, tokenizer.model, or vocab.txt), so "
                    "it takes token ids and no text.");
}

} // namespace

fs::path hubCache() {
    for (const char* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
        if (const auto path = variable(name)) return expanded(*path);
    return hubHome() / "hub";
}

fs::path hubTokenFile() {
    if (const auto path = variable("HF_TOKEN_PATH")) return expanded(*path);
    return hubHome() / "token";
}

std::vector<FoundModel> findModels(const fs::path& cache) {
    std::vector<FoundModel> models;
    for (const fs::path& repo : foldersIn(cache))
        if (isRepo(repo)) models.push_back(describeRepo(repo));
    std::sort(models.begin(), models.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return models;
}

FoundModel describeFolder(const fs::path& folder, std::string name) {
    FoundModel found;
    found.name = name.empty() ? modelName(folder) : std::move(name);
    found.folder = folder;
    found.bytes = weightBytes(folder);
    try {
        inspect(found);
    } catch (const Error& error) {
        found.problem = error.what();
    }
    return found;
}

std::string modelName(const fs::path& folder) {
    fs::path path = fs::absolute(folder).lexically_normal();
    if (!path.has_filename()) path = path.parent_path(); // a slash at the end
    const fs::path repo = path.parent_path().parent_path();
    if (path.parent_path().filename() == "snapshots" && isRepo(repo)) return repoName(repo);
    return path.has_filename() ? path.filename().string() : path.string();
}

} // namespace mayfly
