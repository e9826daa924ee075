#pragma once

#include "app/graph/focus.h"
#include "app/graph/viewport.h"

#include <QRectF>

#include <utility>

namespace matrix {

/// Where the cells of one matrix lie: pure geometry, in logical pixels. Several boards may be linked: they show the same part
/// at the same zoom.
struct Board {
    QRectF pane;            ///< what of the screen the cells may take
    QRectF square;          ///< of all the cells at zoom 1, within the pane
    int tokens = 0;         ///< along a side
    bool transpose = false; ///< queries in columns
    QPointF offset;         ///< of this board from the first of those linked with it

    /// The square at a zoom; it may reach beyond the pane.
    QRectF seen(const graph::Viewport& viewport) const;
    /// A token's share of a side, in pixels on the screen.
    double pitch(const graph::Viewport& viewport) const;
    /// Where tokens [first, end) lie as rows, and as columns, to whole pixels so that neighbours show no seam.
    std::pair<double, double> rows(int first, int end, const graph::Viewport& viewport) const;
    std::pair<double, double> columns(int first, int end, const graph::Viewport& viewport) const;
    /// The cell of tokens from (row, column) on, `span` a side.
    QRectF cell(int row, int column, int span, const graph::Viewport& viewport) const;
    /// The tokens whose rows, or columns, are at least partly in the pane: [first, end).
    std::pair<int, int> rowsInPane(const graph::Viewport& viewport) const;
    std::pair<int, int> columnsInPane(const graph::Viewport& viewport) const;

    /// The pair under a point of the pane; none beside the square.
    graph::Focus pairAt(QPointF screen, const graph::Viewport& viewport) const;
    /// A pair's cell.
    QRectF placeOf(int query, int key, const graph::Viewport& viewport) const {
        return transpose ? cell(key, query, 1, viewport) : cell(query, key, 1, viewport);
    }
};

/// Which sides of a board carry labels.
struct Sides {
    bool left = true;
    bool top = true;
};

} // namespace matrix
