#pragma once

#include "app/graph/layout.h"
#include "app/graph/viewport.h"
#include "app/snapshot/snapshot.h"
#include "engine/reading/graph.h"

#include <QHash>
#include <QSizeF>
#include <QString>

#include <vector>

namespace graph {

/// How far tokens were dragged from their places, by identity, in pixels at zoom 1.
using Moved = QHash<quint64, QPointF>;

struct SceneNode {
    QString label;
    double width = 0;     ///< of the label in a font of one pixel
    quint64 identity = 0;
    int token = -1;       ///< its index; −1 for one that is going
    Place place;
    double received = 0;  ///< mean weight that it receives, 0..1
    double presence = 1;  ///< opacity, below 1 while it comes or goes
};

struct SceneEdge {
    int query = 0; ///< index into nodes
    int key = 0;
    int slot = 0;
    double weight = 0;
    Curve curve;
    bool mirrored = false; ///< of a mirrored scene: below the line
};

/// The graph with everything in its place: what is drawn, hit and exported. Weakest edges first.
struct Scene {
    Layout layout = Layout::Arc;
    QSizeF area;
    Placement placement; ///< its places are those before dragging and, in gravity, before any pull
    std::vector<SceneNode> nodes;
    std::vector<SceneEdge> edges;
    std::vector<mayfly::HeadIndex> heads;
    // What the picture has to say about itself:
    std::int64_t pairs = 0;
    double shown = 0; ///< as `shareOf` has it
    double onFirst = 0;
    bool firstHidden = false;
    bool mirrored = false; ///< arcs above are weights, and those below what they carry
    bool difference = false; ///< edges of slot 0 were gained, and those of slot 1 lost
};

/// The tokens of a scene, in the order of the text.
struct SceneText {
    std::vector<QString> labels;
    std::vector<quint64> identity;
    bool bothWays = false; ///< a token may attend to later ones

    static SceneText of(const Snapshot& snapshot);
};

/// Lays a selection of a snapshot's edges out in an area. The `last` picture, if there is one, is where gravity goes on from,
/// and knows how wide its labels are.
Scene buildScene(const Snapshot& snapshot, const mayfly::AttentionGraph& selection, bool firstHidden, Layout layout,
                 QSizeF area, const Moved& moved = {}, const Scene* last = nullptr);
Scene buildScene(const SceneText& text, const mayfly::AttentionGraph& selection, bool firstHidden, Layout layout,
                 QSizeF area, const Moved& moved = {}, const Scene* last = nullptr);

/// Two selections about one line of text: arcs above it for the one and below it for the other, whose weights are made
/// shares of their largest.
Scene buildMirroredScene(const Snapshot& snapshot, const mayfly::AttentionGraph& above,
                         const mayfly::AttentionGraph& below, bool firstHidden, QSizeF area);

/// Where an edge runs on the screen. A loop keeps its size whatever the zoom, as labels and discs do, but for neighbours
/// that stand so close that loops would cover them.
Curve onScreen(const Scene& scene, const SceneEdge& edge, const Viewport& viewport);

/// Between two scenes, t in 0..1: tokens of the same identity and their edges go from one to the other, others fade in or
/// out. At 1 it is `to` itself.
Scene morph(const Scene& from, const Scene& to, double t);

} // namespace graph
