#pragma once

#include "engine/model/stored.h"

#include <cstring>
#if defined(__AVX512F__) || defined(__F16C__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// Everything in this folder's headers has internal linkage: each kernel's source compiles them again with other instructions,
// and the linker must never take one's function for another's. For the same reason they call nothing of the standard
// library that is not a mere copy.
namespace mayfly {
namespace {

#if defined(__AVX512F__)
constexpr int laneBytes = 64;
#elif defined(__AVX__)
constexpr int laneBytes = 32;
#else
constexpr int laneBytes = 16; // SSE, NEON
#endif

/// As many floats as one register of the processor holds.
using Lanes = float __attribute__((vector_size(laneBytes)));
using LaneInts = std::int32_t __attribute__((vector_size(laneBytes)));
constexpr int laneCount = laneBytes / int(sizeof(float));

inline Lanes load(const float* from) {
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

using NarrowLanes = std::uint16_t __attribute__((vector_size(laneBytes / 2)));
using WideLanes = std::uint32_t __attribute__((vector_size(laneBytes)));

inline NarrowLanes loadNarrow(const void* from) {
    NarrowLanes bits;
    std::memcpy(&bits, from, sizeof bits);
    return bits;
}

/// Stored values, widened. With NEON by its own instructions: GCC 12 takes a conversion of these vectors apart.
inline Lanes load(const Bfloat* from) {
#if defined(__aarch64__)
    const uint16x8_t high = vcombine_u16(std::bit_cast<uint16x4_t>(loadNarrow(from)), vdup_n_u16(0));
    return std::bit_cast<Lanes>(vzip1q_u16(vdupq_n_u16(0), high));
#else
    return std::bit_cast<Lanes>(__builtin_convertvector(loadNarrow(from), WideLanes) << 16);
#endif
}

inline Lanes load(const Half* from) {
#if defined(__AVX512F__)
    return std::bit_cast<Lanes>(_mm512_cvtph_ps(std::bit_cast<__m256i>(loadNarrow(from))));
#elif defined(__F16C__)
    return std::bit_cast<Lanes>(_mm256_cvtph_ps(std::bit_cast<__m128i>(loadNarrow(from))));
#elif defined(__aarch64__)
    return std::bit_cast<Lanes>(vcvt_f32_f16(std::bit_cast<float16x4_t>(loadNarrow(from))));
#else
    // The half's bits in a float's places are the value times 2^-112, subnormals too.
    const WideLanes wide = __builtin_convertvector(loadNarrow(from), WideLanes);
    const Lanes magnitude = std::bit_cast<Lanes>((wide & 0x7FFF) << 13) * 0x1p112F;
    return std::bit_cast<Lanes>(std::bit_cast<WideLanes>(magnitude) | ((wide & 0x8000) << 16));
#endif
}

inline void store(float* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }

/// The same value in every lane.
inline Lanes all(float value) { return value - Lanes{}; }

/// The second, where one is not a number.
inline Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
inline Lanes lesser(Lanes a, Lanes b) { return a < b ? a : b; }

/// 0, 1, 2, ...
inline LaneInts laneNumbers() {
    LaneInts numbers = {};
    for (int i = 0; i < laneCount; ++i) numbers[i] = i;
    return numbers;
}

/// What `join` makes of all lanes, quarter upon quarter.
template<typename Join>
inline float joined(Lanes lanes, const Join& join) {
    using Quad = float __attribute__((vector_size(16)));
    Quad quads[laneCount / 4];
    std::memcpy(quads, &lanes, sizeof lanes);
    for (int half = laneCount / 8; half > 0; half /= 2)
        for (int i = 0; i < half; ++i) quads[i] = join(quads[i], quads[i + half]);
    return join(join(quads[0][0], quads[0][2]), join(quads[0][1], quads[0][3]));
}

inline float sum(Lanes lanes) {
    return joined(lanes, [](auto a, auto b) { return a + b; });
}
inline float largest(Lanes lanes) {
    return joined(lanes, [](auto a, auto b) { return a > b ? a : b; });
}

} // namespace
} // namespace mayfly
