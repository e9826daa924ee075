#include "engine/reading/edge_fold.h"

#include "engine/reading/bounds.h"
#include "engine/reading/strongest.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace mayfly {

namespace {

constexpr int headsAlone = 8;
constexpr int mostParts = 16;

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

/// How many rows are read next: early ones, whose weights are large, in small steps, because what is kept of them saves
/// looking at most of the later ones.
int nextRows(int first, int tokens) {
    const int endOfBlock = (first / TraceLayout::rows + 1) * TraceLayout::rows;
    return std::min({std::max(first, 4), endOfBlock - first, tokens - first});
}

/// No lighter edge will be kept.
float leastOf(const std::vector<Edge>& edges, int budget) {
    if (budget <= 0) return std::numeric_limits<float>::infinity();
    return edges.size() < std::size_t(budget) ? 0.0F : edges.back().weight;
}

} // namespace

EdgeFolding::EdgeFolding(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors)
    : m_trace(trace), m_choice(choice) {
    assert(factors.empty() || factors.size() == choice.heads.size());
    for (const HeadIndex head : choice.heads) requireHead(trace, head);
    const int slots = int(choice.heads.size());
    const int parts = std::min((slots + headsAlone - 1) / headsAlone, mostParts);
    m_parts.reserve(std::size_t(parts));
    for (int p = 0; p < parts; ++p)
        m_parts.emplace_back(trace, choice, factors, slots * p / parts, slots * (p + 1) / parts);
}

void EdgeFolding::addRows(EdgeFold& fold, const std::function<void()>& then) {
    // A row's edges must not drive out those of an earlier one before that has been seen without it.
    const bool apart = bool(then);
    const int count = nextRows(fold.rows, m_trace.tokens());
    read(fold.rows, count, leastOf(fold.edges, m_choice.budget), apart);
    if (!apart) addEdges(0, fold);
    for (int r = 0; r < count; ++r) {
        if (apart) addEdges(r, fold);
        addSums(r, fold);
        if (apart) then();
    }
}

void EdgeFolding::read(int first, int count, float least, bool apart) {
    const int parts = int(m_parts.size());
    // A few rows are read sooner than a second thread wakes. To read a key takes as long as to compare it with some queries.
    [[maybe_unused]] const std::int64_t work = std::int64_t(m_choice.heads.size()) * (first + count) * (count + 8);
#pragma omp parallel if (parts > 1 && work > (1 << 20))
    {
        WeightRows rows(m_trace); // a thread's own, so that they stay in its cache from one part to the next
#pragma omp for schedule(dynamic)
        for (int p = 0; p < parts; ++p) m_parts[std::size_t(p)].read(rows, first, count, least, apart);
    }
}

void EdgeFolding::addEdges(int r, EdgeFold& fold) const {
    std::vector<Edge> fresh;
    for (const EdgeRows& part : m_parts) {
        const std::span<const Edge> more = part.edges(r);
        fresh.insert(fresh.end(), more.begin(), more.end());
    }
    keepWithin(m_choice.budget, fresh);
    std::sort(fresh.begin(), fresh.end(), heavier);
    std::vector<Edge> all(fold.edges.size() + fresh.size());
    std::merge(fold.edges.begin(), fold.edges.end(), fresh.begin(), fresh.end(), all.begin(), heavier);
    all.resize(std::min(all.size(), std::size_t(std::max(m_choice.budget, 0))));
    fold.edges = std::move(all);
}

/// Adds the sums of row r of those that were read to the rows before it.
void EdgeFolding::addSums(int r, EdgeFold& fold) const {
    fold.received.resize(std::size_t(m_trace.tokens()), 0.0);
    for (const EdgeRows& part : m_parts) {
        const float* sums = part.sums(r);
        for (int j = 0; j < part.seenEnd(); ++j) fold.received[std::size_t(j)] += double(sums[j]);
        fold.pairs += part.pairs(r);
    }
    ++fold.rows;
}

AttentionGraph EdgeFolding::graph(const EdgeFold& fold) const {
    AttentionGraph graph;
    graph.tokens = m_trace.tokens();
    graph.heads = m_choice.heads;
    graph.pairs = fold.pairs;
    graph.edges.assign(fold.edges.rbegin(), fold.edges.rend());
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
