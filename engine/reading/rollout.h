#pragma once

#include "engine/reading/graph.h"

#include <vector>

namespace mayfly {

/// Whose rollout is asked for and how much of it is kept as edges.
struct RolloutChoice {
    int token = 0;          ///< where the flow is followed back from
    double topMass = 0.9;   ///< of what reaches each token of a layer: strongest edges until this share, 0..1
    bool hideFirst = false; ///< leave out every edge to token 0, unless it is the token itself
    int budget = 4096;      ///< the most edges in all

    bool operator==(const RolloutChoice&) const = default;
};

/// Attention rollout (Abnar & Zuidema 2020, "Quantifying Attention Flow in Transformers"): what share of a token's vector
/// after the last layer comes from each token at each depth, were values and MLPs to leave vectors as they are.
///
///     Âˡ = ½ · mean over heads of Aˡ + ½ · I, each row made to sum to 1
///     reach at depth L is 1 at the token and 0 elsewhere; at depth l it is reach at depth l + 1, times Âˡ
///
/// Heads that the experiment ablates are left out of the mean.
struct Rollout {
    int token = 0;
    int tokens = 0;
    int layers = 0;
    std::vector<float> reach; ///< (L + 1) × T, depth 0 first; each row sums to 1
    /// From token `query` after layer `slot` to token `key` before it; the weight is what flows, and all that flows
    /// through a layer sums to 1. Weakest first.
    std::vector<Edge> edges;
    double shown = 0; ///< share of all layers' flow that the edges carry, 0..1

    float at(int depth, int j) const { return reach[std::size_t(depth * tokens + j)]; }
};

/// O(L H T² d) time, for weights follow from queries and keys, and O(L T) memory beside the edges. Throws Error
/// (OutOfRange) for a token that is not there.
Rollout rollOut(const Trace& trace, const RolloutChoice& choice);

} // namespace mayfly
