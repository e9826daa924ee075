#pragma once

#include "app/drawing/drawing.h"
#include "app/drawing/rasteriser.h"

#include <QImage>
#include <QPainter>

namespace drawing {

/// Paints everything, paper included, with QPainter: for PDF, printing, and as the reference that the rasteriser is
/// compared with.
void paint(QPainter& painter, const Drawing& drawing);

/// The drawing as an image of size × scale pixels, strokes and discs by loops of our own: what the screen shows and PNG holds. Its
/// devicePixelRatio is the scale. A paper that is invalid or translucent shows through; an image that does not fit into
/// memory is null.
QImage render(const Drawing& drawing, double scale);
/// The same, by a rasteriser that is kept for the next picture.
QImage render(const Drawing& drawing, double scale, Rasteriser& rasteriser);

/// The drawing over an image that has that scale already, as `render` would draw it there; its paper is left out.
void renderOnto(const Drawing& drawing, double scale, QImage& image, Rasteriser& rasteriser);

} // namespace drawing
