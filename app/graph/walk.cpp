#include "app/graph/walk.h"

#include <algorithm>

namespace graph {

namespace {

int tokensOf(const Scene& scene) {
    return int(std::count_if(scene.nodes.begin(), scene.nodes.end(), [](const SceneNode& n) { return n.token >= 0; }));
}

} // namespace

Focus walk(const Scene& scene, const Focus& from, Step step) {
    switch (step) {
    case Step::Left: return nextToken(scene, from, -1);
    case Step::Right: return nextToken(scene, from, 1);
    case Step::Up: return nextEdge(scene, from, -1);
    case Step::Down: break;
    }
    return nextEdge(scene, from, 1);
}

Focus nextToken(const Scene& scene, const Focus& from, int by) {
    const int count = tokensOf(scene);
    if (count == 0) return {};
    if (from.isNone()) return {by > 0 ? 0 : count - 1, -1, -1};
    return {std::clamp((by > 0 ? from.last() : from.query) + by, 0, count - 1), -1, -1};
}

Focus nextEdge(const Scene& scene, const Focus& from, int by) {
    if (from.isNone()) return nextToken(scene, from, 1);
    std::vector<Focus> edges;
    for (auto edge = scene.edges.rbegin(); edge != scene.edges.rend(); ++edge) // heaviest first
        if (edge->query == from.query && scene.nodes[std::size_t(edge->key)].token >= 0)
            edges.push_back({edge->query, edge->key, edge->slot});
    if (edges.empty()) return {from.query, -1, -1};
    const auto at = std::find(edges.begin(), edges.end(), from);
    const std::ptrdiff_t place = (at == edges.end() ? -1 : at - edges.begin()) + by;
    if (place < 0) return {from.query, -1, -1};
    return edges[std::size_t(std::min(place, std::ptrdiff_t(edges.size()) - 1))];
}

} // namespace graph
