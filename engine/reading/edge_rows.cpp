#include "engine/reading/edge_rows.h"

#include "engine/forward/kernels.h"
#include "engine/reading/strongest.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace mayfly {

namespace {

/// Σ weight over a range, in a fixed order; several sums at once need not wait for each other.
double massOf(const float* row, KeyRange range) {
    constexpr int some = 8;
    double sums[some] = {};
    int j = range.first;
    for (; j + some <= range.end; j += some)
        for (int x = 0; x < some; ++x) sums[x] += double(row[j + x]);
    for (; j < range.end; ++j) sums[0] += double(row[j]);
    return std::accumulate(std::begin(sums), std::end(sums), 0.0);
}

} // namespace

EdgeRows::EdgeRows(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors, int firstSlot, int endSlot)
    : m_trace(trace), m_choice(choice), m_factors(factors), m_firstSlot(firstSlot), m_endSlot(endSlot),
      m_step(scoreStep(trace.tokens())), m_sums(FloatBuffer::untouched(TraceLayout::rows * m_step)) {}

void EdgeRows::read(WeightRows& rows, int first, int count, float least, bool apart) {
    m_pairs.fill(0);
    m_seenEnd = 0;
    for (KeptEdges& kept : m_kept) {
        kept.edges.clear();
        kept.least = least;
    }
    std::fill_n(m_sums.data(), std::size_t(count) * m_step, 0.0F);
    for (int slot = m_firstSlot; slot < m_endSlot; ++slot)
        rows.forSome(m_choice.heads[std::size_t(slot)], first, count, [&](int i, float* row) {
            const auto r = std::size_t(i - first);
            m_pairs[r] += readRow(slot, i, row, m_sums.data() + r * m_step, m_kept[apart ? r : 0]);
        });
}

/// Returns how many keys the row sees.
int EdgeRows::readRow(int slot, int i, float* row, float* sums, KeptEdges& kept) {
    const ScoreRule& rule = m_trace.rule(m_choice.heads[std::size_t(slot)].layer);
    const KeyRange seen{rule.first(i), rule.visible(i, m_trace.tokens())};
    m_seenEnd = std::max(m_seenEnd, seen.end);
    if (!m_factors.empty())
        for (int j = seen.first; j < seen.end; ++j) row[j] *= m_factors[std::size_t(slot)][std::size_t(j)];
    KeyRange shown = seen;
    if (m_choice.hideFirst && seen.first == 0) sums[shown.first++] += row[0];
    // Most rows have nothing that will be kept.
    const float largest = m_trace.kernels().accumulate(row, shown, sums);
    if (largest >= kept.least) choose(slot, i, row, shown, kept);
    return seen.end - seen.first;
}

void EdgeRows::choose(int slot, int i, const float* row, KeyRange shown, KeptEdges& kept) {
    m_candidates.clear();
    for (int j = shown.first; j < shown.end; ++j)
        if (row[j] >= kept.least) m_candidates.push_back({i, j, slot, row[j]});
    takeStrongest(m_candidates, m_choice.topMass, massOf(row, shown), kept.edges);
    dropLightest(kept);
}

/// Now and then, so that each edge is looked at a few times only.
void EdgeRows::dropLightest(KeptEdges& kept) const {
    if (kept.edges.size() <= 2 * std::size_t(std::max(m_choice.budget, 512))) return;
    keepWithin(m_choice.budget, kept.edges);
    if (!kept.edges.empty()) kept.least = std::ranges::min(kept.edges, {}, &Edge::weight).weight;
}

} // namespace mayfly
