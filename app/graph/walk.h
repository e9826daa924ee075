#pragma once

#include "app/graph/focus.h"
#include "app/graph/scene.h"

namespace graph {

/// An arrow key.
enum class Step { Left, Right, Up, Down };

/// The keyboard's way through a scene: left and right from token to token, down and up among a token's edges.
Focus walk(const Scene& scene, const Focus& from, Step step);

/// From a token, or an edge's query, to the token `by` places on; from nothing to the
/// first or last. Stops at the ends; no focus where there are no tokens.
Focus nextToken(const Scene& scene, const Focus& from, int by);

/// From a token to its heaviest edge as a query, and on to the next lighter (`by` 1) or heavier (−1) ones; one step before
/// the heaviest is the token itself. Stays where it is at the lightest.
Focus nextEdge(const Scene& scene, const Focus& from, int by);

} // namespace graph
