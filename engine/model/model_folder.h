#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mayfly {

/// The safetensors files that hold a model's weights; every one of them is there.
struct WeightFiles {
    std::vector<std::filesystem::path> files; ///< model.safetensors alone, or the shards by name
    std::map<std::string, std::size_t> index; ///< which of `files` each tensor is said to be in; empty without an index
};

/// Throws Error (NotFound) with what to do instead, unless `folder` is a folder with a config.json.
void requireModelFolder(const std::filesystem::path& folder);

/// Finds the weights of a model's folder: model.safetensors, or else the shards that model.safetensors.index.json lists
/// (where both are there, transformers takes the single file, and so does Mayfly). Nothing but the index is read.
/// Throws Error: NotFound (no weights, a missing shard, a link into nowhere), Unsupported (weights in another format, a
/// Git LFS pointer), Malformed (an index that makes no sense, a shard's name that leads out of the folder).
WeightFiles findWeightFiles(const std::filesystem::path& folder);

/// Bytes of whatever weight files the folder has, complete or not, in whatever format; 0 if none.
std::uintmax_t weightBytes(const std::filesystem::path& folder);

} // namespace mayfly
