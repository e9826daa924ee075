#pragma once

#include "app/matrix/axis.h"
#include "app/matrix/board.h"

#include <QSizeF>

namespace matrix {

/// Where a matrix of T tokens and what belongs to it lie within an area: pure geometry, in logical pixels.
///
///     head 3.6
///     remark
///                  key
///              the cat sat   Σ    legend
///         the   ▦           1.00   ▮ 1
///  query  cat   ▦  ▦        1.00   ▮
///         sat   ▦  ▦  ▦     1.00   ▮ 0
struct Geometry {
    Board board;
    Lettering lettering;
    double words = 13;    ///< size of everything but the labels
    QPointF headline;     ///< where the first line of words begins
    QPointF remark;       ///< and the second
    double sumsWidth = 0; ///< of the column of sums, or height of their row; 0 if there are none
    QRectF legend;        ///< the bar
};

/// The square is as large as words, sums and legend leave room for.
Geometry place(const std::vector<QString>& labels, bool transpose, bool sums, QSizeF area);

} // namespace matrix
