#include "engine/reading/edge_fold.h"

#include "engine/forward/kernels.h"
#include "engine/reading/bounds.h"
#include "engine/reading/strongest.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <map>
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

/// How many queries of all the chosen heads see each key: T.
std::vector<int> seenBy(const Trace& trace, const GraphChoice& choice) {
    std::map<int, int> headsOf; // of a layer, whose rule is that of all its heads
    for (const HeadIndex head : choice.heads) ++headsOf[head.layer];
    std::vector<int> seen(std::size_t(trace.tokens()), 0);
    for (const auto& [layer, heads] : headsOf)
        for (int j = 0; j < trace.tokens(); ++j)
            seen[std::size_t(j)] += heads * trace.rule(layer).seenBy(j, trace.tokens());
    return seen;
}

} // namespace

void KeptEdges::trim(int budget) {
    keepWithin(budget, edges);
    if (budget <= 0)
        least = std::numeric_limits<float>::infinity();
    else if (edges.size() == std::size_t(budget))
        least = std::ranges::min(edges, {}, &Edge::weight).weight;
}

void KeptEdges::trimIfLarge(int budget) {
    if (edges.size() > 2 * std::size_t(std::max(budget, 512))) trim(budget);
}

EdgeFolding::EdgeFolding(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors)
    : m_trace(trace), m_choice(choice), m_factors(factors), m_rows(trace), m_step(std::size_t(trace.tokens()) + 16),
      m_sums(TraceLayout::rows * m_step) {
    assert(factors.empty() || factors.size() == choice.heads.size());
    for (const HeadIndex head : choice.heads) requireHead(trace, head);
}

void EdgeFolding::addBlock(EdgeFold& fold) {
    const int count = read(fold.rows, [&](int) -> KeptEdges& { return fold.kept; });
    for (int r = 0; r < count; ++r) addSums(r, fold);
    fold.kept.trim(m_choice.budget);
}

void EdgeFolding::addBlock(EdgeFold& fold, const std::function<void()>& then) {
    // A row's edges must not drive out those of an earlier one before that has been seen alone.
    std::vector<KeptEdges> kept(TraceLayout::rows, {{}, fold.kept.least});
    const int count = read(fold.rows, [&](int r) -> KeptEdges& { return kept[std::size_t(r)]; });
    for (int r = 0; r < count; ++r) {
        const std::vector<Edge>& edges = kept[std::size_t(r)].edges;
        fold.kept.edges.insert(fold.kept.edges.end(), edges.begin(), edges.end());
        fold.kept.trim(m_choice.budget);
        addSums(r, fold);
        then();
    }
}

/// Reads the rows from `first` to the end of its block; the edges of its row r go to keptOf(r).
template<typename Target>
int EdgeFolding::read(int first, const Target& keptOf) {
    const int count = std::min(TraceLayout::rows - first % TraceLayout::rows, m_trace.tokens() - first);
    std::fill_n(m_sums.begin(), std::ptrdiff_t(std::size_t(count) * m_step), 0.0F);
    m_pairs.fill(0);
    for (std::size_t slot = 0; slot < m_choice.heads.size(); ++slot)
        m_rows.forBlock(m_choice.heads[slot], first, [&](int i, float* row) {
            const int r = i - first;
            m_pairs[std::size_t(r)] += readRow(int(slot), i, row, sumsOf(r), keptOf(r));
        });
    return count;
}

/// Returns how many keys the row sees.
int EdgeFolding::readRow(int slot, int i, float* row, float* sums, KeptEdges& kept) {
    const ScoreRule& rule = m_trace.rule(m_choice.heads[std::size_t(slot)].layer);
    const KeyRange seen{rule.first(i), rule.visible(i, m_trace.tokens())};
    if (!m_factors.empty())
        for (int j = seen.first; j < seen.end; ++j) row[j] *= m_factors[std::size_t(slot)][std::size_t(j)];
    KeyRange shown = seen;
    if (m_choice.hideFirst && seen.first == 0) sums[shown.first++] += row[0];
    // Most rows have nothing that will be kept.
    const float largest = m_trace.kernels().accumulate(row, shown, sums);
    if (largest >= kept.least) choose(slot, i, row, shown, kept);
    return seen.end - seen.first;
}

void EdgeFolding::choose(int slot, int i, const float* row, KeyRange shown, KeptEdges& kept) {
    m_candidates.clear();
    for (int j = shown.first; j < shown.end; ++j)
        if (row[j] >= kept.least) m_candidates.push_back({i, j, slot, row[j]});
    takeStrongest(m_candidates, m_choice.topMass, massOf(row, shown), kept.edges);
    kept.trimIfLarge(m_choice.budget);
}

/// Adds the sums of row r of those that were read to the rows before it.
void EdgeFolding::addSums(int r, EdgeFold& fold) const {
    const float* sums = m_sums.data() + std::size_t(r) * m_step;
    fold.received.resize(std::size_t(m_trace.tokens()), 0.0);
    for (std::size_t j = 0; j < fold.received.size(); ++j) fold.received[j] += double(sums[j]);
    fold.pairs += m_pairs[std::size_t(r)];
    ++fold.rows;
}

AttentionGraph EdgeFolding::graph(const EdgeFold& fold) const {
    AttentionGraph graph;
    graph.tokens = m_trace.tokens();
    graph.heads = m_choice.heads;
    graph.pairs = fold.pairs;
    graph.edges = fold.kept.edges;
    std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return heavier(b, a); });
    graph.received.assign(std::size_t(graph.tokens), 0.0F);
    const double all = std::accumulate(fold.received.begin(), fold.received.end(), 0.0);
    if (all <= 0) return graph;
    double shown = 0;
    for (const Edge& edge : graph.edges) shown += double(edge.weight);
    graph.shown = std::min(1.0, shown / all);
    graph.onFirst = fold.received[0] / all;
    const std::vector<int> seen = seenBy(m_trace, m_choice);
    for (std::size_t j = 0; j < seen.size(); ++j) graph.received[j] = float(fold.received[j] / double(seen[j]));
    return graph;
}

} // namespace mayfly
