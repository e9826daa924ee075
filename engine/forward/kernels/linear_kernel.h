#pragma once

#include "engine/forward/kernels/lanes.h"
#include "engine/forward/kernels/tiles.h"
#include "engine/model/linear.h"
#include "engine/model/weights.h"

namespace mayfly {
namespace {

constexpr int panelWidth = Linear::panelWidth;
// So many inputs of a panel stay in the first cache while row after row meets them.
constexpr int depth = laneBytes == 64 ? 256 : 128;
// And so many rows, of so many inputs, in the second.
constexpr int rowsTogether = 256;
// How far ahead of use a stream of weights is asked for, in bytes.
constexpr int ahead = 2048;

/// Where a tile's rows are, and how far one lies from the next, in values.
struct RowsIn {
    const float* first;
    std::size_t step;
};
struct RowsOut {
    float* first;
    std::size_t step;
};

/// y += x W for `Rows` rows and `Registers` registers of a panel's columns; `count` inputs, the sums held in registers. With
/// `Streaming` the weights come from memory and not from a cache.
template<int Rows, int Registers, bool Streaming, typename Weight>
inline void multiplyTile(RowsIn x, int count, const Weight* panel, RowsOut y) {
    Lanes sums[Rows][Registers];
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Registers; ++c) sums[r][c] = load(y.first + std::size_t(r) * y.step + c * laneCount);
    for (int k = 0; k < count; ++k, panel += panelWidth) {
        if constexpr (Streaming)
            for (std::size_t line = 0; line < panelWidth * sizeof(Weight); line += 64)
                __builtin_prefetch(reinterpret_cast<const char*>(panel) + ahead + line);
        Lanes weights[Registers];
        for (int c = 0; c < Registers; ++c) weights[c] = load(panel + c * laneCount);
        for (int r = 0; r < Rows; ++r) {
            const float factor = x.first[std::size_t(r) * x.step + std::size_t(k)];
            for (int c = 0; c < Registers; ++c) sums[r][c] += factor * weights[c];
        }
    }
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Registers; ++c) store(y.first + std::size_t(r) * y.step + c * laneCount, sums[r][c]);
}

/// All columns of a panel for `Rows` rows.
template<int Rows, bool Streaming, typename Weight>
inline void multiplyAcross(RowsIn x, int count, const Weight* panel, RowsOut y) {
    constexpr int step = tileRegisters * laneCount;
    for (int column = 0; column < panelWidth; column += step)
        multiplyTile<Rows, tileRegisters, Streaming>(x, count, panel + column, {y.first + column, y.step});
}

/// Any number of rows, tile by tile.
template<int Rows, bool Streaming, typename Weight>
inline void multiplyRows(int rows, RowsIn x, int count, const Weight* panel, RowsOut y) {
    int r = 0;
    for (; r + Rows <= rows; r += Rows) {
        multiplyAcross<Rows, Streaming>(x, count, panel, y);
        x.first += Rows * x.step;
        y.first += Rows * y.step;
    }
    if constexpr (Rows > 1)
        if (r < rows) multiplyRows<Rows / 2, Streaming>(rows - r, x, count, panel, y);
}

/// The outputs of one panel: rows of y themselves, or a room of their own where y ends within the panel.
class PanelOutput {
public:
    PanelOutput(const Linear& map, int p, float* y, int rows)
        : m_y(y + p * panelWidth), m_step(std::size_t(map.out)), m_width(map.out - p * panelWidth), m_rows(rows) {
        if (m_width >= panelWidth) return;
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < m_width; ++c) m_edge[r][c] = m_y[std::size_t(r) * m_step + std::size_t(c)];
    }
    ~PanelOutput() {
        if (m_width >= panelWidth) return;
        for (int r = 0; r < m_rows; ++r)
            for (int c = 0; c < m_width; ++c) m_y[std::size_t(r) * m_step + std::size_t(c)] = m_edge[r][c];
    }
    PanelOutput(const PanelOutput&) = delete;
    PanelOutput& operator=(const PanelOutput&) = delete;

    RowsOut rows() { return m_width >= panelWidth ? RowsOut{m_y, m_step} : RowsOut{m_edge[0], panelWidth}; }

private:
    float* m_y;
    std::size_t m_step;
    int m_width;
    int m_rows;
    float m_edge[rowsTogether][panelWidth];
};

/// y = b in the columns of some panels.
inline void startWithBias(const Linear& map, PanelRange panels, int rows, float* y) {
    const int first = panels.first * panelWidth;
    const int end = panels.end * panelWidth < map.out ? panels.end * panelWidth : map.out;
    for (int r = 0; r < rows; ++r)
        std::memcpy(y + std::size_t(r) * std::size_t(map.out) + first, map.bias.data() + first,
                    std::size_t(end - first) * sizeof(float));
}

/// `count` inputs of a panel as float32: themselves, or widened into `room`.
inline const float* widenedPanel(const float* panel, int /*count*/, float* /*room*/) { return panel; }
template<typename Weight>
inline const float* widenedPanel(const Weight* panel, int count, float* room) {
    for (int i = 0; i < count * panelWidth; i += laneCount) store(room + i, load(panel + i));
    return room;
}

/// `count` inputs of one panel, for up to rowsTogether rows.
template<typename Weight>
inline void multiplyPart(const Linear& map, int p, int firstInput, int count, const float* x, int rows, float* y) {
    const Weight* panel = map.panels.as<Weight>() + map.panelAt(p) + std::size_t(firstInput) * panelWidth;
    const RowsIn in{x + firstInput, std::size_t(map.in)};
    PanelOutput out(map, p, y, rows);
    if (rows <= tileRows) return multiplyRows<tileRows, true>(rows, in, count, panel, out.rows());
    if constexpr (std::is_same_v<Weight, float>) { // the first rows bring the weights into the cache
        RowsOut to = out.rows();
        multiplyAcross<tileRows, true>(in, count, panel, to);
        multiplyRows<tileRows, false>(rows - tileRows, {in.first + tileRows * in.step, in.step}, count, panel,
                                      {to.first + tileRows * to.step, to.step});
    } else {
        alignas(64) float room[depth * panelWidth];
        multiplyRows<tileRows, false>(rows, in, count, widenedPanel(panel, count, room), out.rows());
    }
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
inline void multiplyRow(const Linear& map, PanelRange panels, const float* x, float* y) {
    int p = panels.first;
    for (; p + panelStreams <= panels.end && (p + panelStreams) * panelWidth <= map.out; p += panelStreams)
        multiplyStreams<panelStreams, Weight>(map, p, x, y);
    startWithBias(map, {p, panels.end}, 1, y);
    for (; p < panels.end; ++p) multiplyPart<Weight>(map, p, 0, map.in, x, 1, y);
}

/// The columns of some panels for `rows` rows: every output is summed over the inputs in order, one after another.
template<typename Weight>
inline void multiplyPanels(const Linear& map, PanelRange panels, const float* x, int rows, float* y) {
    if (rows == 1) return multiplyRow<Weight>(map, panels, x, y);
    for (int r = 0; r < rows; r += rowsTogether) {
        const int some = rows - r < rowsTogether ? rows - r : rowsTogether;
        const float* from = x + std::size_t(r) * std::size_t(map.in);
        float* to = y + std::size_t(r) * std::size_t(map.out);
        startWithBias(map, panels, some, to);
        // Rows that stay in the second cache whole meet the panels one by one, as these lie in memory.
        const int inputs = some <= 64 ? map.in : depth;
        for (int outer = 0; outer < map.in; outer += inputs)
            for (int p = panels.first; p < panels.end; ++p)
                for (int k = outer; k < map.in && k < outer + inputs; k += depth)
                    multiplyPart<Weight>(map, p, k, map.in - k < depth ? map.in - k : depth, from, some, to);
    }
}

inline void linear(const Linear& map, PanelRange panels, const float* x, int rows, float* y) {
    switch (map.panels.precision) {
    case Precision::F16: return multiplyPanels<Half>(map, panels, x, rows, y);
    case Precision::BF16: return multiplyPanels<Bfloat>(map, panels, x, rows, y);
    case Precision::F32: return multiplyPanels<float>(map, panels, x, rows, y);
    }
}

template<typename Weight>
inline float dotProduct(const Weight* a, const float* b, int n) {
    Lanes sums[4] = {};
    int i = 0;
    for (; i + 4 * laneCount <= n; i += 4 * laneCount)
        for (int s = 0; s < 4; ++s) {
            const Weight* at = a + i + s * laneCount;
            __builtin_prefetch(reinterpret_cast<const char*>(at) + 2 * ahead);
            sums[s] += load(at) * load(b + i + s * laneCount);
        }
    float rest = 0;
    for (; i < n; ++i) rest += widen(a[i]) * b[i];
    return sum((sums[0] + sums[1]) + (sums[2] + sums[3])) + rest;
}

template<typename Weight>
inline void dotRows(const VectorTable& table, RowRange rows, const float* x, float* y) {
    const Weight* row = table.values.as<Weight>() + std::size_t(rows.first) * std::size_t(table.columns);
    for (int r = rows.first; r < rows.end; ++r, row += table.columns) y[r] = dotProduct(row, x, table.columns);
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
