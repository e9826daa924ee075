#pragma once

#include "engine/forward/kernels/linear_kernel.h"

namespace mayfly {
namespace {

/// Multiplies one tile, which the first cache holds, `times` over; returns the multiply-adds.
inline double multiplyProbe(int times) {
    constexpr int inputs = 64;
    alignas(64) float x[tileRows * inputs];
    alignas(64) float panel[inputs * panelWidth];
    alignas(64) float y[tileRows * panelWidth] = {};
    for (float& value : x) value = 0x1p-20F;
    for (float& value : panel) value = 0x1p-20F;
    for (int t = 0; t < times; ++t) {
        multiplyAcross<tileRows, 0>({x, inputs}, inputs, panel, {}, {y, panelWidth}, {y, panelWidth});
        asm volatile("" : : "r"(y) : "memory"); // each time counts
    }
    return double(times) * tileRows * inputs * panelWidth;
}

/// Reads `count` floats in eight streams at once and returns their sum; `count` is a multiple of 8 · 64.
inline float readProbe(const float* values, std::size_t count) {
    constexpr int parallel = 8;
    constexpr int line = 64 / int(sizeof(float));
    const std::size_t step = count / parallel;
    Lanes sums[parallel] = {};
    for (std::size_t i = 0; i < step; i += line)
        for (int s = 0; s < parallel; ++s) {
            const float* at = values + std::size_t(s) * step + i;
            __builtin_prefetch(reinterpret_cast<const char*>(at) + ahead);
            for (int part = 0; part < line; part += laneCount) sums[s] += load(at + part);
        }
    Lanes total = {};
    for (const Lanes each : sums) total += each;
    return sum(total);
}

} // namespace
} // namespace mayfly
