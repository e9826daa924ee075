#pragma once

#include "engine/model/config.h"
#include "engine/model/weights.h"

namespace mayfly {

/// Layer normalisation of each of `rows` rows of `width` values (Ba et al. 2016): (x − mean) / √(variance + ε) · gain +
/// bias, with the biased variance. x and y may not overlap.
void layerNorm(const NormWeights& weights, float epsilon, const float* x, int rows, int width, float* y);

/// The MLP's activation, in place, of `count` values.
void activate(Activation activation, float* x, std::size_t count);

} // namespace mayfly
