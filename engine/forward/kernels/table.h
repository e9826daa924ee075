#pragma once

#include "engine/forward/kernels/all.h"
#include "engine/forward/kernels/attention_kernel.h"
#include "engine/forward/kernels/linear_kernel.h"
#include "engine/forward/kernels/probe_kernel.h"
#include "engine/forward/kernels/row_kernel.h"

namespace mayfly {
namespace {

/// What a kernel's source makes of these headers.
constexpr Kernels tableNamed(const char* name) {
    return {.name = name,
            .staging = nullptr,
            .linear = linear,
            .tableRows = tableRows,
            .normalise = normalise,
            .activate = activate,
            .rowDots = rowDots,
            .exponentiate = exponentiate,
            .weightedSum = weightedSum,
            .attend = attend,
            .weigh = weigh,
            .multiplyProbe = multiplyProbe,
            .readProbe = readProbe};
}

} // namespace
} // namespace mayfly
