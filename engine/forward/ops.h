#pragma once

#include "engine/model/config.h"
#include "engine/model/weights.h"

namespace mayfly {

/// Normalises each of `rows` rows of `width` values. Layer: (x − mean) / √(variance + ε) · gain + bias, with the biased
/// variance (Ba et al. 2016). RMS: x / √(mean of squares + ε) · gain (Zhang & Sennrich 2019). y may be x.
void normalise(Norm norm, const NormWeights& weights, float epsilon, const float* x, int rows, int width, float* y);

/// The MLP's activation, in place, of `count` values.
void activate(Activation activation, float* x, std::size_t count);

} // namespace mayfly
