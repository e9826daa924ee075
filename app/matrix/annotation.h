#pragma once

#include "app/matrix/axis.h"
#include "app/matrix/board_drawing.h"

namespace matrix {

/// Token labels along the pane's left and upper edges.
void addLabels(const Board& board, const std::vector<QString>& labels, const Lettering& lettering, Sides sides,
               const graph::Look& look, drawing::Drawing& drawing);

/// "query" and "key" beyond the labels.
void addAxisTitles(const Board& board, const Lettering& lettering, double size, const graph::Look& look,
                   drawing::Drawing& drawing);

/// What a colour of the scale stands for, or a disc where a cell's side is `cell`: a bar, upright or lying, and numbers
/// beside or beneath it, of that size.
void addLegend(const QRectF& bar, const Content& content, double cell, double size, const graph::Look& look,
               drawing::Drawing& drawing);

/// A swatch of the hatch that masked cells have, with its name to the right.
void addMaskedSwatch(QPointF at, double size, const graph::Look& look, drawing::Drawing& drawing);

/// The size of a picture's words, in pixels: larger on a large screen, since it is seen from afar.
double wordSize(QSizeF area);

/// "head 3.6", or "mean of 3.6, 2.1".
QString nameOfHeads(const std::vector<mayfly::HeadIndex>& heads);

} // namespace matrix
