#include "engine/forward/attention.h"

#include "engine/forward/trace_layout.h"

namespace mayfly {

int paddedRow(int count) { return (count + TraceLayout::rows - 1) / TraceLayout::rows * TraceLayout::rows; }

} // namespace mayfly
