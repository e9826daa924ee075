#pragma once

#include "engine/forward/score_rule.h"

#include <span>

namespace mayfly {

/// What turns a row of scaled scores into weights: weight = exp(scaled − peak) / sum.
struct RowSums {
    float peak = 0;
    float sum = 1;
};

/// The tiles of one head's keys (d × 32 each, transposed) or values (32 × d each), one a block of 32 tokens.
using Tiles = std::span<const float* const>;

/// The keys [first, end) that a query sees. A row in a buffer has a place for each key from 0 on.
struct KeyRange {
    int first = 0;
    int end = 0;
};

/// The room that a row of `count` keys takes in a buffer: whole blocks.
int paddedRow(int count);

/// q · k for one query of d values and the keys of a range, in whole blocks. `out` has room for paddedRow(keys.end)
/// floats; blocks before the range are not touched.
void rowDots(const float* query, Tiles keys, int d, KeyRange range, float* out);

/// Scales and caps dots and returns the peak and the sum of their exponentials, which replace them; zeros fill up the
/// blocks at both ends. The largest is subtracted first, so no score overflows. An empty range: zeros, and a sum of 1.
RowSums exponentiate(float* dots, KeyRange range, const ScoreRule& rule);

/// out = Σ_j exponentials[j] · v_j / sum over the values of a range; d floats.
void weightedSum(const float* exponentials, float sum, Tiles values, int d, KeyRange range, float* out);

} // namespace mayfly
