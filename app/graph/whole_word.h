#pragma once

#include "app/graph/focus.h"
#include "app/snapshot/snapshot.h"

namespace graph {

/// A focus on a token becomes one on the word that it is of; any other stays what it is.
Focus wholeWord(const Snapshot& snapshot, const Focus& focus);

} // namespace graph
