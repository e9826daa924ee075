#pragma once

#include "engine/forward/trace.h"

#include <optional>
#include <vector>

namespace mayfly {

/// One product of a dot: q_d · k_d.
struct Term {
    int dimension = 0;
    double product = 0;
};

/// The chain from one query and one key to a weight. The vectors and the score are those of the forward pass, in float32;
/// what follows from them is worked out in double, so that the numbers shown together multiply and add up to each other:
///
///     Σ terms = dot = normQ · normK · cosine,   dot · scale = scaled,   exp(score() − logSumExp) = weight
///
/// Each differs from the pass's own number by the rounding of a float at most.
struct PairReading {
    HeadIndex head;
    int keyHead = 0; ///< whose keys and values `head` uses; head.head unless queries are grouped
    int query = 0;
    int key = 0;
    bool masked = false; ///< the query cannot see the key; the weight is 0
    double dot = 0;      ///< q · k
    double scale = 1;
    double scaled = 0;            ///< dot · scale
    std::optional<double> capped; ///< cap · tanh(scaled / cap), where scores are capped (Gemma 2)
    double logSumExp = 0;         ///< over the row
    double weight = 0;
    double normQ = 0;      ///< |q|
    double normK = 0;      ///< |k|
    double cosine = 0;     ///< of the angle between q and k; 0 where one of them is zero
    double reverseDot = 0; ///< q of the key token · k of the query token
    std::vector<Term> terms; ///< all d of them, largest magnitude first, ties to the smaller dimension; they sum to dot

    /// What softmax sees.
    double score() const { return capped.value_or(scaled); }
};

/// O(d). Throws Error (OutOfRange) for a head or token that the trace has not.
PairReading readPair(const Trace& trace, HeadIndex head, int query, int key);

} // namespace mayfly
