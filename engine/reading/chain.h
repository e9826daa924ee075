#pragma once

#include "engine/reading/origin.h"
#include "engine/reading/terms.h"

namespace mayfly {

/// Every number behind one weight.
struct Chain {
    PairReading pair;
    std::optional<BiasParts> parts;  ///< of the dot
    double contribution = 0;         ///< ‖weight · v_j W_O‖
    std::optional<double> asymmetry; ///< of the head; it takes every pair of tokens, so only who asks gets it
};

/// O(d D), the asymmetry left out. `model` is the one that the trace is of. Throws Error (OutOfRange) for a head or token
/// that is not there.
Chain readChain(const Trace& trace, const Model& model, HeadIndex head, int query, int key);

} // namespace mayfly
