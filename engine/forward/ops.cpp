#include "engine/forward/ops.h"

#include "engine/forward/lanes.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace mayfly {

namespace {

// Reductions and functions take fixed pieces of a row, never what the address happens to be aligned to: a row gives the
// same bits whichever rows are computed with it.
using Piece = Eigen::Array<float, laneCount, 1>;
using PieceMap = Eigen::Map<Piece>;

/// Σ (x − shift)^Power over a row, Power 1 or 2.
template<int Power>
float sumOf(const float* x, int width, float shift) {
    const auto term = [](auto value) { return Power == 1 ? value : value * value; };
    Lanes total = {};
    float rest = 0;
    int i = 0;
    for (; i + laneCount <= width; i += laneCount) total += term(load(x + i) - shift);
    for (; i < width; ++i) rest += term(x[i] - shift);
    return sum(total) + rest;
}

void layerNorm(const NormWeights& weights, float epsilon, const float* x, int width, float* y) {
    const float mean = sumOf<1>(x, width, 0) / float(width);
    const float variance = sumOf<2>(x, width, mean) / float(width);
    const float factor = 1.0F / std::sqrt(variance + epsilon);
    for (int i = 0; i < width; ++i)
        y[i] = (x[i] - mean) * factor * weights.gain.data()[i] + weights.bias.data()[i];
}

void rmsNorm(const NormWeights& weights, float epsilon, const float* x, int width, float* y) {
    const float factor = 1.0F / std::sqrt(sumOf<2>(x, width, 0) / float(width) + epsilon);
    for (int i = 0; i < width; ++i) y[i] = x[i] * factor * weights.gain.data()[i];
}

/// 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))), Hendrycks & Gimpel 2016.
void geluTanh(PieceMap x) {
    constexpr float root = 0.7978845608028654F;
    x = 0.5F * x * (1.0F + (root * (x + 0.044715F * x * x * x)).tanh());
}

/// 0.5 x (1 + erf(x / √2)).
void geluErf(PieceMap x) {
    constexpr float inverseRoot = 0.7071067811865476F;
    for (float& value : x) value = 0.5F * value * (1.0F + std::erf(value * inverseRoot));
}

void activatePiece(Activation activation, PieceMap x) {
    switch (activation) {
    case Activation::GeluTanh: return geluTanh(x);
    case Activation::GeluErf: return geluErf(x);
    case Activation::Relu: x = x.max(0.0F); return;
    case Activation::Silu: x = x / (1.0F + (-x).exp()); return;
    }
}

} // namespace

void normalise(Norm norm, const NormWeights& weights, float epsilon, const float* x, int rows, int width, float* y) {
    for (int r = 0; r < rows; ++r) {
        const std::size_t at = std::size_t(r) * std::size_t(width);
        if (norm == Norm::Layer)
            layerNorm(weights, epsilon, x + at, width, y + at);
        else
            rmsNorm(weights, epsilon, x + at, width, y + at);
    }
}

void activate(Activation activation, float* x, std::size_t count) {
    const auto pieces = std::ptrdiff_t(count / laneCount);
#pragma omp parallel for schedule(static) if (pieces > 1024)
    for (std::ptrdiff_t p = 0; p < pieces; ++p) activatePiece(activation, PieceMap(x + p * laneCount));
    const std::size_t done = std::size_t(pieces) * laneCount;
    Piece last = Piece::Zero();
    std::copy_n(x + done, count - done, last.data());
    activatePiece(activation, PieceMap(last.data()));
    std::copy_n(last.data(), count - done, x + done);
}

} // namespace mayfly
