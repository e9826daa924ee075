#pragma once

#include <QColor>

namespace matrix {

/// Weights are drawn in so many colours: finer than the eye tells apart, coarse enough that equal neighbours merge.
inline constexpr int colourLevels = 64;

/// The level of a weight, 0..colourLevels − 1. Anything out of 0..1 is the nearer end.
int levelOf(double weight);

/// Viridis (Smith & van der Walt 2015), reversed on light paper, so that a strong weight always stands out most from
/// it.
QColor weightColour(int level, bool darkPaper);

} // namespace matrix
