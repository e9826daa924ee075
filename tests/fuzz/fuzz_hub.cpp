// A Hugging Face cache, with a NUL between its parts: the name of a folder, what refs/main holds, and config.json of
// the one snapshot.

#include "engine/model/hub.h"

#include "fuzz.h"

#include <algorithm>

using namespace mayfly;
namespace fs = std::filesystem;

namespace {

constexpr const char* commit = "607a30d783dfa663caf39e06633721c8d4cfcd7e";
constexpr std::size_t longestName = 200; // the system's limit is 255

std::string folderName(std::string_view input) {
    std::string name("models--");
    name.append(input.substr(0, longestName));
    std::replace(name.begin(), name.end(), '/', '-');
    return name;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    const auto [name, ref, config] = fuzz::cut<3>(asText(data, size));
    const std::string repo = folderName(name);
    fs::create_directories(folder.path(repo.c_str()) / "refs");
    fs::create_directories(folder.path(repo.c_str()) / "snapshots" / commit);
    folder.write((repo + "/refs/main").c_str(), ref);
    folder.write((repo + "/snapshots/" + commit + "/config.json").c_str(), config);
    const std::vector<FoundModel> models = findModels(folder.path());
    fs::remove_all(folder.path(repo.c_str()));
    fuzz::require(models.size() == 1, "every repository is found once");
    fuzz::require(models[0].folder.parent_path() == folder.path(repo.c_str()) / "snapshots",
                  "a snapshot lies in its repository");
    fuzz::require(models[0].problem.ends_with('.'), "what is wrong is a sentence");
    fuzz::require(modelName(models[0].folder) == models[0].name, "a model has one name");
    return 0;
}
