#pragma once

#include "engine/forward/trace.h"

namespace mayfly {

class Model;

/// ‖weight_ij · v_j W_O‖₂: the size of what a head carries from token j to token i (Kobayashi et al. 2020), before any norm
/// that a family has after its attention. 0 for a masked pair, and for a head that the experiment ablates.
///
/// `model` is the one that the trace is of. O(d D); valueSizes() (values.h) has it for many pairs.
/// Throws Error (OutOfRange) for a head or token that is not there.
double contribution(const Trace& trace, const Model& model, HeadIndex head, int query, int key);

} // namespace mayfly
