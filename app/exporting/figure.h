#pragma once

#include "app/drawing/drawing.h"
#include "app/graph/compose.h"
#include "app/snapshot/snapshot.h"
#include "app/view/scene.h"

#include <optional>

namespace exporting {

/// What a figure shows: the same for the window's export and for the command line's.
struct FigureChoice {
    SnapshotPtr snapshot;
    view::Kind view = view::Kind::Graph;
    mayfly::GraphChoice choice; ///< heads, top mass, first token hidden
    std::optional<int> sheetOf; ///< a layer: all its heads, each in a cell of its own, in place of those of `choice`
    graph::Layout layout = graph::Layout::Arc;
    graph::Moved moved;
    graph::Focus pin;
    matrix::Choice matrix;
    int depth = -1; ///< path: as in view::Subject
    compare::Mode compare = compare::Mode::Off; ///< as in view::Subject, and so is what is compared with
    SnapshotPtr before;
    std::shared_ptr<const mayfly::HeadProbe> probe; ///< what the caption says of heads; may be null
    Palette palette = Palette::light();
    QSizeF size{1200, 700}; ///< of the whole picture, caption included
};

/// The view with a caption beneath it: model, heads, what is shown and what was altered, and the text as one paragraph;
/// where two texts are compared, the one before as another. Of a text that would take the picture's room, its beginning and
/// end, and how many tokens it has: the whole is the drawing's description. Throws mayfly::Error (OutOfRange) for a head or
/// layer that the model has not.
drawing::Drawing composeFigure(const FigureChoice& choice);

} // namespace exporting
