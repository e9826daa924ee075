#include "app/graph/scene.h"

#include "app/drawing/font.h"
#include "app/graph/gravity.h"
#include "app/graph/share_shown.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graph {

namespace {

/// Widths are measured large and once for each text, which the last scene may have had: measuring costs more than drawing.
std::vector<double> widthsOf(const std::vector<QString>& labels, const Scene* last) {
    constexpr double measured = 20;
    QHash<QString, double> known;
    if (last != nullptr)
        for (const SceneNode& node : last->nodes) known.insert(node.label, node.width);
    std::vector<double> widths;
    for (const QString& label : labels) {
        auto at = known.constFind(label);
        if (at == known.constEnd()) at = known.insert(label, drawing::textWidth(label, measured) / measured);
        widths.push_back(*at);
    }
    return widths;
}

std::vector<Attraction> attractionsOf(const mayfly::AttentionGraph& selection) {
    std::vector<Attraction> attractions;
    for (const mayfly::Edge& edge : selection.edges)
        if (edge.query != edge.key && std::isfinite(edge.weight))
            attractions.push_back({edge.query, edge.key, double(edge.weight) / double(selection.heads.size())});
    return attractions;
}

/// Where gravity had brought those tokens that were there.
std::vector<std::optional<QPointF>> placesIn(const Scene* last, const Scene& scene) {
    std::vector<std::optional<QPointF>> places(scene.nodes.size());
    if (last == nullptr || last->layout != Layout::Gravity || last->area != scene.area) return places;
    QHash<quint64, QPointF> known;
    for (const SceneNode& node : last->nodes) known.insert(node.identity, node.place.query);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const auto at = known.constFind(scene.nodes[i].identity); at != known.constEnd()) places[i] = *at;
    return places;
}

/// Tokens that were dragged stay, and the others come to rest around them.
void pullTogether(const SceneText& text, const std::vector<double>& widths,
                  const mayfly::AttentionGraph& selection, const Moved& moved, const Scene* last, Scene& scene) {
    std::vector<std::optional<QPointF>> held(scene.nodes.size());
    for (std::size_t i = 0; i < held.size(); ++i)
        if (moved.contains(text.identity[i])) held[i] = scene.nodes[i].place.query;
    const auto points = settle(scene.placement, widths, attractionsOf(selection), held, scene.area, placesIn(last, scene));
    for (std::size_t i = 0; i < points.size(); ++i) scene.nodes[i].place = {points[i], points[i]};
}

void addNodes(const SceneText& text, const std::vector<double>& widths, const std::vector<float>& received,
              const Moved& moved, Scene& scene) {
    scene.nodes.reserve(text.labels.size());
    for (std::size_t i = 0; i < text.labels.size(); ++i) {
        SceneNode node;
        node.label = text.labels[i];
        node.width = widths[i];
        node.identity = text.identity[i];
        node.token = int(i);
        node.received = double(received[i]);
        const QPointF by = moved.value(node.identity);
        node.place = {scene.placement.places[i].query + by, scene.placement.places[i].key + by};
        scene.nodes.push_back(node);
    }
}

Scene sceneWithNodes(const SceneText& text, const mayfly::AttentionGraph& selection, Placement placement,
                     const std::vector<double>& widths, const Moved& moved) {
    Scene scene;
    scene.placement = std::move(placement);
    scene.heads = selection.heads;
    scene.pairs = selection.pairs;
    scene.shown = shareOf(selection);
    scene.onFirst = selection.onFirst;
    addNodes(text, widths, selection.received, moved, scene);
    return scene;
}

} // namespace

SceneText SceneText::of(const Snapshot& snapshot) {
    return {snapshot.labels, snapshot.identity, snapshot.size() > 0 && !snapshot.trace->rule(0).causal};
}

Scene buildScene(const Snapshot& snapshot, const mayfly::AttentionGraph& selection, bool firstHidden, Layout layout,
                 QSizeF area, const Moved& moved, const Scene* last) {
    return buildScene(SceneText::of(snapshot), selection, firstHidden, layout, area, moved, last);
}

Scene buildScene(const SceneText& text, const mayfly::AttentionGraph& selection, bool firstHidden, Layout layout,
                 QSizeF area, const Moved& moved, const Scene* last) {
    const std::vector<double> widths = widthsOf(text.labels, last);
    Scene scene = sceneWithNodes(text, selection, place(layout, widths, area, text.bothWays), widths, moved);
    scene.layout = layout;
    scene.area = area;
    scene.firstHidden = firstHidden;
    if (layout == Layout::Gravity) pullTogether(text, widths, selection, moved, last, scene);
    scene.edges.reserve(selection.edges.size());
    for (const mayfly::Edge& edge : selection.edges) {
        const Place& query = scene.nodes[std::size_t(edge.query)].place;
        const Place& key = scene.nodes[std::size_t(edge.key)].place;
        scene.edges.push_back({edge.query, edge.key, edge.slot, double(edge.weight),
                               curveOf(layout, query, key, wayOf(edge.query, edge.key), edge.slot, scene.placement)});
    }
    return scene;
}

Scene buildMirroredScene(const Snapshot& snapshot, const mayfly::AttentionGraph& above,
                         const mayfly::AttentionGraph& below, bool firstHidden, QSizeF area) {
    const std::vector<double> widths = widthsOf(snapshot.labels, nullptr);
    Scene scene = sceneWithNodes(SceneText::of(snapshot), above, place(Layout::Arc, widths, area, true), widths, {});
    scene.area = area;
    scene.firstHidden = firstHidden;
    scene.mirrored = true;
    const double largest = below.edges.empty() ? 1 : double(below.edges.back().weight);
    const auto add = [&](const mayfly::Edge& edge, double weight, bool mirrored) {
        if (!std::isfinite(weight)) return;
        const Place& query = scene.nodes[std::size_t(edge.query)].place;
        const Place& key = scene.nodes[std::size_t(edge.key)].place;
        const Way way = edge.query == edge.key ? Way::ToItself : mirrored ? Way::Ahead : Way::Back;
        SceneEdge drawn{edge.query, edge.key, edge.slot, weight,
                        curveOf(Layout::Arc, query, key, way, edge.slot, scene.placement), mirrored};
        if (mirrored && way == Way::ToItself)
            for (QPointF& point : drawn.curve) point.setY(2 * query.query.y() + scene.placement.band - point.y());
        scene.edges.push_back(drawn);
    };
    for (const mayfly::Edge& edge : above.edges) add(edge, double(edge.weight), false);
    for (const mayfly::Edge& edge : below.edges) add(edge, double(edge.weight) / largest, true);
    std::stable_sort(scene.edges.begin(), scene.edges.end(),
                     [](const SceneEdge& a, const SceneEdge& b) { return a.weight < b.weight; });
    return scene;
}

Curve onScreen(const Scene& scene, const SceneEdge& edge, const Viewport& viewport) {
    Curve curve;
    for (std::size_t p = 0; p < curve.size(); ++p) curve[p] = viewport.map(edge.curve[p]);
    if (edge.query != edge.key || scene.layout == Layout::Columns) return curve;
    const double roomy = 44; // pixels between tokens that leave a loop its full size
    const double size = std::clamp(scene.placement.spacing * viewport.zoom / roomy, 0.1, 1.0);
    for (std::size_t p = 1; p < 3; ++p) curve[p] = curve[0] + (edge.curve[p] - edge.curve[0]) * size;
    return curve;
}

} // namespace graph
