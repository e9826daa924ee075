#pragma once

#include "app/graph/focus.h"
#include "app/graph/scene.h"

#include <vector>

namespace graph {

/// The edges of a pair in focus that the scene has not, because the selection left them out: one for each head that the focus
/// means, unless a mask lies between the two. What is pointed out is always drawn.
std::vector<SceneEdge> edgesBeyond(const Snapshot& snapshot, const Scene& scene, const Focus& focus);

} // namespace graph
