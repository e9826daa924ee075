#pragma once

#include "app/drawing/drawing.h"

#include <QImage>

#include <vector>

namespace drawing {

/// Lays discs over an image of that scale (RGB32 or ARGB32_Premultiplied), one after another. A pixel is covered as far as its
/// middle is within half a pixel of the edge, and of a disc smaller than a pixel no further than it fills one: what QPainter shows,
/// at a tenth of its time, and graphs have one for each token.
void drawDiscs(const std::vector<Disc>& discs, double scale, QImage& image);

} // namespace drawing
