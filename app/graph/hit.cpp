#include "app/graph/hit.h"

#include "app/graph/labels.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graph {

namespace {

constexpr double reach = 7;      // pixels from an edge that still hit it
constexpr int segments = 24;

bool onLine(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport, QPointF screen) {
    const QPointF by = screen - viewport.map(node.place.query);
    const double apart = scene.placement.spacing * viewport.zoom;
    const double half = scene.placement.natural ? std::max(9.0, node.width * fit.font / 2 + 3)
                                                : std::clamp(apart / 2, 3.0, 9.0);
    const double below = scene.placement.natural ? 14 + 1.4 * fit.font : 40;
    return std::abs(by.x()) <= half && by.y() >= -8 && by.y() <= below;
}

bool inColumn(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport, QPointF screen) {
    const double half = std::max(2.0, scene.placement.spacing * viewport.zoom / 2);
    const double label = 20 + node.width * fit.font;
    const QPointF byQuery = screen - viewport.map(node.place.query);
    const QPointF byKey = screen - viewport.map(node.place.key);
    const bool left = std::abs(byQuery.y()) <= half && byQuery.x() <= 7 && byQuery.x() >= -label;
    const bool right = std::abs(byKey.y()) <= half && byKey.x() >= -7 && byKey.x() <= label;
    return left || right;
}

bool onDisc(const SceneNode& node, const Viewport& viewport, QPointF screen) {
    const QPointF by = screen - viewport.map(node.place.query);
    return std::hypot(by.x(), by.y()) <= 9;
}

/// On the circle or where gravity has brought it: the disc or the label.
bool onSpot(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport, QPointF screen) {
    if (onDisc(node, viewport, screen)) return true;
    const LabelSpot spot = labelSpot(scene, node, fit, viewport);
    QTransform turned;
    turned.translate(spot.at.x(), spot.at.y());
    turned.rotate(spot.angle);
    const LabelSpot upright{{0, 0}, spot.anchor, 0};
    return labelRect(upright, node.width * fit.font, fit.font).contains(turned.inverted().map(screen));
}

bool isOn(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport, QPointF screen) {
    switch (scene.layout) {
    case Layout::Arc: return onLine(scene, node, fit, viewport, screen);
    case Layout::Columns: return inColumn(scene, node, fit, viewport, screen);
    case Layout::Circle:
    case Layout::Gravity: break;
    }
    return onSpot(scene, node, fit, viewport, screen);
}

int nodeAt(const Scene& scene, const Viewport& viewport, QPointF screen) {
    const LabelFit fit = labelStyle(scene, viewport);
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const SceneNode& node = scene.nodes[i];
        if (node.token < 0) continue;
        if (!isOn(scene, node, fit, viewport, screen)) continue;
        const QPointF query = screen - viewport.map(node.place.query);
        const QPointF key = screen - viewport.map(node.place.key);
        const double distance =
            std::min(QPointF::dotProduct(query, query), QPointF::dotProduct(key, key));
        if (distance < nearest) {
            nearest = distance;
            best = int(i);
        }
    }
    return best;
}

double distanceToSegment(QPointF p, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF by = p - (a + along * t);
    return std::sqrt(QPointF::dotProduct(by, by));
}

/// By which alone most edges are told to be far off.
bool isNear(const Curve& curve, QPointF point, double within) {
    const auto [left, right, top, bottom] = drawing::boundsOf(curve);
    return point.x() >= left - within && point.x() <= right + within && point.y() >= top - within &&
           point.y() <= bottom + within;
}

double distanceTo(const Curve& curve, QPointF point) {
    double nearest = std::numeric_limits<double>::max();
    QPointF from = curve[0];
    for (int s = 1; s <= segments; ++s) {
        const QPointF to = drawing::pointOn(curve, double(s) / segments);
        nearest = std::min(nearest, distanceToSegment(point, from, to));
        from = to;
    }
    return nearest;
}

} // namespace

Focus hit(const Scene& scene, const Viewport& viewport, QPointF screen) {
    if (const int node = nodeAt(scene, viewport, screen); node >= 0)
        return {scene.nodes[std::size_t(node)].token, -1, -1};
    Focus focus;
    double best = std::numeric_limits<double>::max();
    for (const SceneEdge& edge : scene.edges) {
        const Curve curve = onScreen(scene, edge, viewport);
        if (!isNear(curve, screen, reach)) continue;
        const int query = scene.nodes[std::size_t(edge.query)].token;
        const int key = scene.nodes[std::size_t(edge.key)].token;
        const double distance = distanceTo(curve, screen);
        if (distance > reach || query < 0 || key < 0) continue;
        const double merit = distance - 3 * edge.weight; // the heavier one is what the eye sees
        if (merit <= best) {
            best = merit;
            focus = {query, key, edge.slot};
        }
    }
    return focus;
}

QRectF placeOf(const Scene& scene, const Focus& focus, const Viewport& viewport) {
    if (focus.isNone() || focus.query >= int(scene.nodes.size())) return {};
    const QPointF at = viewport.map(scene.nodes[std::size_t(focus.query)].place.query);
    return {at - QPointF(8, 8), QSizeF(16, 16)};
}

} // namespace graph
