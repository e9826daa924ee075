#include "engine/reading/lens.h"

#include "engine/forward/linear.h"
#include "engine/model/model.h"
#include "engine/model/weights.h"
#include "engine/reading/bounds.h"


namespace mayfly {

namespace {

/// n(x) of the token at every depth, (L + 1) × D.
std::vector<float> normedStream(const Trace& trace, const Model& model, int token) {
    const auto width = std::size_t(trace.dModel());
    std::vector<float> normed(std::size_t(trace.layers() + 1) * width);
    for (int depth = 0; depth <= trace.layers(); ++depth)
        model.kernels().normalise(model.config().norm, model.weights().finalNorm, model.config().normEpsilon,
                                  {trace.residual(depth, token).data()}, 1, trace.dModel(),
                                  {normed.data() + std::size_t(depth) * width});
    return normed;
}

} // namespace

std::vector<std::vector<NextToken>> readLens(const Trace& trace, const Model& model, int token, int count) {
    requireToken(trace, token);
    const Config& config = model.config();
    if (!config.causal) return {};
    const VectorTable& table = model.weights().unembed();
    const auto rows = std::size_t(table.rows);
    std::vector<float> logits(std::size_t(trace.layers() + 1) * rows);
    applyRowsAlone(model.kernels(), table, normedStream(trace, model, token).data(), trace.layers() + 1, logits.data());
    config.capLogits(logits);
    std::vector<std::vector<NextToken>> guesses;
    for (std::size_t first = 0; first < logits.size(); first += rows)
        guesses.push_back(mostLikely(std::span(logits).subspan(first, rows), count));
    return guesses;
}

} // namespace mayfly
