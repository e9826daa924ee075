#include "app/compare/changes.h"

#include "engine/reading/strongest.h"

#include <algorithm>
#include <cmath>

namespace compare {

namespace {

/// Below this, floats of equal sums differ by chance.
constexpr float least = 1e-6F;

/// The changes of one query.
std::vector<mayfly::Edge> changesOf(int query, const std::vector<float>& values) {
    std::vector<mayfly::Edge> edges;
    for (std::size_t key = 0; key < values.size(); ++key) {
        const float value = values[key];
        if (!matrix::Cells::isShown(value) || !std::isfinite(value) || std::abs(value) < least) continue;
        edges.push_back({query, int(key), value > 0 ? Changes::gain : Changes::loss, std::abs(value)});
    }
    return edges;
}

double sumOf(const std::vector<mayfly::Edge>& edges) {
    double sum = 0;
    for (const mayfly::Edge& edge : edges) sum += double(edge.weight);
    return sum;
}

/// Of each token of both texts, the mean weight that it receives in the text after.
void readReceived(const Difference& difference, mayfly::AttentionGraph& graph) {
    graph.received.assign(std::size_t(difference.size()), 0.0F);
    const mayfly::Trace& trace = *difference.after().trace;
    const int tokens = trace.tokens();
    std::vector<float> room(static_cast<std::size_t>(tokens)), row(room.size());
    for (int query = 0; query < tokens; ++query) {
        matrix::readRow(trace, difference.reading(), query, room, row);
        for (int key = 0; key < tokens; ++key)
            if (const float weight = row[std::size_t(key)]; weight > 0 && std::isfinite(weight))
                graph.received[std::size_t(difference.matching().placeOfAfter[std::size_t(key)])] += weight / float(tokens);
        graph.onFirst += std::max(0.0, double(row[0])) / tokens;
    }
}

} // namespace

Changes selectChanges(const Difference& difference, double topMass, int budget) {
    Changes changes;
    mayfly::AttentionGraph& graph = changes.graph;
    graph.tokens = difference.size();
    graph.heads = difference.reading().heads;
    readReceived(difference, graph);
    std::vector<float> values(static_cast<std::size_t>(graph.tokens));
    for (int query = 0; query < graph.tokens; ++query) {
        difference.readRow(query, values);
        graph.pairs += std::count_if(values.begin(), values.end(), matrix::Cells::isShown);
        std::vector<mayfly::Edge> edges = changesOf(query, values);
        for (const mayfly::Edge& edge : edges)
            (edge.slot == Changes::gain ? changes.gained : changes.lost) += double(edge.weight);
        mayfly::takeStrongest(edges, topMass, graph.edges);
    }
    mayfly::keepWithin(budget, graph.edges);
    // The strongest are painted last.
    std::sort(graph.edges.begin(), graph.edges.end(), [](const auto& a, const auto& b) { return mayfly::heavier(b, a); });
    if (!graph.edges.empty()) changes.largest = double(graph.edges.back().weight);
    const double all = changes.gained + changes.lost;
    graph.shown = all > 0 ? sumOf(graph.edges) / all : 0;
    return changes;
}

} // namespace compare
