#pragma once

#include "engine/forward/experiment.h"
#include "engine/forward/fresh_weights.h"
#include "engine/forward/trace.h"

#include <functional>
#include <memory>
#include <span>

namespace mayfly {

class Model;

/// Asked between layers; true gives the pass up.
using GiveUp = std::function<bool()>;

/// One forward pass over `ids`, every layer and head, in float32 on all of OpenMP's threads.
///
/// `before`, if not null, is an earlier trace of the same model: under an equal experiment the longest common prefix of
/// tokens is taken from it and only the rest computed (a causal model's rows do not depend on what follows). Each row is
/// summed in an order that does not depend on how many rows are computed together, so the result is the same to the bit
/// whatever was typed before.
///
/// `look`, if there is one, sees the weights of the rows that are computed, which saves working them out again.
///
/// Returns null if given up. No tokens: a trace with no rows and no logits. Throws Error (OutOfRange): more tokens than
/// the context, an id outside the vocabulary, an experiment that does not fit. Call it from one thread at a time; OpenMP
/// keeps a team for each calling thread.
std::shared_ptr<const Trace> forward(const Model& model, std::span<const TokenId> ids,
                                     const Experiment& experiment = {}, const Trace* before = nullptr,
                                     const GiveUp& giveUp = {}, const LookAtWeights& look = {});

/// How many leading tokens' rows `forward` takes from the trace before.
int keptTokens(const Model& model, std::span<const TokenId> ids, const Experiment& experiment, const Trace* before);

} // namespace mayfly
