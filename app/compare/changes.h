#pragma once

#include "app/compare/difference.h"
#include "engine/reading/graph.h"

namespace compare {

/// What was gained and lost, as the edges of a graph over the tokens of both texts.
struct Changes {
    /// Slot 0 is gained, slot 1 lost; a weight is the magnitude. `pairs` are those that either text has, `shown` the share of
    /// all that was gained and lost, `received` the mean weight in the text after, `onFirst` the share of the first token there.
    mayfly::AttentionGraph graph;
    double gained = 0; ///< weight in all, over all queries
    double lost = 0;
    double largest = 0; ///< magnitude

    static constexpr int gain = 0;
    static constexpr int loss = 1;
};

/// Of each query the largest changes until `topMass` of all that it gained and lost, then the largest of all within the budget.
/// The difference must be one of weights. O(heads T² d).
Changes selectChanges(const Difference& difference, double topMass, int budget = 4096);

} // namespace compare
