#include "engine/reading/weight_rows.h"

namespace mayfly {

WeightRows::WeightRows(const Trace& trace)
    : m_trace(trace), m_step(scoreStep(trace.tokens())), m_rows(FloatBuffer::untouched(TraceLayout::rows * m_step)) {}

} // namespace mayfly
