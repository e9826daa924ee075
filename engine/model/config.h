#pragma once

#include "engine/model/rotary.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace mayfly {

/// Activation of the MLP. GeluTanh is GPT-2's "gelu_new", GeluErf the exact "gelu" (Hendrycks & Gimpel 2016), Silu is
/// x · sigmoid(x) (Elfwing et al. 2017).
enum class Activation { GeluTanh, GeluErf, Relu, Silu };

/// LayerNorm (Ba et al. 2016), or RMSNorm (Zhang & Sennrich 2019), which subtracts no mean.
enum class Norm { Layer, Rms };

/// Where a block's norms stand. n is a norm, f attention or the MLP, x the residual stream:
enum class NormPlace {
    Before, ///< x + f(n(x)): GPT-2, Llama
    After,  ///< n(x + f(x)): BERT
    Around, ///< x + n'(f(n(x))): Gemma 2 and 3
};

/// Which of a block's linear maps have biases.
struct Biases {
    bool queryKeyValue = true;
    bool output = true;
    bool mlp = true;
};

/// How dots become scaled scores: 1/sqrt(size), divided by layer + 1 where a family asks for it.
struct ScaleRule {
    double size = 1; ///< d_head, or what a family gives instead of it; 1 does not scale
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

    Norm norm = Norm::Layer;
    float normEpsilon = 1e-5F;
    NormPlace normPlace = NormPlace::Before;
    bool embeddingNorm = false;    ///< the sum of embeddings is normalised (BERT)
    bool queryKeyNorm = false;     ///< queries and keys are, before they are turned (Qwen3, Gemma 3)
    bool parallelResidual = false; ///< attention and MLP read the same x (GPT-NeoX)
    bool gatedMlp = false;         ///< down(act(gate(x)) · up(x)) (Shazeer 2020)
    Activation activation = Activation::GeluTanh;
    Biases biases;

    bool learnedPositions = true; ///< a vector a position, added to the embedding; else `rotary` turns q and k
    /// RoBERTa: a token of this id is padding. It has the row of this number in the table of positions and is not counted;
    /// the first token that is counted has the row after it. −1 where no token is padding and the first has row 0.
    int padding = -1;
    int tokenTypes = 0;           ///< rows of BERT's table of segments, of which the first is added; 0 if none
    Rotary rotary;
    Rotary windowRotary;          ///< of layers with a window

    ScaleRule scale;
    std::vector<int> windows; ///< a layer each: how many keys up to itself a token sees; 0 is all. Empty: all in all
    float scoreCap = 0;       ///< scaled scores become cap · tanh(score / cap) (Gemma 2); 0: they do not
    float logitCap = 0;       ///< the same for the scores of the next token
    float embeddingScale = 1; ///< factor on the embedding (Gemma)
    bool causal = true;       ///< a token sees itself and what comes before it; such a model has a next token
    /// Only an explicit "false" calls for an unembedding of its own; where config.json is silent, the weights decide.
    bool tiedUnembed = true;

    /// The factor on every dot of a layer before the mask and softmax.
    float scaleOf(int layer) const;
    /// The key head that a query head reads (grouped-query attention).
    int keyHeadOf(int head) const { return head / (heads / kvHeads); }
    int windowOf(int layer) const { return windows.empty() ? 0 : windows[std::size_t(layer)]; }
    const Rotary& rotaryOf(int layer) const { return windowOf(layer) > 0 ? windowRotary : rotary; }
    /// In place; leaves them as they are where there is no cap.
    void capLogits(std::span<float> logits) const;
};

/// Reads config.json. Throws Error: NotFound (no such file), Malformed (not JSON, or a value that makes no sense; names
/// the field and the value), Unsupported (a family that is not known; names those that are).
Config readConfig(const std::filesystem::path& file);

/// The family that a config.json names, known or not: its model_type, else that of its architecture if it is known,
/// else empty. Throws Error as `readConfig` does: NotFound, Malformed.
std::string readFamily(const std::filesystem::path& file);

} // namespace mayfly
