#include "engine/reading/head_maps.h"

#include "engine/reading/weight_rows.h"

#include <algorithm>
#include <cstdint>

namespace mayfly {

namespace {

int cellFor(int tokens) {
    int cell = 1;
    while (cell * HeadMaps::largestSide < tokens) cell *= 2;
    return cell;
}

/// The first token whose row has to be looked at anew: those before it are in the maps of before. A cell that holds a row
/// which the text no longer has is made anew whole; after an append there is none.
int firstStaleRow(const HeadMaps& maps, const HeadMaps* before, int unchanged) {
    if (before == nullptr || before->cell != maps.cell || before->layers != maps.layers ||
        before->heads != maps.heads)
        return 0;
    const int same = std::min(unchanged, std::min(before->tokens, maps.tokens));
    return same == before->tokens ? same : same / maps.cell * maps.cell;
}

void mapHead(const Trace& trace, HeadIndex head, const HeadMaps* before, int firstRow, HeadMaps& maps) {
    float* map = maps.values.data() + (maps.map(head) - maps.values.data());
    for (int row = 0; row * maps.cell < firstRow; ++row) {
        // A causal row ends at its own cell, so the narrower of two maps holds all of it.
        const int columns = std::min(before->side, maps.side);
        std::copy_n(before->map(head) + row * before->side, columns, map + row * maps.side);
    }
    const ScoreRule& rule = trace.rule(head.layer);
    std::vector<float> largest(std::size_t(trace.tokens()), 0.0F); // of the rows of a cell, key by key
    WeightRows(trace).forEach(head, firstRow, [&](int i, const float* weights) {
        const int end = rule.visible(i, trace.tokens());
        for (int j = rule.first(i); j < end; ++j) largest[std::size_t(j)] = std::max(largest[std::size_t(j)], weights[j]);
        if ((i + 1) % maps.cell != 0 && i + 1 != trace.tokens()) return;
        float* cells = map + (i / maps.cell) * maps.side;
        for (int j = 0; j < trace.tokens(); ++j)
            cells[j / maps.cell] = std::max(cells[j / maps.cell], largest[std::size_t(j)]);
        std::fill(largest.begin(), largest.end(), 0.0F);
    });
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
    const int firstRow = causal ? firstStaleRow(maps, before, unchanged) : 0;
    // A short text is mapped sooner than a second thread wakes.
    [[maybe_unused]] const std::int64_t pairs = std::int64_t(all) * (maps.tokens - firstRow) * maps.tokens;
#pragma omp parallel for schedule(dynamic) if (pairs > (1 << 16))
    for (int h = 0; h < all; ++h)
        mapHead(trace, {h / maps.heads, h % maps.heads}, before, firstRow, maps);
    return maps;
}

} // namespace mayfly
