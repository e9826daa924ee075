#pragma once

#include "app/graph/focus.h"
#include "app/graph/scene.h"
#include "app/graph/viewport.h"

namespace graph {

/// What lies under a point of the screen: a token's disc or label, else the nearest edge within a few pixels, the heavier
/// of two that are as near; else nothing. O(edges).
Focus hit(const Scene& scene, const Viewport& viewport, QPointF screen);

} // namespace graph
