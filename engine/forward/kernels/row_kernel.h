#pragma once

#include "engine/forward/kernels/functions.h"
#include "engine/forward/rows.h"
#include "engine/model/config.h"
#include "engine/model/weights.h"

namespace mayfly {
namespace {

// Reductions and functions take fixed pieces of a row, never what the address happens to be aligned to: a row gives the
// same bits whichever rows are computed with it.

/// Σ (x − shift)^Power over a row, Power 1 or 2.
template<int Power>
inline float sumOf(const float* x, int width, float shift) {
    const auto term = [](auto value) { return Power == 1 ? value : value * value; };
    Lanes even = {};
    Lanes odd = {};
    float rest = 0;
    int i = 0;
    for (; i + 2 * laneCount <= width; i += 2 * laneCount) {
        even += term(load(x + i) - shift);
        odd += term(load(x + i + laneCount) - shift);
    }
    for (; i < width; ++i) rest += term(x[i] - shift);
    return sum(even + odd) + rest;
}

inline void layerNorm(const NormWeights& weights, float epsilon, const float* x, int width, float* y) {
    const float mean = sumOf<1>(x, width, 0) / float(width);
    const float variance = sumOf<2>(x, width, mean) / float(width);
    const float factor = 1.0F / __builtin_sqrtf(variance + epsilon);
    const float* gain = weights.gain.data();
    const float* bias = weights.bias.data();
    int i = 0;
    for (; i + laneCount <= width; i += laneCount)
        store(y + i, (load(x + i) - mean) * factor * load(gain + i) + load(bias + i));
    for (; i < width; ++i) y[i] = (x[i] - mean) * factor * gain[i] + bias[i];
}

inline void rmsNorm(const NormWeights& weights, float epsilon, const float* x, int width, float* y) {
    const float factor = 1.0F / __builtin_sqrtf(sumOf<2>(x, width, 0) / float(width) + epsilon);
    const float* gain = weights.gain.data();
    int i = 0;
    for (; i + laneCount <= width; i += laneCount) store(y + i, load(x + i) * factor * load(gain + i));
    for (; i < width; ++i) y[i] = x[i] * factor * gain[i];
}

inline void normalise(Norm norm, const NormWeights& weights, float epsilon, RowsIn x, int rows, int width, RowsOut y) {
    for (int r = 0; r < rows; ++r)
        norm == Norm::Layer ? layerNorm(weights, epsilon, x.row(r), width, y.row(r))
                            : rmsNorm(weights, epsilon, x.row(r), width, y.row(r));
}

/// 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))), Hendrycks & Gimpel 2016; 0.5 (1 + tanh u) is the logistic function of 2 u.
inline Lanes geluTanh(Lanes x) {
    constexpr float twiceRoot = 1.5957691216057308F;
    return x * logistic(twiceRoot * (x + 0.044715F * x * x * x));
}

/// 0.5 x (1 + erf(x / √2)).
inline Lanes geluErf(Lanes x) {
    constexpr float inverseRoot = 0.7071067811865476F;
    const Lanes half = 0.5F * x * errorComplement(absolute(x) * inverseRoot);
    return x < 0.0F ? half : x - half;
}

inline Lanes activated(Activation activation, Lanes x) {
    switch (activation) {
    case Activation::GeluTanh: return geluTanh(x);
    case Activation::GeluErf: return geluErf(x);
    case Activation::Relu: return x > 0.0F ? x : Lanes{};
    case Activation::Silu: return x * logistic(x);
    }
    return x;
}

inline void activate(Activation activation, float* x, std::size_t count) {
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) store(x + i, activated(activation, load(x + i)));
    if (i == count) return;
    float last[laneCount] = {};
    for (std::size_t rest = i; rest < count; ++rest) last[rest - i] = x[rest];
    store(last, activated(activation, load(last)));
    for (std::size_t rest = i; rest < count; ++rest) x[rest] = last[rest - i];
}

} // namespace
} // namespace mayfly
