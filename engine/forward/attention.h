#pragma once

#include "engine/forward/score_rule.h"

#include <cstddef>
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

/// How many floats rows of scores of `tokens` keys lie from each other where several are worked on at once: paddedRow, and so
/// much more that rows of a power of two do not meet in the same places of the first cache.
std::size_t scoreStep(int tokens);

} // namespace mayfly
