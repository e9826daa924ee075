#pragma once

#include "engine/forward/kernels.h"
#include "engine/forward/kernels/lanes.h"
#include "engine/forward/kernels/tiles.h"
#include "engine/forward/rows.h"
#include "engine/model/linear.h"
#include "engine/model/weights.h"

namespace mayfly {
namespace {

constexpr int panelWidth = Linear::panelWidth;
// So many inputs of a panel stay in the first cache while row after row meets them.
constexpr int inputsTogether = laneBytes == 64 ? 256 : 128;
// And so many rows, of so many inputs, in the second.
constexpr int rowsTogether = linearRows;
// Among so many of them the asking for what is read next is spread: soon enough, and the others need not ask.
constexpr int rowsAsking = 8 * tileRows;
// How far ahead of use a stream of weights is asked for, in bytes.
constexpr int ahead = 2048;

inline int smaller(int a, int b) { return a < b ? a : b; }

/// Inputs [first, end) of a map.
using InputRange = PanelRange;

/// Memory that will be read next: a tile asks for some of it with its inputs, so that it comes while others are multiplied. In
/// several streams, because the processor fetches ahead within each of them.
struct Coming {
    static constexpr int streams = 4;

    const char* at;
    std::size_t share; ///< bytes of one stream
    std::size_t step;  ///< bytes that a stream goes on when all have been asked for a line

    /// What is left after so many lines.
    Coming after(int lines) const { return {at + std::size_t(lines / streams) * step, share, step}; }
};

/// Where a tile goes on from: the rows of y that earlier inputs have left there, or one row of biases for all.
using RowsFrom = RowsIn;

/// y = from + x W for `Rows` rows and `Registers` registers of a panel's columns; `count` inputs, the sums held in
/// registers. With each input `Lines` lines of what is coming are asked for.
template<int Rows, int Registers, int Lines, typename Weight>
inline void multiplyTile(RowsIn x, int count, const Weight* panel, Coming coming, RowsFrom from, RowsOut y) {
    Lanes sums[Rows][Registers];
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Registers; ++c) sums[r][c] = load(from.row(r) + c * laneCount);
    int k = 0;
    const auto multiplyInput = [&] {
        Lanes weights[Registers];
        for (int c = 0; c < Registers; ++c) weights[c] = load(panel + c * laneCount);
        for (int r = 0; r < Rows; ++r) {
            const float factor = x.row(r)[k];
            for (int c = 0; c < Registers; ++c) sums[r][c] += factor * weights[c];
        }
        ++k;
        panel += panelWidth;
    };
    if constexpr (Lines > 0)
        while (k + Coming::streams <= count) {
            for (int line = 0; line < Lines; ++line, coming.at += coming.step)
                for (int s = 0; s < Coming::streams; ++s) // into the second cache: the first is full of what is used now
                    __builtin_prefetch(coming.at + std::size_t(s) * coming.share, 0, 2);
            for (int i = 0; i < Coming::streams; ++i) multiplyInput();
        }
    while (k < count) multiplyInput();
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Registers; ++c) store(y.row(r) + c * laneCount, sums[r][c]);
}

constexpr int tileWidth = tileRegisters * laneCount;
constexpr int tilesAcross = panelWidth / tileWidth;

/// All columns of a panel for `Rows` rows.
template<int Rows, int Lines, typename Weight>
inline void multiplyAcross(RowsIn x, int count, const Weight* panel, Coming coming, RowsFrom from, RowsOut y) {
    for (int t = 0; t < tilesAcross; ++t)
        multiplyTile<Rows, tileRegisters, Lines>(x, count, panel + t * tileWidth, coming.after(t * count * Lines),
                                                 from.across(t * tileWidth), y.across(t * tileWidth));
}

/// Any number of rows, tile by tile.
template<int Rows, int Lines, typename Weight>
inline void multiplyRows(int rows, RowsIn x, int count, const Weight* panel, Coming coming, RowsFrom from, RowsOut y) {
    int r = 0;
    for (; r + Rows <= rows; r += Rows) {
        multiplyAcross<Rows, Lines>(x, count, panel, coming, from, y);
        x = x.after(Rows);
        from = from.after(Rows);
        y = y.after(Rows);
        coming = coming.after(tilesAcross * count * Lines);
    }
    if constexpr (Rows > 1)
        if (r < rows) multiplyRows<Rows / 2, Lines>(rows - r, x, count, panel, coming, from, y);
}

/// The outputs of one panel: rows of y themselves, or a room of their own where y ends within the panel.
class PanelOutput {
public:
    PanelOutput(const Linear& map, int p, RowsOut y, int rows)
        : m_y(y.across(p * panelWidth)), m_width(map.out - p * panelWidth), m_rows(rows) {
        if (m_width >= panelWidth) return;
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < m_width; ++c) m_edge[r][c] = m_y.row(r)[c];
    }
    ~PanelOutput() {
        if (m_width >= panelWidth) return;
        for (int r = 0; r < m_rows; ++r)
            for (int c = 0; c < m_width; ++c) m_y.row(r)[c] = m_edge[r][c];
    }
    PanelOutput(const PanelOutput&) = delete;
    PanelOutput& operator=(const PanelOutput&) = delete;

    RowsOut rows() { return m_width >= panelWidth ? m_y : RowsOut{m_edge[0], panelWidth}; }

private:
    RowsOut m_y;
    int m_width;
    int m_rows;
    float m_edge[rowsTogether][panelWidth];
};

/// The weights of a panel from an input on.
template<typename Weight>
inline const Weight* partOf(const Linear& map, int p, int firstInput) {
    return map.panels.as<Weight>() + map.panelAt(p) + std::size_t(firstInput) * panelWidth;
}

/// `count` inputs of a panel as float32: themselves, or widened into `room`.
inline const float* widenedPanel(const float* panel, int /*count*/, float* /*room*/) { return panel; }
template<typename Weight>
inline const float* widenedPanel(const Weight* panel, int count, float* room) {
    for (int i = 0; i < count * panelWidth; i += laneCount) store(room + i, load(panel + i));
    return room;
}

/// `count` inputs of one panel, for up to rowsTogether rows; `next` is read afterwards, as much of it.
template<typename Weight>
inline void multiplyPart(const Linear& map, int p, int firstInput, int count, RowsIn x, int rows, RowsOut y,
                         const Weight* next) {
    const Weight* panel = partOf<Weight>(map, p, firstInput);
    const RowsIn in = x.across(firstInput);
    PanelOutput out(map, p, y, rows);
    const RowsOut to = out.rows();
    const RowsFrom from = firstInput == 0 ? RowsFrom{map.bias.data() + p * panelWidth, 0} : RowsFrom(to);
    constexpr int inputBytes = panelWidth * int(sizeof(Weight));
    Coming coming{reinterpret_cast<const char*>(next), std::size_t(inputBytes * count) / Coming::streams, 64};
    if (rows <= tileRows) {
        constexpr int lines = (inputBytes / tilesAcross + 63) / 64;
        return multiplyRows<tileRows, lines>(rows, in, count, panel, coming, from, to);
    }
    alignas(64) float room[sizeof(Weight) == sizeof(float) ? 1 : inputsTogether * panelWidth];
    const float* weights = widenedPanel(panel, count, room);
    const int asking = smaller(rows, rowsAsking);
    const int tiles = (asking + tileRows - 1) / tileRows * tilesAcross;
    coming.step = std::size_t(inputBytes + tiles - 1) / std::size_t(tiles);
    multiplyRows<tileRows, 1>(asking, in, count, weights, coming, from, to);
    multiplyRows<tileRows, 0>(rows - asking, in.after(asking), count, weights, coming, from.after(asking), to.after(asking));
}

/// One row against `Panels` whole panels at once, each a stream of its own: one token is bound by reading the weights.
template<int Panels, typename Weight>
inline void multiplyStreams(const Linear& map, int p, const float* x, float* y) {
    constexpr int registers = panelWidth / laneCount;
    const Weight* first = map.panels.as<Weight>() + map.panelAt(p);
    const std::size_t step = map.panelAt(1);
    Lanes sums[Panels][registers];
    for (int s = 0; s < Panels; ++s)
        for (int c = 0; c < registers; ++c) sums[s][c] = load(map.bias.data() + (p + s) * panelWidth + c * laneCount);
    for (int k = 0; k < map.in; ++k, first += panelWidth)
        for (int s = 0; s < Panels; ++s) {
            const Weight* panel = first + std::size_t(s) * step;
            for (std::size_t line = 0; line < panelWidth * sizeof(Weight); line += 64)
                __builtin_prefetch(reinterpret_cast<const char*>(panel) + ahead + line);
            for (int c = 0; c < registers; ++c) sums[s][c] += x[k] * load(panel + c * laneCount);
        }
    for (int s = 0; s < Panels; ++s)
        for (int c = 0; c < registers; ++c) store(y + (p + s) * panelWidth + c * laneCount, sums[s][c]);
}

template<typename Weight>
inline void multiplyRow(const Linear& map, PanelRange panels, RowsIn x, RowsOut y) {
    int p = panels.first;
    for (; p + panelStreams <= panels.end && (p + panelStreams) * panelWidth <= map.out; p += panelStreams)
        multiplyStreams<panelStreams, Weight>(map, p, x.first, y.first);
    for (; p < panels.end; ++p) multiplyPart<Weight>(map, p, 0, map.in, x, 1, y, partOf<Weight>(map, p + 1, 0));
}

/// What is read after the part of panel p that begins with input k, where all panels meet some inputs before the next ones.
template<typename Weight>
inline const Weight* partAfter(const Linear& map, PanelRange panels, int p, int k, InputRange inputs) {
    if (k + inputsTogether < inputs.end) return partOf<Weight>(map, p, k + inputsTogether);
    if (p + 1 < panels.end) return partOf<Weight>(map, p + 1, inputs.first);
    return inputs.end < map.in ? partOf<Weight>(map, panels.first, inputs.end) : partOf<Weight>(map, panels.end, 0);
}

/// The columns of some panels for `rows` rows: every output is summed over the inputs in order, one after another.
template<typename Weight>
inline void multiplyPanels(const Linear& map, PanelRange panels, RowsIn x, int rows, RowsOut y) {
    if (rows == 1) return multiplyRow<Weight>(map, panels, x, y);
    for (int r = 0; r < rows; r += rowsTogether) {
        const int some = rows - r < rowsTogether ? rows - r : rowsTogether;
        const RowsIn from = x.after(r);
        const RowsOut to = y.after(r);
        // Rows that stay in the second cache whole meet the panels one by one, as these lie in memory.
        const int inputs = some <= 64 ? map.in : inputsTogether;
        for (int outer = 0; outer < map.in; outer += inputs)
            for (int p = panels.first; p < panels.end; ++p)
                for (int k = outer; k < smaller(outer + inputs, map.in); k += inputsTogether)
                    multiplyPart<Weight>(map, p, k, smaller(map.in - k, inputsTogether), from, some, to,
                                         partAfter<Weight>(map, panels, p, k, {outer, smaller(outer + inputs, map.in)}));
    }
}

inline void linear(const Linear& map, PanelRange panels, RowsOf<const std::byte> bytes, int rows, RowsOut y) {
    const RowsIn x{reinterpret_cast<const float*>(bytes.first), bytes.step / sizeof(float)};
    switch (map.panels.precision) {
    case Precision::F16: return multiplyPanels<Half>(map, panels, x, rows, y);
    case Precision::BF16: return multiplyPanels<Bfloat>(map, panels, x, rows, y);
    case Precision::F32: return multiplyPanels<float>(map, panels, x, rows, y);
    }
}

/// x · each of `Rows` rows of `width` values, which lie `apart` values from each other: each a stream of its own. The dots come
/// `outApart` floats from each other.
template<int Rows, typename Weight>
inline void dotStreams(const Weight* first, std::size_t apart, const float* x, int width, float* y, std::size_t outApart) {
    constexpr int parts = 4; // sums that do not wait for each other
    constexpr int together = parts * laneCount;
    Lanes sums[Rows][parts] = {};
    int i = 0;
    for (; i + together <= width; i += together)
        for (int r = 0; r < Rows; ++r) {
            const Weight* at = first + std::size_t(r) * apart + i;
            for (std::size_t line = 0; line < together * sizeof(Weight); line += 64)
                __builtin_prefetch(reinterpret_cast<const char*>(at) + ahead + line);
            for (int s = 0; s < parts; ++s) sums[r][s] += load(at + s * laneCount) * load(x + i + s * laneCount);
        }
    for (int r = 0; r < Rows; ++r) {
        float rest = 0;
        for (int k = i; k < width; ++k) rest += widen(first[std::size_t(r) * apart + std::size_t(k)]) * x[k];
        y[std::size_t(r) * outApart] = sum((sums[r][0] + sums[r][1]) + (sums[r][2] + sums[r][3])) + rest;
    }
}

template<typename Weight>
inline void dotRows(const VectorTable& table, RowRange rows, const float* x, float* y) {
    const auto width = std::size_t(table.columns);
    const auto apart = std::size_t((rows.end - rows.first) / panelStreams);
    const Weight* row = table.values.as<Weight>() + std::size_t(rows.first) * width;
    float* to = y + rows.first;
    for (std::size_t r = 0; r < apart; ++r)
        dotStreams<panelStreams>(row + r * width, apart * width, x, table.columns, to + r, apart);
    for (std::size_t r = apart * panelStreams; r < std::size_t(rows.end - rows.first); ++r)
        dotStreams<1>(row + r * width, 0, x, table.columns, to + r, 0);
}

inline void tableRows(const VectorTable& table, RowRange rows, const float* x, float* y) {
    switch (table.values.precision) {
    case Precision::F16: return dotRows<Half>(table, rows, x, y);
    case Precision::BF16: return dotRows<Bfloat>(table, rows, x, y);
    case Precision::F32: return dotRows<float>(table, rows, x, y);
    }
}

} // namespace
} // namespace mayfly
