#include "engine/reading/graph.h"

#include "engine/reading/bounds.h"
#include "engine/reading/strongest.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace mayfly {

namespace {

/// Adds up what the rows of one head say and collects their strongest edges.
class Selection {
public:
    Selection(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors, AttentionGraph& graph)
        : m_trace(trace), m_choice(choice), m_factors(factors), m_graph(graph), m_row(std::size_t(trace.tokens())) {}

    void addHead(int slot) {
        const HeadIndex head = m_choice.heads[std::size_t(slot)];
        for (int i = 0; i < m_trace.tokens(); ++i) {
            const ScoreRule& rule = m_trace.rule(head.layer);
            m_trace.weights(head, i, m_row);
            if (!m_factors.empty()) scaleRow(m_factors[std::size_t(slot)]);
            addRow(slot, i, rule.first(i), rule.visible(i, m_trace.tokens()));
        }
        // Bound what is kept at any time, however many heads are chosen.
        if (m_graph.edges.size() > 4 * std::size_t(std::max(m_choice.budget, 1)))
            keepWithin(m_choice.budget, m_graph.edges);
    }

    /// What all rows hold together.
    double all() const { return m_all; }

private:
    void scaleRow(const std::vector<float>& factors) {
        for (std::size_t j = 0; j < m_row.size(); ++j) m_row[j] *= factors[j];
    }

    void addRow(int slot, int i, int first, int visible) {
        m_graph.pairs += visible - first;
        m_graph.onFirst += double(m_row[0]);
        for (int j = first; j < visible; ++j) {
            m_all += double(m_row[std::size_t(j)]);
            m_graph.received[std::size_t(j)] += m_row[std::size_t(j)];
        }
        m_candidates.clear();
        for (int j = std::max(first, m_choice.hideFirst ? 1 : 0); j < visible; ++j)
            m_candidates.push_back({i, j, slot, m_row[std::size_t(j)]});
        takeStrongest(m_candidates, m_choice.topMass, m_graph.edges);
    }

    const Trace& m_trace;
    const GraphChoice& m_choice;
    const KeyFactors& m_factors;
    AttentionGraph& m_graph;
    double m_all = 0;
    std::vector<float> m_row;
    std::vector<Edge> m_candidates;
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
    keepWithin(choice.budget, graph.edges);
    std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return heavier(b, a); });
    normalise(trace, selection.all(), graph);
    return graph;
}

} // namespace mayfly
