#pragma once

#include "engine/forward/trace.h"

#include <optional>
#include <vector>

namespace mayfly {

class Model;

/// How one head's query or key of a token comes from the residual stream, x being what the layer reads:
///
///     normed = n(x),   content = normed W,   content + bias → norm → turn → the vector that the trace keeps
struct VectorOrigin {
    std::vector<float> residual;                    ///< x, D values
    std::optional<std::vector<float>> normed;       ///< n(x), D values; none where the norm stands after the block (BERT)
    std::vector<double> content;                    ///< n(x) W, d values
    std::optional<std::vector<double>> bias;        ///< d values, where the family has them
    std::optional<std::vector<float>> beforeTurn;   ///< d values, where positions are rotations (RoPE)
};

/// Whether positions turn the queries and keys of a layer (RoPE).
bool turnsVectors(const Model& model, int layer);

/// Of q_i, and of k_j of the key head that `head` uses, worked out again from the residual stream. `model` is the one that
/// the trace is of. O(d D). Throws Error (OutOfRange) for a head or token that is not there.
VectorOrigin queryOrigin(const Trace& trace, const Model& model, HeadIndex head, int token);
VectorOrigin keyOrigin(const Trace& trace, const Model& model, HeadIndex head, int token);

/// A dot taken apart where q = content + bias and k = content + bias: the four sum to it. Softmax over the keys of a row
/// leaves out what is the same for all of them: `keyBias` and `bothBiases`.
struct BiasParts {
    double content = 0;    ///< x_i W_Q · x_j W_K
    double queryBias = 0;  ///< b_Q · x_j W_K
    double keyBias = 0;    ///< x_i W_Q · b_K
    double bothBiases = 0; ///< b_Q · b_K
};

/// None where the family has no such biases, or normalises or turns q and k after adding them. O(d). Throws as above.
std::optional<BiasParts> biasParts(const Trace& trace, const Model& model, HeadIndex head, int query, int key);

} // namespace mayfly
