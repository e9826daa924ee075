#include "engine/forward/attention.h"

#include "engine/forward/rows.h"
#include "engine/forward/trace_layout.h"

namespace mayfly {

int paddedRow(int count) { return (count + TraceLayout::rows - 1) / TraceLayout::rows * TraceLayout::rows; }

std::size_t scoreStep(int tokens) { return std::size_t(paddedRow(tokens) + cacheLine); }

} // namespace mayfly
