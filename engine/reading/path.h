#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// How the residual stream is projected.
struct PathChoice {
    int components = 2;      ///< at least 1; those beyond D stay 0
    bool unitLength = false; ///< x / ‖x‖ in the place of x: lengths grow from layer to layer and would hide directions
    bool hideFirst = false;  ///< token 0, whose vectors often dwarf all others, has no part in mean and basis

    bool operator==(const PathChoice&) const = default;
};

/// The way of every token from its embedding to the last layer: x⁰ .. x^L, projected on the principal components of all
/// tokens at all depths together, so that places at different depths can be compared.
struct StreamPath {
    int tokens = 0;
    int depths = 0; ///< L + 1
    int components = 0;
    std::vector<float> points;     ///< depths × tokens × components, depth 0 first; the mean lies at 0
    std::vector<double> explained; ///< share of the variance along each component, largest first; 0 where there is none

    const float* at(int depth, int token) const {
        return points.data() + std::size_t((depth * tokens + token) * components);
    }
};

/// Principal components by subspace iteration: O(L T D) time for each of at most 60 rounds, and a few times D × components
/// of memory beside the points, in double, on the calling thread. It draws on no chance: the same trace gives the same
/// points, and each component points to where its largest loading is positive.
StreamPath streamPath(const Trace& trace, const PathChoice& choice = {});

} // namespace mayfly
