#include "engine/forward/linear.h"

#include <algorithm>

namespace mayfly {

namespace {

// What a thread takes at once: enough panels to stream side by side, and rows that its second cache holds.
constexpr int panelsAtOnce = 4;
constexpr int rowsAtOnce = linearRows;
constexpr int tableRowsAtOnce = 256;

int piecesOf(int count, int size) { return (count + size - 1) / size; }

} // namespace

/// The rows as the kernel takes them, and how many bytes one lies from the next.
RowsOf<const std::byte> LinearMaps::staged(RowsIn x, int rows, int in) {
    if (m_kernels.staging == nullptr) return {reinterpret_cast<const std::byte*>(x.first), x.step * sizeof(float)};
    const Staging& staging = *m_kernels.staging;
    const std::size_t width = std::size_t(piecesOf(in, staging.inputs)) * std::size_t(staging.inputs) * staging.bytes;
    const std::size_t size = std::size_t(piecesOf(rows, staging.rows)) * std::size_t(staging.rows) * width;
    if (m_room.size() < size) {
        m_room = {}; // not both at once
        m_room = Buffer<std::byte>::untouched(size);
    }
    m_team.share(piecesOf(rows, staging.rows), [&](int task, int /*thread*/) {
        const int first = task * staging.rows;
        staging.stage(x.after(first), std::min(staging.rows, rows - first), in, m_room.data() + std::size_t(first) * width);
    });
    return {m_room.data(), width};
}

void LinearMaps::apply(RowsIn x, int rows, std::initializer_list<Output> outputs) {
    const RowsOf<const std::byte> from = staged(x, rows, outputs.begin()->map.in);
    int pieces = 0;
    for (const Output& each : outputs) pieces += piecesOf(each.map.panelCount(), panelsAtOnce);
    m_team.share(pieces * piecesOf(rows, rowsAtOnce), [&](int task, int /*thread*/) {
        const int row = task / pieces * rowsAtOnce;
        const Output* output = outputs.begin();
        int piece = task % pieces;
        for (; piece >= piecesOf(output->map.panelCount(), panelsAtOnce); ++output)
            piece -= piecesOf(output->map.panelCount(), panelsAtOnce);
        const int first = piece * panelsAtOnce;
        m_kernels.linear(output->map, {first, std::min(first + panelsAtOnce, output->map.panelCount())}, from.after(row),
                         std::min(rows - row, rowsAtOnce), output->y.after(row));
    });
}

void applyRows(const Kernels& kernels, Team& team, const VectorTable& table, const float* x, float* y) {
    team.share(piecesOf(table.rows, tableRowsAtOnce), [&](int task, int /*thread*/) {
        const int first = task * tableRowsAtOnce;
        kernels.tableRows(table, {first, std::min(first + tableRowsAtOnce, table.rows)}, x, y);
    });
}

/// A few rows of the table at a time, which is much larger than the vectors: each is read from memory once.
void applyRowsAlone(const Kernels& kernels, const VectorTable& table, const float* x, int count, float* y) {
    constexpr int few = 16;
    for (int r = 0; r < table.rows; r += few)
        for (int c = 0; c < count; ++c)
            kernels.tableRows(table, {r, std::min(r + few, table.rows)}, x + std::size_t(c) * std::size_t(table.columns),
                              y + std::size_t(c) * std::size_t(table.rows));
}

} // namespace mayfly
