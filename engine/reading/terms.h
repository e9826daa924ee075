#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// One product of a dot: q_d · k_d.
struct Term {
    int dimension = 0;
    float product = 0;
};

/// The chain from one query and one key to a weight, each as the forward pass had it.
struct PairReading {
    HeadIndex head;
    int query = 0;
    int key = 0;
    bool masked = false;   ///< the query cannot see the key; the weight is 0
    float dot = 0;         ///< q · k
    float scale = 1;
    float scaled = 0;      ///< dot · scale
    float logSumExp = 0;   ///< over the row
    float weight = 0;
    float reverseDot = 0;  ///< q of the key token · k of the query token
    std::vector<Term> terms; ///< all d of them, largest magnitude first, ties to the smaller dimension; they sum to dot
};

/// O(d). Throws Error (OutOfRange) for a head or token that the trace has not.
PairReading readPair(const Trace& trace, HeadIndex head, int query, int key);

} // namespace mayfly
