#pragma once

#include "app/matrix/axis.h"
#include "app/matrix/board.h"

#include <QRectF>
#include <QSizeF>

#include <array>

namespace steps {

/// From dots to weights.
inline constexpr int count = 4;

/// Where four linked matrices of T tokens lie within an area, in one row or in two, whichever makes them larger: pure
/// geometry, in logical pixels.
///
///     head 3.6
///     formula
///           1 q·k        2 ÷ √d      3 mask       4 softmax
///           the cat      the cat     the cat      the cat
///      the   ▦  ▦    →    ▦  ▦    →   ▦        →   ▦
///      cat   ▦  ▦         ▦  ▦        ▦  ▦         ▦  ▦
///           -3 ▭ 3       -1 ▭ 1      -1 ▭ 1        0 ▭ 1
///
/// In two rows, legends stand to the right of their boards, and keys are labelled once.
struct Geometry {
    std::array<matrix::Board, count> boards;
    std::array<matrix::Sides, count> sides; ///< queries are labelled at the first board of each row, keys above the first row
    matrix::Lettering lettering;
    int columns = count;   ///< boards beside each other
    double words = 13;     ///< size of everything but the labels
    QPointF headline;
    QPointF remark;        ///< where it ends, on the same line
    QPointF formula;       ///< where its line of symbols begins; the numbers stand beneath
    std::array<double, count> titleAbove{}; ///< from a board's upper edge to the middle of its title's line
    double arrowLeft = 0;  ///< from its left edge to the arrow

    QRectF legendOf(int step) const;
};

Geometry place(const std::vector<QString>& labels, bool transpose, QSizeF area);

} // namespace steps
