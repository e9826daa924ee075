#pragma once

#include "app/graph/layout.h"
#include "app/view/kind.h"

#include <QRectF>

#include <array>

namespace compare {

/// Where two panes lie, in logical pixels: the first is left of the second or above it.
struct PanePlaces {
    std::array<QRectF, 2> panes; ///< beneath their titles
    QRectF divider;              ///< the line between them
    double title = 0;            ///< height of the words above each pane; 0 if there are none

    /// The pane under a point; −1 for none.
    int at(QPointF screen) const;
};

/// Pictures along a line of text lie one above the other, so that their tokens stand in columns; others beside each other where
/// the area is wide.
PanePlaces placePanes(view::Kind kind, graph::Layout layout, bool titles, QSizeF area);

} // namespace compare
