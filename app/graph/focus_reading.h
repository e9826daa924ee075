#pragma once

#include "app/graph/focus.h"
#include "app/snapshot/snapshot.h"
#include "engine/reading/neighbours.h"

#include <optional>

namespace graph {

/// What a panel tells of the token or word in focus, as `head` reads it: the eight heaviest each way. Nothing where the focus
/// is no token of this snapshot. For a thread that computes.
std::optional<mayfly::WordReading> readFocus(const Snapshot& snapshot, mayfly::HeadIndex head, const Focus& focus);

} // namespace graph
