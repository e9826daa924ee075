#pragma once

#include "app/graph/focus.h"
#include "app/snapshot/snapshot.h"
#include "engine/reading/neighbours.h"

#include <span>
#include <vector>

namespace graph {

/// What a panel tells of the token or word in focus, as each of the heads reads it: the heaviest each way, ten of one head and
/// fewer of several. Nothing where the focus is no token of this snapshot. For a thread that computes.
std::vector<mayfly::WordReading> readFocus(const Snapshot& snapshot, std::span<const mayfly::HeadIndex> heads, const Focus& focus);

} // namespace graph
