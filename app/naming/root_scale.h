#pragma once

#include "engine/forward/score_rule.h"

#include <cmath>

/// Whether the scale is 1/√d, d being the width of a query, so that words can say so: within a float's rounding, which is less
/// than any digit that is shown.
inline bool isRootScale(const mayfly::ScoreRule& rule, int dHead) {
    return std::abs(double(rule.scale) * std::sqrt(double(dHead)) - 1) < 1e-6;
}
