#pragma once

#include "app/graph/focus.h"
#include "app/graph/scene.h"
#include "app/graph/viewport.h"

namespace graph {

/// What lies under a point of the screen: a token's disc or label, else the nearest edge within a few pixels, the heavier
/// of two that are as near; else nothing. O(edges).
Focus hit(const Scene& scene, const Viewport& viewport, QPointF screen);

/// Where the token in focus, or an edge's query, is seen; empty if it is not there.
QRectF placeOf(const Scene& scene, const Focus& focus, const Viewport& viewport);

} // namespace graph
