#pragma once

#include <cstring>

namespace mayfly {

/// Sixteen floats that the compiler keeps in whatever registers the processor has: one of AVX-512, two of AVX2, four of
/// NEON. Sums over lanes are written out, so that every processor adds in the same order.
using Lanes = float __attribute__((vector_size(64)));
inline constexpr int laneCount = 16;

inline Lanes load(const float* from) {
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

inline void store(float* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }

inline float sum(Lanes lanes) {
    for (int half = laneCount / 2; half > 0; half /= 2)
        for (int i = 0; i < half; ++i) lanes[i] += lanes[i + half];
    return lanes[0];
}

} // namespace mayfly
