#pragma once

#include "engine/model/stored.h"

#include <cstring>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

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

/// Sixteen stored values, widened.
inline Lanes load(const Bfloat* from) {
    using Narrow = std::uint16_t __attribute__((vector_size(32)));
    using Wide = std::uint32_t __attribute__((vector_size(64)));
    Narrow bits;
    std::memcpy(&bits, from, sizeof bits);
    return std::bit_cast<Lanes>(__builtin_convertvector(bits, Wide) << 16);
}

inline Lanes load(const Half* from) {
#ifdef __AVX512F__
    __m256i bits;
    std::memcpy(&bits, from, sizeof bits);
    return std::bit_cast<Lanes>(_mm512_cvtph_ps(bits));
#else
    // The half's bits in a float's places are the value times 2^-112, subnormals too.
    using Narrow = std::uint16_t __attribute__((vector_size(32)));
    using Wide = std::uint32_t __attribute__((vector_size(64)));
    Narrow bits;
    std::memcpy(&bits, from, sizeof bits);
    const Wide wide = __builtin_convertvector(bits, Wide);
    const Lanes magnitude = std::bit_cast<Lanes>((wide & 0x7FFF) << 13) * 0x1p112F;
    return std::bit_cast<Lanes>(std::bit_cast<Wide>(magnitude) | ((wide & 0x8000) << 16));
#endif
}

inline void store(float* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }

inline float sum(Lanes lanes) {
    for (int half = laneCount / 2; half > 0; half /= 2)
        for (int i = 0; i < half; ++i) lanes[i] += lanes[i + half];
    return lanes[0];
}

} // namespace mayfly
