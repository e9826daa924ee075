#pragma once

#include "app/drawing/drawing.h"

namespace drawing {

/// Adds what of a part lies in an area, moved by `by`, to a drawing; the area is where it lies once moved. Boxes and strokes are
/// cut, and a line of words that is too long is shortened; any other label and a disc is there whole or not at all.
void addClipped(const Drawing& part, QPointF by, const QRectF& area, Drawing& onto);

} // namespace drawing
