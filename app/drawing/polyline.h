#pragma once

#include "app/drawing/curve.h"

#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <span>
#include <vector>

namespace drawing {

/// A point of a straightened curve, and how much of the curve lies before it.
struct Waypoint {
    QPointF at;
    double length = 0;
    QPointF way; ///< of length 1, from the point before; of a piece's first point nothing
};

/// One curve as points joined by straight lines, in pieces: a piece ends where the curve leaves the clip.
/// A buffer to be filled again and again, so that thousands of curves allocate once.
class Polyline {
public:
    void clear();
    void begin(QPointF at, double length); ///< a new piece
    void lineTo(QPointF at, double length, QPointF way) { m_points.push_back({at, length, way}); }

    std::size_t pieces() const { return m_begins.size(); }
    std::span<const Waypoint> piece(std::size_t i) const;

private:
    std::vector<Waypoint> m_points;
    std::vector<std::size_t> m_begins;
};

/// Straightens a curve to within `tolerance`, in pixels. Parts that lie outside the clip as a whole are left out, so
/// that a curve of any size takes a bounded time. A curve with a coordinate beyond 10⁹, or NaN, is empty, and so is one
/// that is a mere point. No two neighbouring points are the same. Lengths are counted from `start`.
void flatten(const Curve& curve, const QRectF& clip, double tolerance, Polyline& line, double start = 0);

} // namespace drawing
