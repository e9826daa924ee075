#pragma once

#include "app/compare/mode.h"
#include "app/drawing/drawing.h"
#include "app/graph/compose.h"
#include "app/graph/walk.h"
#include "app/matrix/choice.h"
#include "app/snapshot/snapshot.h"
#include "app/view/kind.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

namespace view {

/// All that a scene is made of. Whoever adds a view adds here the choices that it needs.
struct Subject {
    SnapshotPtr snapshot;
    Kind kind = Kind::Matrix;
    std::vector<mayfly::HeadIndex> heads; ///< at least one; the trace must have them
    bool hideFirst = false;
    matrix::Choice matrix;
    QSizeF area;
    int mostCells = 512; ///< along a matrix' side: files take fewer than the screen
    double topMass = 0.9; ///< values and flow: strongest edges until this share, 0..1
    int depth = -1;       ///< path: where tokens are marked, 0 at the embedding; −1 after the last layer
    int from = -1;        ///< flow: the token that it is followed back from; −1 for the last
    graph::Layout layout = graph::Layout::Arc;   ///< of a graph that is compared
    compare::Mode compare = compare::Mode::Off;  ///< as `compare::shown` has it
    SnapshotPtr before = {};                     ///< what is compared with, of the same model; null unless two texts are

    bool operator==(const Subject&) const = default;
};

using graph::Step;

/// A part of the screen that moves when zoomed or panned: what a viewport maps are its points less the offset.
struct Pane {
    QRectF rect;
    QPointF offset;
};

/// A view of one snapshot with everything in its place. It is made off the GUI thread, is immutable, and may be asked from
/// any: to draw by the thread that made it, what lies where by the GUI thread.
///
/// Its drawing comes in two parts, so that pointing at another cell costs next to nothing: the ground, which does not depend
/// on what is in focus and is kept as pixels, and the marks above it.
class Scene {
public:
    virtual ~Scene() = default;

    /// Whether the ground depends on the focus in so far as there is one: all of it fades then, and the marks have what does not.
    virtual bool groundFades() const { return false; }
    virtual drawing::Drawing ground(const graph::Look& look) const = 0;
    virtual drawing::Drawing marks(const graph::Look& look) const = 0;
    /// Works out what the marks say of the focus, where that takes longer than drawing does: until then they leave room for
    /// it. False if there was nothing left to work out. For the thread that draws.
    virtual bool ponder(const graph::Focus&) const { return false; }

    /// The token or pair at a point of the screen, if any.
    virtual graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const = 0;
    /// Where it lies on the screen; empty for nothing.
    virtual QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const = 0;
    /// The keyboard's way from what is pointed at, or from nothing.
    virtual graph::Focus walk(const graph::Focus& from, Step step) const = 0;
    /// The point that zooming and panning are about: of linked pictures, the same point of the first.
    virtual QPointF anchorOf(QPointF screen) const { return screen; }
    /// The part of the screen that moves when zoomed or panned; of linked ones the first.
    virtual QRectF pane() const = 0;
    virtual std::vector<Pane> panes() const { return {{pane(), {}}}; }
    /// What a caption has to say beyond model and heads: what is altered, and what is left out. May be empty.
    virtual QString remark() const = 0;
    /// What a tooltip says of a pair, as HTML, where the scene has more to say than its numbers.
    virtual QString describe(const graph::Focus&) const { return {}; }
    /// The same in the live text, for what is pointed out in the kept one; none if it is not there.
    virtual graph::Focus live(const graph::Focus& focus) const { return focus; }
};

using ScenePtr = std::shared_ptr<const Scene>;

/// Null for a graph that is not compared, which has a thread and pictures of its own. O(heads T² d). `before`, if there was one, may lend what
/// has not changed.
ScenePtr makeScene(const Subject& subject, const Scene* before = nullptr);

/// Ground and marks as one drawing of the scene's area.
drawing::Drawing compose(const Scene& scene, const graph::Look& look);

} // namespace view
