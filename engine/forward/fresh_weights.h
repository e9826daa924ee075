#pragma once

#include "engine/forward/head_index.h"
#include "engine/forward/score_rule.h"

#include <cstddef>
#include <functional>

namespace mayfly {

/// Rows of one head that a pass has just worked out, all of one block of 32, while the processor's cache holds them.
struct FreshWeights {
    HeadIndex head;
    ScoreRule rule;
    int tokens = 0; ///< T
    int first = 0;  ///< the token of the first row
    int rows = 0;
    /// `step` floats a row; weight = exponential / sum, of the keys that the row sees. The pass is done with them: who looks may
    /// write there.
    float* exponentials = nullptr;
    std::size_t step = 0;
    const float* sums = nullptr; ///< one a row
};

/// Looks at fresh rows. Several threads of a pass call it at once, with each row of each head once, and wait for it. It must not
/// throw.
using LookAtWeights = std::function<void(const FreshWeights&)>;

} // namespace mayfly
