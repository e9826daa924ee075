#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mayfly {

/// A model that was found on this machine, whether or not it can be opened.
struct FoundModel {
    std::string name;             ///< "openai-community/gpt2", or the folder's own name
    std::filesystem::path folder; ///< the snapshot
    std::string family;           ///< empty where config.json could not be read
    int layers = 0;
    int heads = 0;
    std::uintmax_t bytes = 0; ///< of the weight files
    /// One sentence that says why it cannot be opened, or takes no text for want of a tokenizer; empty if all is well.
    std::string problem;
};

/// Where Hugging Face's libraries keep what they download, by their own rules: HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE,
/// HF_HOME/hub, XDG_CACHE_HOME/huggingface/hub, ~/.cache/huggingface/hub; the first that is set wins.
std::filesystem::path hubCache();

/// Where Hugging Face's libraries keep the user's token, if there is one: HF_TOKEN_PATH, or "token" in HF_HOME, in
/// XDG_CACHE_HOME/huggingface or in ~/.cache/huggingface; the first that is set.
std::filesystem::path hubTokenFile();

/// Every model in a cache of that layout (models--owner--name, refs to snapshots), sorted by name, each once: the
/// snapshot of refs/main, or else the newest. Never throws for what is in it; empty where there is no cache. Nothing is
/// written.
std::vector<FoundModel> findModels(const std::filesystem::path& cache);

/// What `findModels` says, for a single folder; `modelName(folder)` if `name` is empty. Reads config.json and the
/// shards' index, no weights: what is wrong inside a weight file comes out when it is loaded.
FoundModel describeFolder(const std::filesystem::path& folder, std::string name = {});

/// What to call the model in a folder: "owner/name" for a snapshot in a cache, else the folder's own name.
std::string modelName(const std::filesystem::path& folder);

} // namespace mayfly
