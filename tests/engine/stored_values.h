#pragma once

#include "engine/model/stored.h"

#include <algorithm>
#include <span>

/// Values as weights hold them, in float32.
inline mayfly::Stored stored(std::span<const float> values) {
    mayfly::Stored all(mayfly::Precision::F32, values.size());
    std::ranges::copy(values, all.as<float>());
    return all;
}
