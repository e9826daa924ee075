#pragma once

#include "app/matrix/choice.h"
#include "engine/forward/trace.h"

#include <functional>
#include <limits>
#include <vector>

namespace matrix {

/// Values of pairs as square cells. Where a cell stands for `span` × `span` pairs, it has the value of largest magnitude
/// among those that are shown, so that a single strong one is never lost.
struct Cells {
    int span = 1;              ///< tokens along a cell's side
    int side = 0;              ///< cells along the matrix' side
    std::vector<float> values; ///< side × side, rows are queries; `masked` or `hidden` where a cell has no pair to show

    static constexpr float masked = std::numeric_limits<float>::lowest(); ///< its queries see none of its keys
    static constexpr float hidden = std::numeric_limits<float>::max();    ///< left out by choice

    static bool isShown(float value) { return value != masked && value != hidden; }
    float at(int query, int key) const { return values[std::size_t(query) * std::size_t(side) + std::size_t(key)]; }
};

/// What to read of a trace: of several heads, their mean.
struct Reading {
    std::vector<mayfly::HeadIndex> heads;
    Quantity quantity = Quantity::Weight;
    bool masks = false;     ///< leave out pairs that no head sees; weights always do
    bool hideFirst = false; ///< leave out key 0
};

/// Cells, and what is told of them in words.
struct Read {
    Cells cells;
    std::vector<double> sums; ///< T: of each query's values over the keys that are shown
    double largest = 0;       ///< magnitude among the cells' values, those that are no number apart
    double onFirst = 0;       ///< mean weight on token 0; 0 unless weights are read
};

/// At most `mostCells` cells a side. The trace must have the heads, of which there is at least one. O(heads T² d).
Read readCells(const mayfly::Trace& trace, const Reading& reading, int mostCells);

/// One query's value for each key, `masked` where no head sees it; nothing is hidden. `room` and `values` hold T each.
void readRow(const mayfly::Trace& trace, const Reading& reading, int query, std::vector<float>& room,
             std::vector<float>& values);

/// Cells of `tokens` × `tokens` values that come row by row: `fill` is given a query and room for its values.
Read poolRows(int tokens, int mostCells, const std::function<void(int, std::vector<float>&)>& fill);

/// The same in larger cells: `factor` × `factor` of them become one.
Cells pool(const Cells& cells, int factor);

/// The value of one pair as `readCells` has it. O(heads d).
float valueOf(const mayfly::Trace& trace, const Reading& reading, int query, int key);

} // namespace matrix
