#pragma once

#include "app/graph/focus.h"
#include "app/snapshot/snapshot.h"
#include "engine/reading/head_probe.h"
#include "engine/reading/terms.h"

#include <QString>

/// The numbers of one pair as words, the same in the tooltip and in the inspector.
namespace pairtext {

/// A number as it is shown: four decimals, the locale's point.
QString number(double value);
/// The number that is read there.
double rounded(double value);
/// A factor: six significant digits, so that what it multiplies keeps its own.
QString factor(double value);
/// Whether the query sees the key, and if not, why.
QString mask(const mayfly::PairReading& pair);
/// A weight: four decimals, so that 0.0000 is told from a masked 0.
QString weight(const mayfly::PairReading& pair);
/// "creature → fluffy"
QString title(const Snapshot& snapshot, int query, int key);
/// A small table: query → key, head and what it does, q·k, scale, scaled, weight. `probe` may be null.
QString tooltip(const Snapshot& snapshot, const mayfly::PairReading& pair, const mayfly::HeadProbe* probe = nullptr);

/// The same pair in several heads: the weight of each, and their mean.
QString meanTooltip(const Snapshot& snapshot, const std::vector<mayfly::PairReading>& pairs);

/// Of an edge that is pointed out: in its head, or in all of `heads` where it is of none alone. Heads and tokens must be there.
QString tooltip(const Snapshot& snapshot, const std::vector<mayfly::HeadIndex>& heads, const graph::Focus& edge,
                const mayfly::HeadProbe* probe = nullptr);

} // namespace pairtext
