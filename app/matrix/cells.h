#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace matrix {

/// Weights as square cells. Where there are more tokens than cells, a cell is the largest weight of `span` × `span`
/// pairs, so that a single strong weight is never lost.
struct Cells {
    int span = 1;              ///< tokens along a cell's side
    int side = 0;              ///< cells along the matrix' side
    std::vector<float> values; ///< side × side, rows are queries; `masked` where no pair of the cell can be seen

    static constexpr float masked = -1;

    float at(int query, int key) const { return values[std::size_t(query * side + key)]; }
};

/// The mean weight of some heads, which the trace must have, in at most `mostCells` cells a side. O(heads T² d).
Cells poolWeights(const mayfly::Trace& trace, const std::vector<mayfly::HeadIndex>& heads, int mostCells);

} // namespace matrix
