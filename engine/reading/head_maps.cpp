#include "engine/reading/head_maps.h"

#include <algorithm>
#include <cstdint>

namespace mayfly {

namespace {

int cellFor(int tokens) {
    int cell = 1;
    while (cell * HeadMaps::largestSide < tokens) cell *= 2;
    return cell;
}

/// The first row of cells that has to be made anew: cells above it hold only rows that both texts share.
int firstStaleCell(const HeadMaps& maps, const HeadMaps* before, int unchanged) {
    if (before == nullptr || before->cell != maps.cell || before->layers != maps.layers ||
        before->heads != maps.heads)
        return 0;
    return std::min(unchanged / maps.cell, std::min(before->side, maps.side));
}

void mapHead(const Trace& trace, HeadIndex head, const HeadMaps* before, int firstCell, HeadMaps& maps) {
    float* map = maps.values.data() + (maps.map(head) - maps.values.data());
    for (int row = 0; row < firstCell; ++row) {
        // A causal row ends at its own cell, so the narrower of two maps holds all of it.
        const int columns = std::min(before->side, maps.side);
        std::copy_n(before->map(head) + row * before->side, columns, map + row * maps.side);
    }
    std::vector<float> weights(std::size_t(trace.tokens()));
    for (int i = firstCell * maps.cell; i < trace.tokens(); ++i) {
        trace.weights(head, i, weights);
        float* cells = map + (i / maps.cell) * maps.side;
        const int visible = trace.rule(head.layer).visible(i, trace.tokens());
        for (int j = 0; j < visible; ++j) {
            float& cell = cells[j / maps.cell];
            cell = std::max(cell, weights[std::size_t(j)]);
        }
    }
}

} // namespace

HeadMaps mapHeads(const Trace& trace, const HeadMaps* before, int unchanged) {
    HeadMaps maps;
    maps.layers = trace.layers();
    maps.heads = trace.heads();
    maps.tokens = trace.tokens();
    maps.cell = cellFor(maps.tokens);
    maps.side = (maps.tokens + maps.cell - 1) / maps.cell;
    const int all = maps.layers * maps.heads;
    maps.values.assign(std::size_t(all) * std::size_t(maps.side * maps.side), 0.0F);
    const bool causal = all > 0 && trace.rule(0).causal;
    const int firstCell = causal ? firstStaleCell(maps, before, unchanged) : 0;
    // A short text is mapped sooner than a second thread wakes.
    [[maybe_unused]] const std::int64_t pairs = std::int64_t(all) * (maps.tokens - firstCell * maps.cell) * maps.tokens;
#pragma omp parallel for schedule(dynamic) if (pairs > (1 << 16))
    for (int h = 0; h < all; ++h)
        mapHead(trace, {h / maps.heads, h % maps.heads}, before, firstCell, maps);
    return maps;
}

} // namespace mayfly
