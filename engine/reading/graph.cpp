#include "engine/reading/graph.h"

#include "engine/reading/bounds.h"
#include "engine/reading/strongest.h"
#include "engine/reading/weight_rows.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace mayfly {

namespace {

/// Adds up what the rows of one head say and collects the strongest edges.
class Selection {
public:
    Selection(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors, AttentionGraph& graph)
        : m_trace(trace), m_choice(choice), m_factors(factors), m_graph(graph), m_rows(trace) {}

    void addHead(int slot) {
        const HeadIndex head = m_choice.heads[std::size_t(slot)];
        const ScoreRule& rule = m_trace.rule(head.layer);
        m_rows.forEach(head, 0, [&](int i, float* row) {
            const KeyRange seen{rule.first(i), rule.visible(i, m_trace.tokens())};
            if (!m_factors.empty())
                for (int j = seen.first; j < seen.end; ++j) row[j] *= m_factors[std::size_t(slot)][std::size_t(j)];
            addRow(slot, i, row, seen);
        });
    }

    /// No more edges than the budget allows.
    void keepWithinBudget() {
        const auto most = std::size_t(std::max(m_choice.budget, 0));
        if (m_graph.edges.size() <= most) return;
        const auto end = m_graph.edges.begin() + std::ptrdiff_t(most);
        std::nth_element(m_graph.edges.begin(), end, m_graph.edges.end(), heavier);
        m_least = end->weight;
        m_graph.edges.erase(end, m_graph.edges.end());
    }

    /// What all rows hold together.
    double all() const { return m_all; }

private:
    void addRow(int slot, int i, const float* row, KeyRange seen) {
        m_graph.pairs += seen.end - seen.first;
        if (seen.first == 0) m_graph.onFirst += double(row[0]);
        for (int j = seen.first; j < seen.end; ++j) m_graph.received[std::size_t(j)] += row[j];
        const int shown = std::max(seen.first, m_choice.hideFirst ? 1 : 0);
        double mass = 0;
        m_candidates.clear();
        for (int j = shown; j < seen.end; ++j) {
            mass += double(row[j]);
            if (row[j] >= m_least) m_candidates.push_back({i, j, slot, row[j]});
        }
        m_all += mass + (shown > seen.first ? double(row[0]) : 0.0);
        takeStrongest(m_candidates, m_choice.topMass, mass, m_graph.edges);
        if (m_graph.edges.size() > 2 * std::size_t(std::max(m_choice.budget, 512))) keepWithinBudget();
    }

    const Trace& m_trace;
    const GraphChoice& m_choice;
    const KeyFactors& m_factors;
    AttentionGraph& m_graph;
    WeightRows m_rows;
    double m_all = 0;
    std::vector<Edge> m_candidates;
    float m_least = 0; ///< as many edges as the budget allows are at least as heavy: no lighter one will be kept
};

/// Turns the sums over rows into means and shares.
void normalise(const Trace& trace, double all, AttentionGraph& graph) {
    if (graph.heads.empty()) return;
    double shown = 0;
    for (const Edge& edge : graph.edges) shown += double(edge.weight);
    graph.shown = all > 0 ? std::min(1.0, shown / all) : 0.0;
    graph.onFirst = all > 0 ? std::min(1.0, graph.onFirst / all) : 0.0;
    for (int j = 0; j < graph.tokens; ++j) {
        int seenBy = 0;
        for (const HeadIndex head : graph.heads) seenBy += trace.rule(head.layer).seenBy(j, graph.tokens);
        graph.received[std::size_t(j)] /= float(seenBy);
    }
}

} // namespace

AttentionGraph selectEdges(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors) {
    assert(factors.empty() || factors.size() == choice.heads.size());
    for (const HeadIndex head : choice.heads) requireHead(trace, head);
    AttentionGraph graph;
    graph.tokens = trace.tokens();
    graph.heads = choice.heads;
    graph.received.assign(std::size_t(graph.tokens), 0.0F);
    Selection selection(trace, choice, factors, graph);
    for (std::size_t slot = 0; slot < choice.heads.size(); ++slot) selection.addHead(int(slot));
    selection.keepWithinBudget();
    std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return heavier(b, a); });
    normalise(trace, selection.all(), graph);
    return graph;
}

} // namespace mayfly
