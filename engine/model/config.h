#pragma once

#include <filesystem>
#include <string>

namespace mayfly {

/// Activation of the MLP. GeluTanh is GPT-2's "gelu_new", GeluErf the exact "gelu" (Hendrycks & Gimpel 2016).
enum class Activation { GeluTanh, GeluErf, Relu };

/// How dots become scaled scores: 1 (none), 1/sqrt(d_head), or 1/(sqrt(d_head) * (layer + 1)).
struct ScaleRule {
    bool bySqrtHeadSize = true;
    bool byInverseLayer = false;
};

/// An architecture as data. A new family is a new way to fill this in, not a new forward pass.
struct Config {
    std::string family; ///< Hugging Face's model_type, such as "gpt2"
    int layers = 0;     ///< L
    int heads = 0;      ///< H, query heads
    int kvHeads = 0;    ///< G, key and value heads; H unless grouped
    int dModel = 0;     ///< D, width of the residual stream
    int dHead = 0;      ///< d, width of one head's query and key
    int dMlp = 0;       ///< width of the MLP's hidden layer
    int context = 0;    ///< the most tokens a pass can take
    int vocab = 0;      ///< V, rows of the embedding
    float normEpsilon = 1e-5F;
    Activation activation = Activation::GeluTanh;
    ScaleRule scale;
    bool causal = true; ///< a token sees itself and what comes before it
    bool tiedUnembed = true;

    /// The factor on every dot of a layer before the mask and softmax.
    float scaleOf(int layer) const;
    /// The key head that a query head reads (grouped-query attention).
    int keyHeadOf(int head) const { return head / (heads / kvHeads); }
};

/// Reads config.json. Throws Error: NotFound (no such file), Malformed (not JSON, or a value that makes no sense; names
/// the field and the value), Unsupported (a family that is not known; names those that are).
Config readConfig(const std::filesystem::path& file);

/// The family that a config.json names, known or not: its model_type, else "gpt2" for an architecture of that family,
/// else empty. Throws Error as `readConfig` does: NotFound, Malformed.
std::string readFamily(const std::filesystem::path& file);

} // namespace mayfly
