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
bool goesOn(bool steep, QPointF last, QPointF next, double reach) {
    const double before = along(steep, last), after = along(steep, next);
    if (before * after <= 0 || std::abs(along(!steep, next)) > 1.2 * std::abs(after)) return false;
    constexpr double visible = 0.35; // a step in the edge, in pixels: of columns that reach / before and reach / after are high
    return std::abs(after - before) * reach < visible * before * after;
}

/// The end of one run and the beginning of the next, where a line turns.
std::pair<Cut, Cut> cutsAt(QPointF at, QPointF from, QPointF to) {
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
    bool steep = isSteep(line[1].way);
    Cut begin{line[0].at, line[1].way, Cut::fading};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        if (goesOn(steep, line[i].way, line[i + 1].way, pen.reach())) continue;
        const auto [end, nextBegin] = cutsAt(line[i].at, line[i].way, line[i + 1].way);
        run(first, i, steep, begin, end);
        begin = nextBegin;
        first = i;
        steep = isSteep(line[i + 1].way);
    }
    run(first, line.size() - 1, steep, begin, {line.back().at, -line.back().way, Cut::fading});
}

} // namespace drawing
