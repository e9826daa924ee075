#include "app/graph/scene.h"

#include <QHash>

#include <tuple>
#include <unordered_map>

namespace graph {

namespace {

QPointF between(QPointF a, QPointF b, double t) { return a + (b - a) * t; }
double between(double a, double b, double t) { return a + (b - a) * t; }
Place between(const Place& a, const Place& b, double t) {
    return {between(a.query, b.query, t), between(a.key, b.key, t)};
}

struct EdgeId {
    quint64 query = 0;
    quint64 key = 0;
    mayfly::HeadIndex head;

    bool operator==(const EdgeId&) const = default;
};

struct EdgeIdHash {
    std::size_t operator()(const EdgeId& id) const {
        return qHashMulti(0, id.query, id.key, id.head.layer, id.head.head);
    }
};

EdgeId idOf(const Scene& scene, const SceneEdge& edge) {
    return {scene.nodes[std::size_t(edge.query)].identity, scene.nodes[std::size_t(edge.key)].identity,
            scene.heads[std::size_t(edge.slot)]};
}

/// Nodes of `to` on their way, then those of `from` that are going. Returns where each identity stands.
QHash<quint64, int> morphNodes(const Scene& from, const Scene& to, double t, Scene& scene) {
    QHash<quint64, int> old;
    for (std::size_t i = 0; i < from.nodes.size(); ++i) old.insert(from.nodes[i].identity, int(i));
    QHash<quint64, int> at;
    for (std::size_t i = 0; i < to.nodes.size(); ++i) {
        SceneNode& node = scene.nodes[i];
        at.insert(node.identity, int(i));
        const auto before = old.constFind(node.identity);
        if (before == old.constEnd()) {
            node.presence = t;
            continue;
        }
        const SceneNode& was = from.nodes[std::size_t(*before)];
        node.place = between(was.place, node.place, t);
        node.received = between(was.received, node.received, t);
        node.presence = between(was.presence, node.presence, t);
    }
    for (const SceneNode& was : from.nodes) {
        if (at.contains(was.identity) || was.presence * (1 - t) < 0.02) continue;
        at.insert(was.identity, int(scene.nodes.size()));
        scene.nodes.push_back(was);
        scene.nodes.back().token = -1;
        scene.nodes.back().presence *= 1 - t;
    }
    return at;
}

using OldEdges = std::unordered_map<EdgeId, const SceneEdge*, EdgeIdHash>;

void morphEdges(const Scene& to, double t, OldEdges& old, Scene& scene) {
    for (std::size_t i = 0; i < to.edges.size(); ++i) {
        SceneEdge& edge = scene.edges[i];
        const auto before = old.find(idOf(to, to.edges[i]));
        if (before == old.end()) {
            edge.weight *= t;
            continue;
        }
        const SceneEdge& was = *before->second;
        edge.weight = between(was.weight, edge.weight, t);
        for (std::size_t p = 0; p < edge.curve.size(); ++p)
            edge.curve[p] = between(was.curve[p], edge.curve[p], t);
        old.erase(before);
    }
}

/// Edges that are going are drawn first: they only fade.
void addGoing(const Scene& from, double t, const OldEdges& old, const QHash<quint64, int>& at, Scene& scene) {
    std::vector<SceneEdge> going;
    for (const SceneEdge& was : from.edges) {
        const EdgeId id = idOf(from, was);
        if (!old.contains(id) || was.weight * (1 - t) < 0.004) continue;
        const auto query = at.constFind(id.query);
        const auto key = at.constFind(id.key);
        const auto slot = std::find(scene.heads.begin(), scene.heads.end(), id.head);
        if (query == at.constEnd() || key == at.constEnd() || slot == scene.heads.end()) continue;
        going.push_back({*query, *key, int(slot - scene.heads.begin()), was.weight * (1 - t), was.curve});
    }
    scene.edges.insert(scene.edges.begin(), going.begin(), going.end());
}

} // namespace

Scene morph(const Scene& from, const Scene& to, double t) {
    Scene scene = to;
    if (t >= 1) return scene;
    const QHash<quint64, int> at = morphNodes(from, to, t, scene);
    OldEdges old;
    for (const SceneEdge& edge : from.edges) old.emplace(idOf(from, edge), &edge);
    morphEdges(to, t, old, scene);
    addGoing(from, t, old, at, scene);
    return scene;
}

} // namespace graph
