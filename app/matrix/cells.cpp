#include "app/matrix/cells.h"

#include <algorithm>

namespace matrix {

namespace {

/// The mean over the heads of one query's weights: T values, `masked` for keys that none of the heads sees.
void meanRow(const mayfly::Trace& trace, const std::vector<mayfly::HeadIndex>& heads, int query,
             std::vector<float>& mean) {
    std::vector<float> row(mean.size());
    std::fill(mean.begin(), mean.end(), Cells::masked);
    for (const mayfly::HeadIndex head : heads) {
        trace.weights(head, query, row);
        const mayfly::ScoreRule& rule = trace.rule(head.layer);
        for (auto key = std::size_t(rule.first(query)); key < std::size_t(rule.visible(query, trace.tokens())); ++key)
            mean[key] = std::max(mean[key], 0.0F) + row[key] / float(heads.size());
    }
}

} // namespace

Cells poolWeights(const mayfly::Trace& trace, const std::vector<mayfly::HeadIndex>& heads, int mostCells) {
    const int tokens = trace.tokens();
    Cells cells;
    cells.span = std::max(1, (tokens + mostCells - 1) / mostCells);
    cells.side = (tokens + cells.span - 1) / cells.span;
    cells.values.assign(std::size_t(cells.side) * std::size_t(cells.side), Cells::masked);
    std::vector<float> mean(static_cast<std::size_t>(tokens));
    for (int query = 0; query < tokens; ++query) {
        meanRow(trace, heads, query, mean);
        float* pooled = cells.values.data() + std::size_t(query / cells.span * cells.side);
        for (int key = 0; key < tokens; ++key)
            pooled[key / cells.span] = std::max(pooled[key / cells.span], mean[std::size_t(key)]);
    }
    return cells;
}

} // namespace matrix
