#pragma once

#include <QPointF>

#include <algorithm>
#include <array>

namespace drawing {

/// A cubic: its start, two control points, and its end.
using Curve = std::array<QPointF, 4>;

/// A point of a cubic, t in 0..1.
inline QPointF pointOn(const Curve& c, double t) {
    const double s = 1 - t;
    return s * s * s * c[0] + 3 * s * s * t * c[1] + 3 * s * t * t * c[2] + t * t * t * c[3];
}

/// The upright box of a cubic's four points, which holds the whole of it (their hull does), and is quick to ask.
struct Bounds {
    double left, right, top, bottom;
};

inline Bounds boundsOf(const Curve& c) {
    const auto [left, right] = std::minmax({c[0].x(), c[1].x(), c[2].x(), c[3].x()});
    const auto [top, bottom] = std::minmax({c[0].y(), c[1].y(), c[2].y(), c[3].y()});
    return {left, right, top, bottom};
}

} // namespace drawing
