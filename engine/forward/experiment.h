#pragma once

#include "engine/forward/head_index.h"

#include <vector>

namespace mayfly {

struct Config;

/// How a forward pass departs from the model. The default departs in nothing.
struct Experiment {
    /// Heads whose output is replaced by zeros; their pattern is still computed and shown.
    std::vector<HeadIndex> ablated;
    /// Scaled scores are divided by it before the mask and softmax; positive.
    float temperature = 1.0F;

    bool isAblated(HeadIndex head) const;
    bool operator==(const Experiment&) const = default;
};

/// Throws Error (OutOfRange) for a head that the model has not, or a temperature that is not positive and finite.
void check(const Experiment& experiment, const Config& config);

} // namespace mayfly
