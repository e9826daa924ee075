#include "app/graph/layout.h"

#include "app/graph/circle.h"
#include "app/graph/gravity.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace graph {

namespace {

constexpr double margin = 0.05;      // of the area's width, left and right
constexpr double smallestFont = 12;  // upright labels below it are slanted instead
constexpr double largestFont = 22;
constexpr double bottomRoom = 20;

/// Upright labels side by side with gaps between them.
void placeAlongText(const std::vector<double>& widths, double font, double room, double left, double y,
                    Placement& placement) {
    const double text = font * std::accumulate(widths.begin(), widths.end(), 0.0);
    const double gaps = double(widths.size() - 1);
    const double gap = gaps > 0 ? std::min((room - text) / gaps, 4.5 * font) : 0;
    double x = left + (room - text - gap * gaps) / 2;
    double previous = 0;
    placement.spacing = room;
    for (const double width : widths) {
        const double centre = x + width * font / 2;
        if (!placement.places.empty()) placement.spacing = std::min(placement.spacing, centre - previous);
        placement.places.push_back({{centre, y}, {centre, y}});
        previous = centre;
        x += width * font + gap;
    }
}

void placeEvenly(std::size_t count, double room, double left, double y, Placement& placement) {
    placement.spacing = room / double(count - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = left + double(i) * placement.spacing;
        placement.places.push_back({{x, y}, {x, y}});
    }
}

/// Moves the line of text so that the arcs' tops and the labels are in the middle of the area, or as high as they fit.
void settleLine(QSizeF area, double labelRoom, bool bothWays, Placement& placement) {
    const double width = placement.places.back().query.x() - placement.places.front().query.x();
    const double room = area.height() - topRoom - bottomRoom - labelRoom;
    const double most = std::max(40.0, bothWays ? room / 2 : room);
    placement.band = bothWays ? labelRoom : 0;
    placement.span = std::max(width, 1.0);
    placement.rise = width > 0 ? std::min(0.5, most / width) : 0.5;
    placement.bend = placement.natural ? 0.92 : 0.62;
    const double height = std::max(placement.rise * width, 40.0);
    const double free = std::max(0.0, most - height);
    const double y = topRoom + free * 0.45 + height;
    for (Place& place : placement.places) {
        place.query.setY(y);
        place.key.setY(y);
    }
}

/// Where a line of slanted labels begins so that none of them, which reach back from their tokens, is cut.
double slantedLeft(const std::vector<double>& widths, double least, double areaWidth) {
    constexpr double edge = 5;
    constexpr double largest = 16;
    const double most = areaWidth * 0.3; // the longest of tokens leave the others some room
    const double across = std::cos(slant * std::numbers::pi / 180), thick = -std::sin(slant * std::numbers::pi / 180) / 2;
    double left = least;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const double spacing = (areaWidth - least - left) / double(widths.size() - 1);
        const double font = std::clamp(spacing * 0.8, smallestFont, largest);
        left = std::max(left, std::min(most, edge + (widths[i] * across + thick) * font - double(i) * spacing));
    }
    return left;
}

Placement placeArc(const std::vector<double>& widths, QSizeF area, bool bothWays) {
    Placement placement;
    const double left = area.width() * margin;
    const double room = std::max(1.0, area.width() - 2 * left);
    const double text = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double fitting = room / (text + 1.0 * double(widths.size() - 1) + 0.01);
    placement.natural = fitting >= smallestFont || widths.size() < 2;
    placement.font = std::clamp(fitting, smallestFont, largestFont);
    double labelRoom = 2.2 * placement.font;
    if (placement.natural) {
        placeAlongText(widths, placement.font, room, left, 0, placement);
    } else {
        placement.font = smallestFont;
        const double from = slantedLeft(widths, left, area.width());
        placeEvenly(widths.size(), std::max(1.0, left + room - from), from, 0, placement);
        const double longest = std::min(*std::max_element(widths.begin(), widths.end()), 10.0);
        labelRoom = 20 + longest * placement.font;
    }
    settleLine(area, labelRoom, bothWays, placement);
    return placement;
}

Placement placeColumns(const std::vector<double>& widths, QSizeF area) {
    Placement placement;
    constexpr double headings = 26;
    const double top = topRoom + headings;
    const double room = std::max(1.0, area.height() - top - bottomRoom);
    placement.spacing = std::min(40.0, room / double(widths.size()));
    placement.font = std::clamp(placement.spacing * 0.62, 11.0, largestFont);
    const double half = std::min(area.width() * 0.27, 420.0);
    const double centre = area.width() / 2;
    const double height = placement.spacing * double(widths.size());
    double y = top + (room - height) * 0.4 + placement.spacing / 2;
    for (std::size_t i = 0; i < widths.size(); ++i, y += placement.spacing)
        placement.places.push_back({{centre - half, y}, {centre + half, y}});
    return placement;
}

Curve arc(QPointF from, QPointF to, bool below, int slot, const Placement& placement) {
    const double share = std::abs(from.x() - to.x()) / placement.span;
    // Control points one and a third as high as the arc put its top where it is to be.
    const double height = placement.rise * placement.span * std::pow(share, placement.bend) * (1 - 0.06 * slot) * 4.0 / 3.0;
    if (!below) return {from, from - QPointF(0, height), to - QPointF(0, height), to};
    const QPointF down(0, placement.band);
    return {from + down, from + down + QPointF(0, height), to + down + QPointF(0, height), to + down};
}

Curve across(QPointF from, QPointF to, int slot) {
    const double bend = (to.x() - from.x()) * (0.48 - 0.035 * slot);
    return {from, from + QPointF(bend, 0), to - QPointF(bend, 0), to};
}

} // namespace

const char* nameOf(Layout layout) {
    switch (layout) {
    case Layout::Arc: return "arc";
    case Layout::Columns: return "columns";
    case Layout::Circle: return "circle";
    case Layout::Gravity: break;
    }
    return "gravity";
}

std::optional<Layout> layoutNamed(std::string_view name) {
    for (const Layout layout : everyLayout)
        if (name == nameOf(layout)) return layout;
    return std::nullopt;
}

Placement place(Layout layout, const std::vector<double>& widths, QSizeF area, bool bothWays) {
    if (widths.empty()) return {};
    switch (layout) {
    case Layout::Arc: return placeArc(widths, area, bothWays);
    case Layout::Columns: return placeColumns(widths, area);
    case Layout::Circle: return placeCircle(widths, area);
    case Layout::Gravity: break;
    }
    return placeInRows(widths, area);
}

Curve curveOf(Layout layout, const Place& query, const Place& key, Way way, int slot, const Placement& placement) {
    switch (layout) {
    case Layout::Arc: break;
    case Layout::Columns: return across(query.query, key.key, slot);
    case Layout::Circle: return chord(query.query, key.key, way, slot, placement);
    case Layout::Gravity: return bow(query.query, key.key, way, slot);
    }
    if (way == Way::ToItself) return loop(query.query, {0, -1}, slot);
    return arc(query.query, key.key, way == Way::Ahead, slot, placement);
}

Curve loop(QPointF at, QPointF out, int slot) {
    const QPointF height = out * (42 + 10 * slot); // of the control points: the loop reaches three quarters of it
    const QPointF width = QPointF(-out.y(), out.x()) * (24 + 6 * slot);
    return {at, at + height - width, at + height + width, at};
}

} // namespace graph
