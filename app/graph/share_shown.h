#pragma once

#include <QString>

namespace graph {

/// "shows 27 of 36 edges, 98.4 % of the attention"; `share` is 0 to 1.
QString shareShown(qint64 edges, qint64 pairs, double share);

} // namespace graph
