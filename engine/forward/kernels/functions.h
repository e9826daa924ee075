#pragma once

#include "engine/forward/kernels/lanes.h"

namespace mayfly {
namespace {

/// c0 + c1 x + c2 x² + ...
template<typename... Rest>
inline Lanes polynomial(Lanes x, float first, Rest... rest) {
    if constexpr (sizeof...(rest) == 0)
        return all(first);
    else
        return polynomial(x, rest...) * x + first;
}

/// eˣ to two units in the last place; 0 below -87.3, where float32 has only subnormals, and the largest power above 88.3.
inline Lanes exponential(Lanes x) {
    constexpr float least = -87.3F;
    constexpr float most = 88.3F;
    constexpr float rounding = 0x1.8p23F; // what is added to it loses its fraction
    const Lanes inside = lesser(all(most), larger(all(least), x));
    const Lanes rounded = inside * 1.44269504F + rounding; // the power of two, in the lowest bits
    const Lanes power = rounded - rounding;
    // ln 2 in two parts, the first short enough for an exact product
    const Lanes rest = (inside - power * 0.693359375F) - power * -2.12194440e-4F;
    const Lanes tail = polynomial(rest, 0.50000001F, 0.16666513F, 0.04166619F, 0.0083696F, 0.00139517F);
    const Lanes mantissa = tail * (rest * rest) + rest + 1.0F;
    const LaneInts exponent = (std::bit_cast<LaneInts>(rounded) + 127) << 23;
    return x < least ? Lanes{} : mantissa * std::bit_cast<Lanes>(exponent);
}

inline Lanes absolute(Lanes x) { return x < 0.0F ? -x : x; }

inline Lanes hyperbolicTangent(Lanes x) {
    const Lanes square = x * x;
    const Lanes small =
        polynomial(square, -0.33333284F, 0.13331491F, -0.05374349F, 0.02065058F, -0.00571703F) * square * x + x;
    const Lanes size = 1.0F - 2.0F / (exponential(2.0F * absolute(x)) + 1.0F);
    return absolute(x) < 0.625F ? small : x < 0.0F ? -size : size;
}

/// 1 / (1 + e⁻ˣ)
inline Lanes logistic(Lanes x) { return 1.0F / (1.0F + exponential(-x)); }

/// 1 − erf(x) for x >= 0, to 1e-8: e^(−x²) t P(t) with t = 1 / (1 + 0.4 x).
inline Lanes errorComplement(Lanes x) {
    const Lanes t = 1.0F / (1.0F + 0.4F * x);
    return exponential(-x * x) * t *
           polynomial(t, 0.24053502F, 0.09709729F, 0.6696293F, -0.7028883F, 1.0151729F, -0.3498405F, 0.03029429F);
}

} // namespace
} // namespace mayfly
