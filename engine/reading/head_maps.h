#pragma once

#include "engine/forward/trace.h"

#include <memory>
#include <vector>

namespace mayfly {

/// Every head's weights in small: the largest weight of each square cell of `cell` × `cell` tokens, so that a single
/// strong edge is never lost. Cells grow by powers of two as the text grows.
struct HeadMaps {
    int layers = 0;
    int heads = 0;
    int tokens = 0;
    int cell = 1; ///< tokens along a cell's side
    int side = 0; ///< cells along a map's side, at most `HeadMaps::largestSide`
    std::vector<float> values; ///< L × H × side × side, rows are queries

    static constexpr int largestSide = 64;

    const float* map(HeadIndex head) const {
        return values.data() + std::size_t((head.layer * heads + head.head) * side) * std::size_t(side);
    }
};

/// Maps of all heads, on OpenMP's threads. Rows of tokens that `before` (of the trace that this one began from) shares are
/// taken from it if the cells have kept their size; `unchanged` is how many leading tokens are the same.
HeadMaps mapHeads(const Trace& trace, const HeadMaps* before = nullptr, int unchanged = 0);

} // namespace mayfly
