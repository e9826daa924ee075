#pragma once

#include "engine/forward/trace.h"

namespace mayfly {

/// Throws Error (OutOfRange) with one sentence, if the trace has no such head or token.
void requireHead(const Trace& trace, HeadIndex head);
void requireToken(const Trace& trace, int token);

} // namespace mayfly
