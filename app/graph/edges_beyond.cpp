#include "app/graph/edges_beyond.h"

#include <algorithm>

namespace graph {

std::vector<SceneEdge> edgesBeyond(const Snapshot& snapshot, const Scene& scene, const Focus& focus) {
    std::vector<SceneEdge> beyond;
    const int tokens = std::min(snapshot.size(), int(scene.nodes.size()));
    if (!focus.isEdge() || focus.query >= tokens || focus.key >= tokens) return beyond;
    for (int slot = 0; slot < int(scene.heads.size()); ++slot) {
        const mayfly::HeadIndex head = scene.heads[std::size_t(slot)];
        if (focus.slot >= 0 && focus.slot != slot) continue;
        const bool there = std::any_of(scene.edges.begin(), scene.edges.end(), [&](const SceneEdge& edge) {
            return edge.query == focus.query && edge.key == focus.key && edge.slot == slot;
        });
        if (there || !snapshot.trace->has(head) || !snapshot.trace->rule(head.layer).sees(focus.query, focus.key)) continue;
        const Place& query = scene.nodes[std::size_t(focus.query)].place;
        const Place& key = scene.nodes[std::size_t(focus.key)].place;
        beyond.push_back({focus.query, focus.key, slot, double(snapshot.trace->weight(head, focus.query, focus.key)),
                          curveOf(scene.layout, query, key, wayOf(focus.query, focus.key), slot, scene.placement)});
    }
    return beyond;
}

} // namespace graph
