#pragma once

#include <QColor>

namespace matrix {

/// Values are drawn in so many colours: finer than the eye tells apart, coarse enough that equal neighbours merge.
inline constexpr int colourLevels = 64;

/// The level of a weight, 0..colourLevels − 1, by its square root, as heads' thumbnails have it: small weights, of which
/// there are most, stay apart from none. Anything out of 0..1 is the nearer end, and what is no number is 0.
int levelOf(double weight);

/// Viridis (Smith & van der Walt 2015), reversed on light paper, so that a strong weight always stands out most from
/// it.
QColor weightColour(int level, bool darkPaper);

/// From values to colours, for one matrix.
struct Scale {
    bool isSigned = false; ///< −most..most, else 0..1
    double most = 1;
    bool darkPaper = false;
    bool byRoot = false; ///< signed ones by the root of their magnitude, as weights are, so that small ones stay apart from none

    int level(double value) const;
    /// Of signed values, from blue over the paper's tone to orange.
    QColor colour(int level) const;
    /// Where along the scale a value stands, 0..1 from its low to its high end.
    double shareOf(double value) const;
    QColor colourOf(double value) const { return colour(level(value)); }
    /// The share of its cell's side that a disc's diameter takes, 0..1: its area goes with the value.
    double discOf(double value) const;
};

/// The scale of signed values up to a magnitude: rounded up to a number that reads well, so that it seldom changes while
/// one types.
Scale signedScale(double largest, bool darkPaper);

} // namespace matrix
