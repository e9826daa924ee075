#include "engine/reading/graph.h"

#include "engine/reading/bounds.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace mayfly {

namespace {

/// Heaviest first; ties to the earlier head, query and key, so that a picture never depends on chance.
bool heavier(const Edge& a, const Edge& b) {
    return std::tuple(-a.weight, a.slot, a.query, a.key) < std::tuple(-b.weight, b.slot, b.query, b.key);
}

/// Appends the strongest keys of one row, `candidates`, until they hold topMass of the row's weight. The candidates are
/// heaped, not sorted: a few keys usually hold most of it.
void takeStrongest(std::vector<Edge>& candidates, double topMass, std::vector<Edge>& edges) {
    double all = 0;
    for (const Edge& edge : candidates) all += double(edge.weight);
    const auto lighter = [](const Edge& a, const Edge& b) { return heavier(b, a); };
    std::make_heap(candidates.begin(), candidates.end(), lighter);
    double taken = 0;
    // The tolerance keeps rounding in the sum from asking for one more edge than 100 % has.
    while (!candidates.empty() && taken < topMass * all - 1e-9) {
        std::pop_heap(candidates.begin(), candidates.end(), lighter);
        taken += double(candidates.back().weight);
        edges.push_back(candidates.back());
        candidates.pop_back();
    }
}

void keepWithin(int budget, std::vector<Edge>& edges) {
    const auto most = std::size_t(std::max(budget, 0));
    if (edges.size() <= most) return;
    std::nth_element(edges.begin(), edges.begin() + std::ptrdiff_t(most), edges.end(), heavier);
    edges.resize(most);
}

/// Adds up what the rows of one head say and collects their strongest edges.
class Selection {
public:
    Selection(const Trace& trace, const GraphChoice& choice, AttentionGraph& graph)
        : m_trace(trace), m_choice(choice), m_graph(graph), m_row(std::size_t(trace.tokens())) {}

    void addHead(int slot) {
        const HeadIndex head = m_choice.heads[std::size_t(slot)];
        for (int i = 0; i < m_trace.tokens(); ++i) {
            const ScoreRule& rule = m_trace.rule(head.layer);
            m_trace.weights(head, i, m_row);
            addRow(slot, i, rule.first(i), rule.visible(i, m_trace.tokens()));
        }
        // Bound what is kept at any time, however many heads are chosen.
        if (m_graph.edges.size() > 4 * std::size_t(std::max(m_choice.budget, 1)))
            keepWithin(m_choice.budget, m_graph.edges);
    }

private:
    void addRow(int slot, int i, int first, int visible) {
        m_graph.pairs += visible - first;
        m_graph.onFirst += double(m_row[0]);
        for (int j = first; j < visible; ++j) m_graph.received[std::size_t(j)] += m_row[std::size_t(j)];
        m_candidates.clear();
        for (int j = std::max(first, m_choice.hideFirst ? 1 : 0); j < visible; ++j)
            m_candidates.push_back({i, j, slot, m_row[std::size_t(j)]});
        takeStrongest(m_candidates, m_choice.topMass, m_graph.edges);
    }

    const Trace& m_trace;
    const GraphChoice& m_choice;
    AttentionGraph& m_graph;
    std::vector<float> m_row;
    std::vector<Edge> m_candidates;
};

/// Turns the sums over rows into means and shares.
void normalise(const Trace& trace, AttentionGraph& graph) {
    const double rows = double(graph.tokens) * double(graph.heads.size());
    if (rows <= 0) return;
    double shown = 0;
    for (const Edge& edge : graph.edges) shown += double(edge.weight);
    graph.shown = std::min(1.0, shown / rows);
    graph.onFirst = std::min(1.0, graph.onFirst / rows);
    for (int j = 0; j < graph.tokens; ++j) {
        int seenBy = 0;
        for (const HeadIndex head : graph.heads) seenBy += trace.rule(head.layer).seenBy(j, graph.tokens);
        graph.received[std::size_t(j)] /= float(seenBy);
    }
}

} // namespace

AttentionGraph selectEdges(const Trace& trace, const GraphChoice& choice) {
    for (const HeadIndex head : choice.heads) requireHead(trace, head);
    AttentionGraph graph;
    graph.tokens = trace.tokens();
    graph.heads = choice.heads;
    graph.received.assign(std::size_t(graph.tokens), 0.0F);
    Selection selection(trace, choice, graph);
    for (std::size_t slot = 0; slot < choice.heads.size(); ++slot) selection.addHead(int(slot));
    keepWithin(choice.budget, graph.edges);
    std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return heavier(b, a); });
    normalise(trace, graph);
    return graph;
}

} // namespace mayfly
