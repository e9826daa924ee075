#include "app/graph/labels.h"

#include "app/graph/circle.h"
#include "app/graph/label_room.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <set>

namespace graph {

namespace {

constexpr double largestOnScreen = 30;

/// Whether labels lie anywhere and not along a line: each is then a rectangle of its own.
bool scattered(const Scene& scene, const LabelFit& fit) {
    return scene.layout == Layout::Gravity || (scene.layout == Layout::Circle && !fit.radial);
}

/// Of arcs: whether a token was dragged so far that its word is above or below the others'.
bool isOffLine(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport) {
    if (scene.layout != Layout::Arc || node.token < 0 || node.token >= int(scene.placement.places.size())) return false;
    const double by = node.place.query.y() - scene.placement.places[std::size_t(node.token)].query.y();
    return std::abs(by) * viewport.zoom > fit.font * 1.3;
}

/// The room along the line that a label takes for itself, on the screen.
double stepOf(const Scene& scene, const SceneNode& node, const LabelFit& fit) {
    if (scene.layout == Layout::Columns) return fit.font * 1.25;
    if (fit.radial) return fit.font * 1.15;
    return fit.angle == 0 ? node.width * fit.font + fit.font * 0.5 : fit.font * 1.3;
}

/// Clockwise from the top, where the first and the last token leave a gap.
double alongCircle(const Scene& scene, const SceneNode& node, const Viewport& viewport) {
    const QPointF out = outward(node.place.query, scene.placement);
    const double angle = std::atan2(out.x(), -out.y());
    return (angle < 0 ? angle + 2 * std::numbers::pi : angle) * scene.placement.radius * viewport.zoom;
}

double alongLine(const Scene& scene, const SceneNode& node, const Viewport& viewport) {
    if (scene.layout == Layout::Circle) return alongCircle(scene, node, viewport);
    const QPointF at = viewport.map(node.place.query);
    return scene.layout == Layout::Columns ? at.y() : at.x();
}

/// Marks every n-th label so that those left over have room, in even steps that the eye can count.
void markEvery(std::size_t n, const std::vector<bool>& wanted, std::vector<double>& priority) {
    for (std::size_t i = 0; i < priority.size(); ++i)
        if (!wanted[i] && i % n != 0) priority[i] = -1;
}

class Line {
public:
    /// A line that closes to a ring of that length; 0 for one that does not.
    explicit Line(double round) : m_round(round) {}

    bool takes(double at, double step) {
        if (!isFree(at, step)) return false;
        if (m_round > 0 && !(isFree(at + m_round, step) && isFree(at - m_round, step))) return false;
        m_taken.insert({at, step});
        return true;
    }

private:
    bool isFree(double at, double step) const {
        const auto after = m_taken.lower_bound({at, 0});
        if (after != m_taken.end() && after->first - at < (step + after->second) / 2) return false;
        if (after != m_taken.begin() && at - std::prev(after)->first < (step + std::prev(after)->second) / 2)
            return false;
        return true;
    }

    double m_round;
    std::set<std::pair<double, double>> m_taken;
};

/// Like the rays of a star, and never upside down.
LabelSpot ray(QPointF at, QPointF out) {
    const double angle = std::atan2(out.y(), out.x()) * 180 / std::numbers::pi;
    const bool left = out.x() < 0;
    return {at + out * 13, left ? drawing::Anchor::End : drawing::Anchor::Start, left ? angle + 180 : angle};
}

LabelSpot besideCircle(QPointF at, QPointF out, double font) {
    constexpr double nearlyUpright = 0.3;
    if (std::abs(out.x()) < nearlyUpright) return {at + out * (12 + font * 0.6), drawing::Anchor::Middle, 0};
    return {at + out * 14, out.x() < 0 ? drawing::Anchor::End : drawing::Anchor::Start, 0};
}

} // namespace

std::vector<double> partnersOf(const Scene& scene, const Focus& focus) {
    std::vector<double> weights(scene.nodes.size(), 0.0);
    if (focus.isNone()) return weights;
    const auto raise = [&](int node, double weight) {
        if (node >= 0 && node < int(weights.size()))
            weights[std::size_t(node)] = std::max(weights[std::size_t(node)], weight);
    };
    if (focus.isToken())
        for (const SceneEdge& edge : scene.edges) {
            if (focus.covers(edge.query)) raise(edge.key, edge.weight);
            if (focus.covers(edge.key)) raise(edge.query, edge.weight);
        }
    for (int token = focus.query; token <= focus.last(); ++token) raise(token, 1);
    raise(focus.key, 1);
    return weights;
}

LabelFit labelStyle(const Scene& scene, const Viewport& viewport) {
    LabelFit fit;
    const double spacing = scene.placement.spacing * viewport.zoom;
    if (scene.layout == Layout::Columns)
        fit.font = std::clamp(spacing * 0.62, 11.0, largestOnScreen);
    else if (scene.layout == Layout::Gravity) // small ones are thinned out before they cannot be read
        fit.font = std::clamp(scene.placement.font * viewport.zoom, 9.0, largestOnScreen);
    else if (scene.placement.natural)
        fit.font = std::min(scene.placement.font * viewport.zoom, largestOnScreen);
    else if (scene.layout == Layout::Circle) {
        fit.font = std::clamp(spacing * 0.8, 12.0, 16.0);
        fit.radial = true;
    } else {
        double widest = 0;
        for (const SceneNode& node : scene.nodes) widest = std::max(widest, std::min(node.width, 8.0));
        fit.font = std::clamp(spacing * 0.8, scene.placement.font, 16.0);
        fit.angle = spacing < (widest + 0.5) * fit.font ? -58 : 0;
    }
    return fit;
}

LabelSpot labelSpot(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport) {
    const QPointF at = viewport.map(node.place.query);
    if (scene.layout == Layout::Circle) {
        const QPointF out = outward(node.place.query, scene.placement);
        return fit.radial ? ray(at, out) : besideCircle(at, out, fit.font);
    }
    if (fit.angle != 0) return {at + QPointF(2, 12), drawing::Anchor::End, fit.angle};
    return {at + QPointF(0, 10 + fit.font * 0.75), drawing::Anchor::Middle, 0};
}

QRectF labelRect(const LabelSpot& spot, double width, double font) {
    const double left = spot.anchor == drawing::Anchor::Middle ? width / 2 : spot.anchor == drawing::Anchor::End ? width : 0;
    return {spot.at.x() - left, spot.at.y() - font * 0.65, width, font * 1.3};
}

LabelFit fitLabels(const Scene& scene, const Viewport& viewport, const Focus& focus) {
    LabelFit fit = labelStyle(scene, viewport);
    fit.shown.assign(scene.nodes.size(), false);
    if (scene.nodes.empty()) return fit;
    const double spacing = scene.placement.spacing * viewport.zoom;
    const bool scatters = scattered(scene, fit);

    std::vector<double> priority = partnersOf(scene, focus);
    std::vector<bool> wanted(priority.size());
    for (std::size_t i = 0; i < priority.size(); ++i) wanted[i] = priority[i] > 0;
    const bool thick = fit.angle != 0 || scene.layout == Layout::Columns;
    const double most = fit.radial ? fit.font * 1.15 : thick ? fit.font * 1.3 : 1;
    if (!scatters) markEvery(std::size_t(std::max(1.0, std::ceil(most / std::max(spacing, 0.01)))), wanted, priority);

    std::vector<std::size_t> order(priority.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return priority[a] > priority[b]; });
    Line line(fit.radial ? 2 * std::numbers::pi * scene.placement.radius * viewport.zoom : 0);
    LabelRoom room;
    for (const std::size_t i : order) {
        const SceneNode& node = scene.nodes[i];
        if (node.token < 0) continue; // those that come or go take no room
        // What was dragged off the line takes none on it.
        const bool apart = scatters || isOffLine(scene, node, fit, viewport);
        if (priority[i] < 0 && !apart) continue;
        fit.shown[i] = apart ? room.takes(labelRect(labelSpot(scene, node, fit, viewport), node.width * fit.font, fit.font))
                                : line.takes(alongLine(scene, node, viewport), stepOf(scene, node, fit) * 0.98);
    }
    return fit;
}

} // namespace graph
