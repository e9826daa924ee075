#pragma once

#include "app/graph/layout.h"

namespace graph {

/// Tokens clockwise around a circle from its top, with a gap between the last and the first; edges as chords that bend
/// towards the middle, the more the further they reach.
Placement placeCircle(const std::vector<double>& widths, QSizeF area);

/// The cubic between two places on the circle, or the loop of one, which lies within it.
Curve chord(QPointF from, QPointF to, Way way, int slot, const Placement& placement);

/// From the middle of the circle through a place, of length 1; upwards in the middle itself.
QPointF outward(QPointF place, const Placement& placement);

} // namespace graph
