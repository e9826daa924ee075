#pragma once

#include <span>

namespace mayfly {

/// What turns a row of scaled scores into weights: weight = exp(scaled − peak) / sum.
struct RowSums {
    float peak = 0;
    float sum = 1;
};

/// The tiles of one head's keys (d × 32 each, transposed) or values (32 × d each), one a block of 32 tokens.
using Tiles = std::span<const float* const>;

/// The room that a row of `count` keys takes in a buffer: whole blocks.
int paddedRow(int count);

/// q · k for one query of d values and the first `count` keys. `out` has room for paddedRow(count) floats.
void rowDots(const float* query, Tiles keys, int d, int count, float* out);

/// Scales dots and returns the peak and the sum of their exponentials, which replace them; zeros fill up the last block.
/// The largest is subtracted first, so no score overflows.
RowSums exponentiate(float* dots, int count, float scale);

/// out = Σ_j exponentials[j] · v_j / sum over the first `count` values; d floats.
void weightedSum(const float* exponentials, float sum, Tiles values, int d, int count, float* out);

} // namespace mayfly
