#pragma once

namespace mayfly {

class Model;

/// What a pass cannot do without, whatever its kernels: the measure of how near they come to the machine's limits.
struct Cost {
    double flops = 0; ///< two a multiply-add of every linear map, of q · k and weight · v over visible pairs, and of the
                      ///< last row's unembedding
    double bytes = 0; ///< of weights, keys and values, each read once
};

/// Of the tokens [first, tokens) where those before are taken from an earlier trace.
Cost costOf(const Model& model, int first, int tokens);

} // namespace mayfly
