#pragma once

#include "engine/forward/kernels/linear_kernel.h"

#include <type_traits>

namespace mayfly {
namespace {

// Linear maps by a unit that multiplies tiles of bfloat16 and sums in float32: Intel's AMX, or plain loops that stand in for it
// in a test. A float32's 24 bits are split among three bfloat16, x = high + middle + low, and of the nine products of two such
// sums the six above 2^-24 are added up: float32's own precision. (With two parts and three products, twice as fast, models lost
// up to 2e-4 of a row's largest dot.) A weight that is a half has two parts, and one that is a bfloat16 a single one.

/// Rows of a tile; inputs that one product of tiles sums over, two in each 32 bits; outputs of a tile.
constexpr int unitRows = 16;
constexpr int unitInputs = 32;
constexpr int unitColumns = 16;
/// bfloat16 of a tile of rows or of weights.
constexpr int unitValues = unitRows * unitInputs;
constexpr std::size_t unitStep = unitInputs * sizeof(std::uint16_t);

constexpr int pairedRows = 2 * unitRows;
constexpr int rowParts = 3;
template<typename Weight>
constexpr int weightParts = std::is_same_v<Weight, float> ? 3 : std::is_same_v<Weight, Half> ? 2 : 1;
constexpr int splitDepth = 128; ///< inputs of a panel whose tiles stay in the first cache

/// The upper halves of float32s, as bfloat16 has them; the lower halves are zero.
struct SplitLanes {
    WideLanes parts[rowParts]; ///< high, middle, low
};

/// The nearest bfloat16, ties to even.
inline WideLanes nearestBfloat(Lanes x) {
    const auto bits = std::bit_cast<WideLanes>(x);
    return (bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000;
}

/// Exact, but for values below 1e-33: what two roundings leave has 8 bits.
inline SplitLanes split(Lanes x) {
    const WideLanes high = nearestBfloat(x);
    const Lanes rest = x - std::bit_cast<Lanes>(high);
    const WideLanes middle = nearestBfloat(rest);
    return {{high, middle, std::bit_cast<WideLanes>(rest - std::bit_cast<Lanes>(middle))}};
}

inline int groupsOf(int count, int size) { return (count + size - 1) / size; }

/// One row's next inputs, up to unitInputs of them and zeros for the others, in a row of its three tiles.
inline void stageInputs(const float* x, int count, std::uint16_t* row) {
    float room[unitInputs] = {};
    if (count < unitInputs) {
        for (int i = 0; i < count; ++i) room[i] = x[i];
        x = room;
    }
    for (int i = 0; i < unitInputs; i += laneCount) {
        const SplitLanes lanes = split(load(x + i));
        for (int part = 0; part < rowParts; ++part) {
            const auto narrow = __builtin_convertvector(lanes.parts[part] >> 16, NarrowLanes);
            std::memcpy(row + part * unitValues + i, &narrow, sizeof narrow);
        }
    }
}

/// Sixteen rows after sixteen; of each, input after input, the tiles of the three parts. What is beyond the last row is never
/// read.
inline void stageSplit(RowsIn x, int rows, int in, std::byte* staged) {
    const int steps = groupsOf(in, unitInputs);
    auto* tiles = reinterpret_cast<std::uint16_t*>(staged);
    for (int r = 0; r < rows; ++r)
        for (int s = 0; s < steps; ++s)
            stageInputs(x.row(r) + s * unitInputs, smaller(in - s * unitInputs, unitInputs),
                        tiles + std::size_t(r / unitRows * steps + s) * rowParts * unitValues + r % unitRows * unitInputs);
}

/// Two inputs' weights side by side, the first in the lower halves.
inline void storePair(std::uint16_t* to, WideLanes first, WideLanes second) {
    const WideLanes pair = second | (first >> 16);
    std::memcpy(to, &pair, sizeof pair);
}

/// The weights of two inputs, all columns of a panel, in a row of its tiles: high left, high right, middle left, and so on.
template<typename Weight>
inline void splitPair(const Weight* even, const Weight* odd, std::uint16_t* row) {
    for (int c = 0; c < panelWidth; c += laneCount) {
        std::uint16_t* to = row + c / unitColumns * unitValues + c % unitColumns * 2;
        if constexpr (weightParts<Weight> == 1) {
            storePair(to, std::bit_cast<WideLanes>(load(even + c)), std::bit_cast<WideLanes>(load(odd + c)));
        } else {
            const SplitLanes first = split(load(even + c));
            const SplitLanes second = split(load(odd + c));
            for (int part = 0; part < weightParts<Weight>; ++part)
                storePair(to + part * 2 * unitValues, first.parts[part], second.parts[part]);
        }
    }
}

/// `count` inputs of a panel as tiles; as much of `next`, which is read afterwards, is asked for on the way.
template<typename Weight>
inline void splitPanelPart(const Weight* panel, int count, const Weight* next, std::uint16_t* tiles) {
    constexpr Weight none[panelWidth] = {};
    constexpr int lines = int(panelWidth * sizeof(Weight) / 64); // of one input
    const std::size_t share = std::size_t(count) * panelWidth * sizeof(Weight) / Coming::streams;
    int line = 0;
    for (int k = 0; k < groupsOf(count, unitInputs) * unitInputs; k += 2) {
        for (int asked = 0; asked < 2 * lines && k < count; ++asked, ++line)
            __builtin_prefetch(reinterpret_cast<const char*>(next) + std::size_t(line % Coming::streams) * share +
                                   std::size_t(line / Coming::streams * 64), 0, 2);
        const Weight* even = k < count ? panel + k * panelWidth : none;
        const Weight* odd = k + 1 < count ? panel + (k + 1) * panelWidth : none;
        splitPair(even, odd, tiles + k / unitInputs * weightParts<Weight> * 2 * unitValues + k % unitInputs / 2 * unitInputs);
    }
}

/// y = from + x W for up to 32 rows, of which `Unit` has been told, and a panel's columns. `upper` and `lower` are the staged
/// tiles of sixteen rows each; `lower` is null where there are no more.
template<typename Unit, typename Weight>
class TileProduct {
public:
    TileProduct(const std::uint16_t* upper, const std::uint16_t* lower, const std::uint16_t* weights)
        : m_upper(upper), m_lower(lower), m_weights(weights) {}

    void run(int steps, RowsFrom from, RowsOut y) {
        const RowsFrom fromLower = from.after(unitRows);
        Unit::template load<0>(from.first, from.step * sizeof(float));
        Unit::template load<1>(from.first + unitColumns, from.step * sizeof(float));
        if (m_lower != nullptr) {
            Unit::template load<2>(fromLower.first, from.step * sizeof(float));
            Unit::template load<3>(fromLower.first + unitColumns, from.step * sizeof(float));
        }
        for (int s = 0; s < steps; ++s) multiplyStep();
        const RowsOut yLower = y.after(unitRows);
        Unit::template store<0>(y.first, y.step * sizeof(float));
        Unit::template store<1>(y.first + unitColumns, y.step * sizeof(float));
        if (m_lower == nullptr) return;
        Unit::template store<2>(yLower.first, y.step * sizeof(float));
        Unit::template store<3>(yLower.first + unitColumns, y.step * sizeof(float));
    }

private:
    /// low high, middle high, middle middle, high middle, high high, high low, where a weight has such parts: from one product
    /// to the next either the rows or the weights stay where they are.
    void multiplyStep() {
        constexpr int parts = weightParts<Weight>;
        loadWeights(0);
        loadRows(2);
        multiply();
        loadRows(1);
        multiply();
        if constexpr (parts > 1) {
            loadWeights(1);
            multiply();
        }
        loadRows(0);
        if constexpr (parts > 1) {
            multiply();
            loadWeights(0);
        }
        multiply();
        if constexpr (parts > 2) {
            loadWeights(2);
            multiply();
        }
        m_upper += rowParts * unitValues;
        if (m_lower != nullptr) m_lower += rowParts * unitValues;
        m_weights += parts * 2 * unitValues;
    }

    void loadRows(int part) const {
        Unit::template load<4>(m_upper + part * unitValues, unitStep);
        if (m_lower != nullptr) Unit::template load<5>(m_lower + part * unitValues, unitStep);
    }

    void loadWeights(int part) const {
        Unit::template load<6>(m_weights + part * 2 * unitValues, unitStep);
        Unit::template load<7>(m_weights + (part * 2 + 1) * unitValues, unitStep);
    }

    void multiply() const {
        Unit::template multiply<0, 4, 6>();
        Unit::template multiply<1, 4, 7>();
        if (m_lower == nullptr) return;
        Unit::template multiply<2, 5, 6>();
        Unit::template multiply<3, 5, 7>();
    }

    const std::uint16_t* m_upper;
    const std::uint16_t* m_lower;
    const std::uint16_t* m_weights;
};

/// Rows that a kernel has staged.
class StagedRows {
public:
    StagedRows(const void* staged, int rows, int in)
        : m_tiles(static_cast<const std::uint16_t*>(staged)), m_rows(rows), m_steps(groupsOf(in, unitInputs)) {}

    /// All of them times some inputs of a panel, from `firstInput` on, whose weights are split already.
    template<typename Unit, typename Weight>
    void multiply(int firstInput, int count, const std::uint16_t* weights, RowsFrom from, RowsOut y) const {
        for (int r = 0; r < m_rows; r += pairedRows) {
            const int lower = smaller(m_rows - r - unitRows, unitRows);
            if (r == 0 || m_rows - r < pairedRows) Unit::shape(smaller(m_rows - r, unitRows), lower < 0 ? 0 : lower);
            const std::uint16_t* first = tiles(r / unitRows, firstInput);
            TileProduct<Unit, Weight>(first, lower > 0 ? tiles(r / unitRows + 1, firstInput) : nullptr, weights)
                .run(groupsOf(count, unitInputs), from.after(r), y.after(r));
        }
    }

private:
    const std::uint16_t* tiles(int group, int firstInput) const {
        return m_tiles + std::size_t(group * m_steps + firstInput / unitInputs) * rowParts * unitValues;
    }

    const std::uint16_t* m_tiles;
    int m_rows;
    int m_steps;
};

/// The columns of some panels for `rows` rows: every output is summed over the inputs in order, 32 by 32, whatever `rows` is.
template<typename Unit, typename Weight>
inline void multiplySplit(const Linear& map, PanelRange panels, RowsOf<const std::byte> staged, int rows, RowsOut y) {
    const StagedRows x(staged.first, rows, map.in);
    alignas(64) std::uint16_t tiles[splitDepth * panelWidth * weightParts<Weight>];
    for (int p = panels.first; p < panels.end; ++p) {
        PanelOutput out(map, p, y, rows);
        const RowsOut to = out.rows();
        for (int k = 0; k < map.in; k += splitDepth) {
            const int count = smaller(map.in - k, splitDepth);
            const Weight* panel = partOf<Weight>(map, p, k);
            splitPanelPart(panel, count, panel + std::size_t(count) * panelWidth, tiles);
            const RowsFrom from = k == 0 ? RowsFrom{map.bias.data() + p * panelWidth, 0} : RowsFrom{to.first, to.step};
            x.multiply<Unit, Weight>(k, count, tiles, from, to);
        }
    }
}

/// `rows` is at most rowsTogether, as those that a thread takes at once are.
template<typename Unit>
inline void linearSplit(const Linear& map, PanelRange panels, RowsOf<const std::byte> staged, int rows, RowsOut y) {
    switch (map.panels.precision) {
    case Precision::F16: multiplySplit<Unit, Half>(map, panels, staged, rows, y); break;
    case Precision::BF16: multiplySplit<Unit, Bfloat>(map, panels, staged, rows, y); break;
    case Precision::F32: multiplySplit<Unit, float>(map, panels, staged, rows, y); break;
    }
    Unit::release();
}

constexpr Staging splitStaging{
    .rows = unitRows, .inputs = unitInputs, .bytes = rowParts * sizeof(std::uint16_t), .stage = stageSplit};

/// The other table, with linear maps by such a unit.
template<typename Unit>
constexpr Kernels splitTable(Kernels table) {
    table.staging = &splitStaging;
    table.linear = linearSplit<Unit>;
    return table;
}

} // namespace
} // namespace mayfly
