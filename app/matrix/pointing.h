#pragma once

#include "app/matrix/axis.h"
#include "app/matrix/board.h"
#include "app/matrix/cells.h"
#include "app/view/scene.h"

namespace matrix {

/// Of the pairs that the cell under a point stands for, `span` tokens a side, the one whose value it has.
graph::Focus hitCell(const Board& board, const mayfly::Trace& trace, const Reading& reading, int span,
                     const graph::Viewport& viewport, QPointF screen);

/// The token whose label lies under a point.
graph::Focus hitLabel(const Board& board, const Lettering& lettering, Sides sides, const graph::Viewport& viewport,
                      QPointF screen);

/// From a pair to its neighbour on the screen, from a token to its own pair, from nothing to the first. Stops at the edges.
graph::Focus walkBoard(const Board& board, const graph::Focus& from, view::Step step);

/// A pair's cell, or a token's row.
QRectF placeOnBoard(const Board& board, const graph::Focus& focus, const graph::Viewport& viewport);

} // namespace matrix
