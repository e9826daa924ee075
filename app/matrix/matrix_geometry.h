#pragma once

#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <cmath>

namespace matrix {

/// Where a matrix of T tokens lies within an area: pure geometry, in logical pixels.
///
///     head 3.6
///                  key
///              the cat sat        legend
///         the   ▦                  ▮ 1
///  query  cat   ▦  ▦               ▮
///         sat   ▦  ▦  ▦            ▮ 0
struct Geometry {
    QRectF square;         ///< of all the cells
    double cell = 0;       ///< a cell's side, on average
    double token = 0;      ///< a token's share of it
    double font = 13;      ///< of token labels
    int every = 1;         ///< which tokens carry a label: so many apart that lines do not touch
    bool upright = false;  ///< column labels stand upright over their column, else they read upwards
    QStringList labels;    ///< of tokens 0, every, 2 every, ...: cut to fit, and numbered where some are left out
    double labelWidth = 0; ///< of the widest of them
    QRectF legend;         ///< of the colour bar

    /// Where a row or column begins, from the square's own edge: at whole pixels, so that neighbours show no seam.
    double edge(int index) const { return std::round(index * cell); }
};

/// The square is as large as the labels and the colour bar leave room for.
Geometry place(const QStringList& labels, int cells, int span, QSizeF area);

/// How many cells fit an area's side at two pixels each, at most 128.
int cellsThatFit(QSizeF area);

} // namespace matrix
