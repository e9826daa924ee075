#pragma once

#include "engine/model/linear.h"
#include "engine/model/weights.h"

namespace mayfly {

/// y = x W + b for `rows` rows: x is rows × in, y is rows × out, both without gaps. Threads share the output columns.
/// Each output is summed over the inputs in order, whatever `rows` is.
void applyLinear(const Linear& map, const float* x, int rows, float* y);

/// y[r] = table row r · x, for x of table.columns values and y of table.rows: the unembedding of one token.
void applyRows(const VectorTable& table, const float* x, float* y);

/// The same for `count` vectors x, one after another, and as many y: the same bits, but on the calling thread alone, for
/// readings that are made beside the engine's thread.
void applyRowsAlone(const VectorTable& table, const float* x, int count, float* y);

} // namespace mayfly
