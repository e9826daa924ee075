#include "app/drawing/sweep.h"

#include "app/drawing/run.h"

#include <cmath>
#include <utility>

namespace drawing {

namespace {

QPointF unit(QPointF v) {
    return v / std::sqrt(QPointF::dotProduct(v, v));
}

bool isSteep(QPointF way) {
    return std::abs(way.y()) > std::abs(way.x());
}

/// How much of a way leads along the axis of a run.
double along(bool steep, QPointF way) {
    return steep ? way.y() : way.x();
}

/// Whether a run goes on with the next way: as flat or steep as before, but for a little, not back, and its edges meet.
bool goesOn(bool steep, QPointF last, double lastLength, QPointF next, double nextLength, double reach) {
    const double before = along(steep, last), after = along(steep, next);
    if (before * after <= 0 || std::abs(along(!steep, next)) > 1.2 * std::abs(after)) return false;
    constexpr double visible = 0.35; // a step in the edge, in pixels
    // The lengths of their columns, lastLength / before and nextLength / after, compared without dividing.
    return std::abs(lastLength * after - nextLength * before) * reach < visible * before * after;
}

/// The end of one run and the beginning of the next, where a line turns.
std::pair<Cut, Cut> cutsAt(QPointF at, QPointF way, QPointF next) {
    const QPointF from = unit(way), to = unit(next);
    // A line that turns back has no cut that both could share: each ends square to itself.
    if (QPointF::dotProduct(from, to) < 0) return {{at, -from, Cut::fading}, {at, to, Cut::fading}};
    const QPointF across = unit(from + to);
    return {{at, -across, Cut::seam}, {at, across, Cut::seam}};
}

} // namespace

void sweep(std::span<const Waypoint> line, const Pen& pen, const Dashes& dashes, Coverage& coverage) {
    if (line.size() < 2) return;
    const auto run = [&](std::size_t first, std::size_t last, bool steep, const Cut& begin, const Cut& end) {
        const std::span<const Waypoint> part = line.subspan(first, last - first + 1);
        if (steep)
            Run<true>(part, begin, end, pen, dashes, coverage).sweep();
        else
            Run<false>(part, begin, end, pen, dashes, coverage).sweep();
    };
    std::size_t first = 0;
    QPointF way = line[1].at - line[0].at;
    bool steep = isSteep(way);
    Cut begin{line[0].at, unit(way), Cut::fading};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const QPointF next = line[i + 1].at - line[i].at;
        const double wayLength = line[i].length - line[i - 1].length, nextLength = line[i + 1].length - line[i].length;
        if (!goesOn(steep, way, wayLength, next, nextLength, pen.reach())) {
            const auto [end, nextBegin] = cutsAt(line[i].at, way, next);
            run(first, i, steep, begin, end);
            begin = nextBegin;
            first = i;
            steep = isSteep(next);
        }
        way = next;
    }
    run(first, line.size() - 1, steep, begin, {line.back().at, -unit(way), Cut::fading});
}

} // namespace drawing
