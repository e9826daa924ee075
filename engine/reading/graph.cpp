#include "engine/reading/graph.h"

#include "engine/reading/bounds.h"
#include "engine/reading/weight_rows.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace mayfly {

namespace {

/// Heaviest first; ties to the earlier head, query and key, so that a picture never depends on chance.
bool heavier(const Edge& a, const Edge& b) {
    return std::tuple(-a.weight, a.slot, a.query, a.key) < std::tuple(-b.weight, b.slot, b.query, b.key);
}

/// Appends the strongest keys of one row, `candidates`, until they hold `mass`. The candidates are heaped, not sorted: a few
/// keys usually hold most of it.
void takeStrongest(std::vector<Edge>& candidates, double mass, std::vector<Edge>& edges) {
    const auto lighter = [](const Edge& a, const Edge& b) { return heavier(b, a); };
    std::make_heap(candidates.begin(), candidates.end(), lighter);
    double taken = 0;
    // The tolerance keeps rounding in the sum from asking for one more edge than 100 % has.
    while (!candidates.empty() && taken < mass - 1e-9) {
        std::pop_heap(candidates.begin(), candidates.end(), lighter);
        taken += double(candidates.back().weight);
        edges.push_back(candidates.back());
        candidates.pop_back();
    }
}

/// Adds up what the rows of one head say and collects the strongest edges.
class Selection {
public:
    Selection(const Trace& trace, const GraphChoice& choice, AttentionGraph& graph)
        : m_trace(trace), m_choice(choice), m_graph(graph), m_rows(trace) {}

    void addHead(int slot) {
        const HeadIndex head = m_choice.heads[std::size_t(slot)];
        const ScoreRule& rule = m_trace.rule(head.layer);
        m_rows.forEach(head, 0, [&](int i, const float* weights) {
            addRow(slot, i, weights, {rule.first(i), rule.visible(i, m_trace.tokens())});
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

private:
    void addRow(int slot, int i, const float* weights, KeyRange seen) {
        m_graph.pairs += seen.end - seen.first;
        if (seen.first == 0) m_graph.onFirst += double(weights[0]);
        for (int j = seen.first; j < seen.end; ++j) m_graph.received[std::size_t(j)] += weights[j];
        double mass = 0;
        m_candidates.clear();
        for (int j = std::max(seen.first, m_choice.hideFirst ? 1 : 0); j < seen.end; ++j) {
            mass += double(weights[j]);
            if (weights[j] >= m_least) m_candidates.push_back({i, j, slot, weights[j]});
        }
        takeStrongest(m_candidates, m_choice.topMass * mass, m_graph.edges);
        if (m_graph.edges.size() > 2 * std::size_t(std::max(m_choice.budget, 512))) keepWithinBudget();
    }

    const Trace& m_trace;
    const GraphChoice& m_choice;
    AttentionGraph& m_graph;
    WeightRows m_rows;
    std::vector<Edge> m_candidates;
    float m_least = 0; ///< as many edges as the budget allows are at least as heavy: no lighter one will be kept
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
    selection.keepWithinBudget();
    std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) { return heavier(b, a); });
    normalise(trace, graph);
    return graph;
}

} // namespace mayfly
