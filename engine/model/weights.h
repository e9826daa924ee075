#pragma once

#include "engine/model/linear.h"
#include "engine/model/matrix.h"

#include <vector>

namespace mayfly {

/// Gain and bias of a normalisation; both have a value for each column, the bias is empty in RMSNorm. A gain that a
/// family stores less one (Gemma) has had the one added.
struct NormWeights {
    FloatBuffer gain;
    FloatBuffer bias;

    bool empty() const { return gain.empty(); }
};

/// A table of vectors by row, such as the embedding, in the type it is stored in.
struct VectorTable {
    int rows = 0;
    int columns = 0;
    Stored values; ///< rows × columns

    /// Writes row r, `columns` values.
    void copyRow(int r, float* to) const;
};

/// One transformer block. Query is D → H·d, key and value are D → G·d, output is H·d → D. What a family lacks is empty.
struct LayerWeights {
    NormWeights attentionNorm;
    Linear query, key, value, output;
    NormWeights queryNorm, keyNorm;  ///< d values, of every head alike (Qwen3, Gemma 3)
    NormWeights afterAttention;      ///< of what attention adds, before it is added (Gemma 2, 3)
    NormWeights mlpNorm;
    Linear gate;                     ///< D → dMlp; only where the MLP is gated
    Linear up, down;                 ///< D → dMlp → D
    NormWeights afterMlp;            ///< of what the MLP adds, before it is added (Gemma 2, 3)
};

/// All parameters, const after loading.
struct Weights {
    VectorTable embedding;     ///< V × D
    Matrix positions;          ///< context × D, after one row more for padding where that has one; empty where positions are rotations
    NormWeights embeddingNorm; ///< BERT
    std::vector<LayerWeights> layers;
    NormWeights finalNorm;     ///< empty where each block ends with a norm of its own (BERT)
    VectorTable unembedding;   ///< V × D; empty if tied to the embedding

    const VectorTable& unembed() const { return unembedding.rows > 0 ? unembedding : embedding; }
};

} // namespace mayfly
