#pragma once

#include "engine/model/linear.h"
#include "engine/model/matrix.h"

#include <vector>

namespace mayfly {

/// Gain and bias of a normalisation, each D values.
struct NormWeights {
    FloatBuffer gain;
    FloatBuffer bias;
};

/// One transformer block. Query is D → H·d, key and value are D → G·d, output is H·d → D.
struct LayerWeights {
    NormWeights attentionNorm;
    Linear query, key, value, output;
    NormWeights mlpNorm;
    Linear up, down; ///< D → dMlp → D
};

/// All parameters, float32, const after loading.
struct Weights {
    Matrix embedding; ///< V × D
    Matrix positions; ///< context × D
    std::vector<LayerWeights> layers;
    NormWeights finalNorm;
    Matrix unembedding; ///< V × D; empty if tied to the embedding

    const Matrix& unembed() const { return unembedding.rows > 0 ? unembedding : embedding; }
};

} // namespace mayfly
