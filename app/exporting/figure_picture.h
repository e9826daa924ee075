#pragma once

#include "app/exporting/figure.h"

#include <QStringList>

namespace exporting {

/// A figure's picture without its caption.
struct FigurePicture {
    drawing::Drawing drawing;
    QStringList remarks; ///< for the caption: what is shown, and what was altered
};

/// The view of the chosen heads, `area` pixels large and with at most `mostCells` cells along a side of a matrix. Throws
/// mayfly::Error (OutOfRange) for a head that the model has not.
FigurePicture pictureOf(const FigureChoice& choice, QSizeF area, int mostCells);

/// What of the attention is left out on purpose, for a caption.
QStringList alterations(const FigureChoice& choice);

} // namespace exporting
