#pragma once

#include "app/drawing/coverage.h"
#include "app/drawing/pen.h"
#include "app/drawing/polyline.h"

#include <span>

namespace drawing {

/// Adds one stroke with flat ends to the coverage. Nothing happens for fewer than two points.
///
/// The line is walked in runs along x where it is flat and along y where it is steep. A run visits each column once, so
/// that no pixel counts twice, and takes a pixel's coverage from its distance to the line.
///
///       |   |   |   |   |
///     --+---+---+-x-+-x-+--     columns of a flat run; x: pixels with coverage.
///       x   x   x   x   x       Where a run ends, columns go on past its last point as far as the stroke is wide,
///     --x---x---x---+---+--     and a cut square to the line says which of their pixels still belong to it.
///       |   |   |   |   |
void sweep(std::span<const Waypoint> line, const Pen& pen, const Dashes& dashes, Coverage& coverage);

} // namespace drawing
