#include "engine/forward/experiment.h"

#include "engine/error.h"
#include "engine/model/config.h"

#include <algorithm>
#include <cmath>

namespace mayfly {

bool Experiment::isAblated(HeadIndex head) const {
    return std::find(ablated.begin(), ablated.end(), head) != ablated.end();
}

void check(const Experiment& experiment, const Config& config) {
    if (!std::isfinite(experiment.temperature) || experiment.temperature <= 0)
        throw Error(ErrorKind::OutOfRange, "the temperature must be a positive number, not " +
                                               std::to_string(experiment.temperature) + '.');
    for (const HeadIndex head : experiment.ablated)
        if (head.layer < 0 || head.layer >= config.layers || head.head < 0 || head.head >= config.heads)
            throw Error(ErrorKind::OutOfRange, "there is no head " + toString(head) + " to ablate: this model has " +
                                                   std::to_string(config.layers) + " layers of " +
                                                   std::to_string(config.heads) + " heads.");
}

} // namespace mayfly
