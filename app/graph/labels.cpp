#include "app/graph/labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace graph {

namespace {

constexpr double largestOnScreen = 30;

/// The room along the line that a label takes for itself, on the screen.
double stepOf(const Scene& scene, const SceneNode& node, const LabelFit& fit) {
    if (scene.layout == Layout::Columns) return fit.font * 1.25;
    return fit.angle == 0 ? node.width * fit.font + fit.font * 0.5 : fit.font * 1.3;
}

double alongLine(const Scene& scene, const SceneNode& node, const Viewport& viewport) {
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
    bool takes(double at, double step) {
        const auto after = m_taken.lower_bound({at, 0});
        if (after != m_taken.end() && after->first - at < (step + after->second) / 2) return false;
        if (after != m_taken.begin() && at - std::prev(after)->first < (step + std::prev(after)->second) / 2)
            return false;
        m_taken.insert({at, step});
        return true;
    }

private:
    std::set<std::pair<double, double>> m_taken;
};

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

LabelFit fitLabels(const Scene& scene, const Viewport& viewport, const Focus& focus) {
    LabelFit fit;
    fit.shown.assign(scene.nodes.size(), false);
    if (scene.nodes.empty()) return fit;
    const double spacing = scene.placement.spacing * viewport.zoom;
    if (scene.layout == Layout::Columns)
        fit.font = std::clamp(spacing * 0.62, 11.0, largestOnScreen);
    else if (scene.placement.natural)
        fit.font = std::min(scene.placement.font * viewport.zoom, largestOnScreen);
    else {
        double widest = 0;
        for (const SceneNode& node : scene.nodes) widest = std::max(widest, std::min(node.width, 8.0));
        fit.font = std::clamp(spacing * 0.8, scene.placement.font, 16.0);
        fit.angle = spacing < (widest + 0.5) * fit.font ? -58 : 0;
    }

    std::vector<double> priority = partnersOf(scene, focus);
    std::vector<bool> wanted(priority.size());
    for (std::size_t i = 0; i < priority.size(); ++i) wanted[i] = priority[i] > 0;
    const double most = fit.angle != 0 || scene.layout == Layout::Columns ? fit.font * 1.3 : 1;
    markEvery(std::size_t(std::max(1.0, std::ceil(most / std::max(spacing, 0.01)))), wanted, priority);

    std::vector<std::size_t> order(priority.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return priority[a] > priority[b]; });
    Line line;
    for (const std::size_t i : order) {
        const SceneNode& node = scene.nodes[i];
        // Tokens that come or go, or were dragged off the line, take no room on it.
        const bool offLine = node.token < 0;
        if (priority[i] < 0 || offLine) continue;
        fit.shown[i] = line.takes(alongLine(scene, node, viewport), stepOf(scene, node, fit) * 0.98);
    }
    return fit;
}

} // namespace graph
