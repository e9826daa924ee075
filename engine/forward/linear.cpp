#include "engine/forward/linear.h"

#include <algorithm>

namespace mayfly {

namespace {

// What a thread takes at once: enough panels to stream side by side, and rows that its second cache holds.
constexpr int panelsAtOnce = 4;
constexpr int rowsAtOnce = 256;
constexpr int tableRowsAtOnce = 256;

int piecesOf(int count, int size) { return (count + size - 1) / size; }

} // namespace

void applyLinear(const Kernels& kernels, Team& team, const float* x, int rows, std::initializer_list<Output> outputs) {
    int pieces = 0;
    for (const Output& each : outputs) pieces += piecesOf(each.map.panelCount(), panelsAtOnce);
    team.share(pieces * piecesOf(rows, rowsAtOnce), [&](int task, int /*thread*/) {
        const int row = task / pieces * rowsAtOnce;
        const Output* output = outputs.begin();
        int piece = task % pieces;
        for (; piece >= piecesOf(output->map.panelCount(), panelsAtOnce); ++output)
            piece -= piecesOf(output->map.panelCount(), panelsAtOnce);
        const int first = piece * panelsAtOnce;
        kernels.linear(output->map, {first, std::min(first + panelsAtOnce, output->map.panelCount())},
                       x + std::size_t(row) * std::size_t(output->map.in), std::min(rows - row, rowsAtOnce),
                       output->y + std::size_t(row) * std::size_t(output->map.out));
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
