#pragma once

#include "app/exporting/figure_picture.h"

namespace exporting {

/// Where so many pictures lie in an area, row by row: as many columns as bring each nearest to `shape`, its width over its
/// height.
std::vector<QRectF> cellsOf(int count, QSizeF area, double shape);

/// Whether a view is still to be read when it is as small as a cell.
bool hasSheet(view::Kind view);

/// All heads of the layer `choice.sheetOf`, each in a cell of its own, which its own picture says the name of.
FigurePicture sheetOf(const FigureChoice& choice, QSizeF area, int mostCells);

} // namespace exporting
