#pragma once

#include "engine/reading/graph.h"

#include <QString>

namespace graph {

/// What of all the attention a selection's edges carry, 0 to 1; NaN where there are weights that are no numbers.
double shareOf(const mayfly::AttentionGraph& selection);

/// "shows 27 of 36 edges, 98.4 % of the attention"; `share` as `shareOf` has it.
QString shareShown(qint64 edges, qint64 pairs, double share);

} // namespace graph
