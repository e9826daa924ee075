#pragma once

#include "app/drawing/drawing.h"
#include "app/graph/focus.h"
#include "app/graph/scene.h"
#include "app/graph/viewport.h"
#include "app/style/palette.h"
#include "engine/reading/head_probe.h"

#include <memory>
#include <vector>

namespace graph {

/// How a scene is looked at.
struct Look {
    Palette palette = Palette::light();
    Viewport viewport;
    Focus focus; ///< emphasised, the rest fades
    std::shared_ptr<const mayfly::HeadProbe> probe = {}; ///< what the legend says of heads; may be null
    std::vector<SceneEdge> beyond = {}; ///< edges of the pair in focus that the scene has not (see edges_beyond.h)
};

/// The scene as a drawing of its area's size, legend and remarks included: one function for the screen and every export.
/// An edge's width and opacity grow with its weight. Labels that would touch each other are thinned out.
drawing::Drawing compose(const Scene& scene, const Look& look);

/// The same in two parts, for views that keep the first one's pixels while the mouse moves: the edges, faded if anything is
/// in focus, whatever it is; and above them what the focus points out, with discs, labels and words.
drawing::Drawing composeGround(const Scene& scene, const Look& look);
drawing::Drawing composeMarks(const Scene& scene, const Look& look);

/// The opacity and the width in pixels of an edge of that weight, 0..1.
double edgeOpacity(double weight);
double edgeWidth(double weight);

} // namespace graph
