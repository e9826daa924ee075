#pragma once

#include "app/graph/focus.h"
#include "app/graph/scene.h"
#include "app/graph/viewport.h"

#include <vector>

namespace graph {

/// How the labels along one line of tokens are set.
struct LabelFit {
    double font = 13;  ///< pixels on the screen
    double angle = 0;  ///< degrees; slanted where neighbours stand too close for upright ones
    std::vector<bool> shown; ///< by node: thinned so that no two touch
};

/// Fits labels to the spacing on the screen. What the focus points out, and its partners by weight, come first.
LabelFit fitLabels(const Scene& scene, const Viewport& viewport, const Focus& focus);

/// The nodes an edge of the focus leads to or from, each with its largest weight; the focus itself has 1.
std::vector<double> partnersOf(const Scene& scene, const Focus& focus);

} // namespace graph
