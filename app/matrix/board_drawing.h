#pragma once

#include "app/drawing/drawing.h"
#include "app/graph/compose.h"
#include "app/matrix/board.h"
#include "app/matrix/cells.h"
#include "app/matrix/choice.h"
#include "app/matrix/colour_map.h"

namespace matrix {

/// Of the strokes and the ground of masked cells, in the palette's muted and faint.
inline constexpr double hatchOpacity = 0.3;
inline constexpr double maskedOpacity = 0.4;

/// What is drawn on a board.
struct Content {
    const Cells* cells = nullptr;
    Scale scale;
    Marks marks = Marks::Heat;
    bool isChange = false; ///< what was gained carries a plus sign, and each of the larger ones its sign where no number fits
};

/// How many tokens a side a cell stands for on the screen: more than one where single ones would be too small to see.
int shownSpan(const Board& board, const Content& content, const graph::Viewport& viewport);

/// Cells that are in the pane, and the frame. So small that they could not be seen are pooled. Masked ones are hatched,
/// hidden ones left as paper; where there is room, each shows its number.
void addCells(const Board& board, const Content& content, const graph::Look& look, drawing::Drawing& drawing);

/// The line between what a query sees and what it does not, for scores that are shown whole.
void addMaskEdge(const Board& board, const mayfly::ScoreRule& rule, const graph::Look& look, drawing::Drawing& drawing);

/// The look's focus: lines along the query and the key, and the cell in a frame.
void addFocus(const Board& board, const graph::Look& look, drawing::Drawing& drawing);

/// Of a disc: one colour for weights; for signed values that of their sign.
QColor discColour(const Scale& scale, double value, const Palette& palette);

} // namespace matrix
