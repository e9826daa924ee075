#include "app/graph/circle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graph {

namespace {

constexpr double bottomRoom = 20;
constexpr double pi = std::numbers::pi;
constexpr double smallestFont = 12; // labels below it stand on the circle like rays
constexpr double largestFont = 20;

double length(QPointF vector) { return std::hypot(vector.x(), vector.y()); }

/// The radius that leaves room for labels of that width outside, without pulling three tokens apart.
double radiusFor(std::size_t count, double labelWidth, double labelHeight, QSizeF area) {
    const double across = area.width() / 2 - labelWidth;
    const double down = (area.height() - topRoom - bottomRoom) / 2 - labelHeight;
    return std::clamp(std::min(across, down), 20.0, 60.0 + 26.0 * double(count));
}

} // namespace

Placement placeCircle(const std::vector<double>& widths, QSizeF area) {
    Placement placement;
    const double count = double(widths.size());
    const double widest = *std::max_element(widths.begin(), widths.end());
    const double step = 2 * pi / (count + (count > 1 ? 0.6 : 0));
    const auto spacingAt = [step](double radius) { return step * radius; };

    placement.font = largestFont;
    for (; placement.font > smallestFont; placement.font -= 1) {
        placement.radius = radiusFor(widths.size(), widest * placement.font + 24, 2.2 * placement.font, area);
        if (spacingAt(placement.radius) >= 0.8 * (widest + 0.5) * placement.font) break;
    }
    placement.natural = placement.font > smallestFont;
    if (!placement.natural) {
        const double room = std::min(widest, 6.0) * smallestFont + 20;
        placement.radius = radiusFor(widths.size(), room, room, area);
    }
    placement.centre = {area.width() / 2, topRoom + (area.height() - topRoom - bottomRoom) / 2};
    placement.spacing = count > 1 ? spacingAt(placement.radius) : 2 * placement.radius;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const double angle = (count > 1 ? 0.8 + double(i) : 0) * step - pi / 2;
        const QPointF at = placement.centre + placement.radius * QPointF(std::cos(angle), std::sin(angle));
        placement.places.push_back({at, at});
    }
    return placement;
}

QPointF outward(QPointF place, const Placement& placement) {
    const QPointF by = place - placement.centre;
    const double size = length(by);
    return size > 1e-6 ? by / size : QPointF(0, -1);
}

Curve chord(QPointF from, QPointF to, Way way, int slot, const Placement& placement) {
    if (way == Way::ToItself) return loop(from, -outward(from, placement), slot);
    const double reach = std::min(1.0, length(to - from) / (2 * placement.radius));
    // The two ways of a pair, and its heads, part a little.
    const double bend = (0.04 + 0.62 * std::pow(reach, 0.6)) * (way == Way::Ahead ? 0.7 : 1) * (1 - 0.06 * slot);
    return {from, from + (placement.centre - from) * bend, to + (placement.centre - to) * bend, to};
}

} // namespace graph
