#pragma once

#include "app/compare/difference.h"
#include "engine/reading/head_probe.h"

#include <QString>

/// A comparison in words, the same in pictures and tooltips.
namespace compare {

/// "+0.0779": with its sign, or what it is in the place of a number.
QString signedNumber(float value);
/// "it → tired/wide: before 0.0456, after 0.1235, difference +0.0779", of places in the matching; empty for none.
QString changeLine(const Difference& difference, const graph::Focus& places);
/// A small table as HTML: before, after and difference of each head. `probe` may be null.
QString changeTooltip(const Difference& difference, const graph::Focus& places, const mayfly::HeadProbe* probe);

} // namespace compare
