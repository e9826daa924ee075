#pragma once

#include "engine/model/config.h"
#include "engine/model/tensors.h"
#include "engine/model/weights.h"

#include <filesystem>
#include <string>

namespace mayfly {

/// What a Hugging Face folder holds, without its tokenizer.
struct Checkpoint {
    Config config;
    Weights weights;
    std::string nonFinite; ///< the first tensor with a NaN or an infinity in it; empty if there is none
};

/// Reads config.json and the weights of a Hugging Face folder, one safetensors file or shards with an index, in the types
/// that they are stored in. Throws Error with the file and the value that is wrong; a folder that holds only .bin or .pt
/// weights, or Git LFS pointers, is told what to do, and a model larger than the memory that is free is refused. Throws
/// GivenUp where `progress` says so. Allocates for weights only after config.json and the file's header agree on a
/// tensor's shape, so a small file never costs much memory.
///
/// A stored unembedding is used whatever tie_word_embeddings says, as PyTorch's reference for the project does; if it
/// equals the embedding, or is absent in a tied model, the two are one, and `config.tiedUnembed` says which it was.
/// Likewise a bias that is stored is used, and one that config.json calls for must be there; `config.biases.queryKeyValue`
/// says whether queries, keys or values have any.
Checkpoint readCheckpoint(const std::filesystem::path& folder, const LoadProgress& progress = {});

} // namespace mayfly
