#pragma once

#include "engine/forward/trace.h"

#include <cstdint>
#include <vector>

namespace mayfly {

/// What to draw of a trace.
struct GraphChoice {
    std::vector<HeadIndex> heads; ///< those that the trace has not are an Error (OutOfRange)
    double topMass = 0.9;         ///< of each query and head: strongest keys until this share of its attention, 0..1
    bool hideFirst = false;       ///< leave out every edge to token 0; topMass is then a share of the rest
    int budget = 4096;            ///< the most edges in all; the weakest go first

    bool operator==(const GraphChoice&) const = default;
};

/// An edge from a query token to a key token, of heads[slot].
struct Edge {
    std::int32_t query = 0;
    std::int32_t key = 0;
    std::int32_t slot = 0;
    float weight = 0;

    bool operator==(const Edge&) const = default;
};

/// What is drawn: one node a token and a bounded number of edges.
struct AttentionGraph {
    int tokens = 0;
    std::vector<HeadIndex> heads;
    std::vector<Edge> edges;  ///< weakest first, so that the strongest are painted last
    std::int64_t pairs = 0;   ///< unmasked pairs of all the heads: what the edges are a selection of
    double shown = 0;         ///< share of all the attention that the edges carry, 0..1; 0 where there is none
    double onFirst = 0;       ///< share of all the attention that token 0 receives, shown or hidden, 0..1
    std::vector<float> received; ///< T: mean weight that each token receives, over heads and the queries that see it
};

/// A factor on every weight of a key, T of them for each chosen head: what makes another measure of the weights, such as
/// the size of what an edge carries (values.h). Not negative.
using KeyFactors = std::vector<std::vector<float>>;

/// Selects edges: per row and head the strongest up to topMass, then the strongest of all within the budget. Ties go to
/// the earlier token. O(H' T² d) for H' chosen heads; nothing of size T² is kept. With `factors`, all that is
/// said of weights holds of weight_ij · factor_j instead. More than eight heads are read on OpenMP's threads. Who selects after
/// every key keeps an EdgeSelection (edge_selection.h).
AttentionGraph selectEdges(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors = {});

} // namespace mayfly
