#pragma once

#include "app/drawing/drawing.h"
#include "app/graph/focus.h"
#include "app/graph/scene.h"
#include "app/graph/viewport.h"

#include <vector>

namespace graph {

/// How the labels of tokens are set.
struct LabelFit {
    double font = 13;  ///< pixels on the screen
    double angle = 0;  ///< degrees; slanted where neighbours along a line stand too close for upright ones
    bool radial = false; ///< circle: where they do so there, each label points away from the middle
    std::vector<bool> shown; ///< by node: thinned so that no two touch
};

/// Where a label stands, on the screen.
struct LabelSpot {
    QPointF at; ///< the anchor's point on the text's middle line
    drawing::Anchor anchor = drawing::Anchor::Middle;
    double angle = 0;
};

/// The font and the angles, without what is shown.
LabelFit labelStyle(const Scene& scene, const Viewport& viewport);

/// Arc: how far below the tokens' places the labels reach, but for very long ones.
double labelRoom(const Scene& scene, const Viewport& viewport);

/// Of a node in any layout but columns, where it has two.
LabelSpot labelSpot(const Scene& scene, const SceneNode& node, const LabelFit& fit, const Viewport& viewport);

/// What an upright label covers.
QRectF labelRect(const LabelSpot& spot, double width, double font);

/// Fits labels to the spacing on the screen. What the focus points out, and its partners by weight, come first.
LabelFit fitLabels(const Scene& scene, const Viewport& viewport, const Focus& focus);

/// The nodes an edge of the focus leads to or from, each with its largest weight; the focus itself has 1.
std::vector<double> partnersOf(const Scene& scene, const Focus& focus);

} // namespace graph
