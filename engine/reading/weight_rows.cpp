#include "engine/reading/weight_rows.h"

namespace mayfly {

// Rows that are no power of two apart do not meet in the same places of a cache.
WeightRows::WeightRows(const Trace& trace)
    : m_trace(trace), m_step(std::size_t(paddedRow(trace.tokens())) + 16), m_rows(FloatBuffer::untouched(TraceLayout::rows * m_step)) {}

} // namespace mayfly
