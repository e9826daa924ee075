#pragma once

#include "engine/forward/trace.h"

namespace mayfly {

/// ‖S − Sᵀ‖_F / ‖S‖_F over all dots S of a head, masked pairs too: 0 where looking there is as looking back, as when W_K =
/// W_Q; √2 is what independent numbers come to, and 2 the most. 0 where there are no tokens, or no dot but zero.
///
/// O(T² d). Throws Error (OutOfRange) for a head that the trace has not.
double asymmetry(const Trace& trace, HeadIndex head);

} // namespace mayfly
