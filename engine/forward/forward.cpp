#include "engine/forward/forward.h"

#include "engine/error.h"
#include "engine/forward/cost.h"
#include "engine/forward/pass.h"
#include "engine/model/model.h"

#include <algorithm>
#include <string>

namespace mayfly {

namespace {

// Below this many operations, about a quarter of a millisecond's, other threads wake too late to help.
constexpr double worthTeam = 3e7;

void checkTokens(std::span<const TokenId> ids, const Config& config) {
    if (ids.size() > std::size_t(config.context))
        throw Error(ErrorKind::OutOfRange, "the text has " + std::to_string(ids.size()) +
                                               " tokens, and this model takes at most " +
                                               std::to_string(config.context) + '.');
    for (const TokenId id : ids)
        if (id < 0 || id >= config.vocab)
            throw Error(ErrorKind::OutOfRange, "token id " + std::to_string(id) +
                                                   " is outside this model's vocabulary, which ends at " +
                                                   std::to_string(config.vocab - 1) + '.');
}

} // namespace

std::shared_ptr<const Trace> forward(const Model& model, std::span<const TokenId> ids, const Experiment& experiment,
                                     const Trace* before, const GiveUp& giveUp, const LookAtWeights& look) {
    check(experiment, model.config());
    checkTokens(ids, model.config());
    const int first = keptTokens(model, ids, experiment, before);
    const bool alone = costOf(model, first, int(ids.size())).flops < worthTeam;
    std::shared_ptr<const Trace> trace;
    Team::gather(alone, [&](Team& team) {
        Pass pass(team, model, ids, experiment, first, before, look);
        if (pass.run(giveUp)) trace = pass.finish();
    });
    return trace;
}

int keptTokens(const Model& model, std::span<const TokenId> ids, const Experiment& experiment, const Trace* before) {
    if (before == nullptr || !(before->experiment() == experiment)) return 0;
    const auto old = before->ids();
    const auto same = std::mismatch(ids.begin(), ids.end(), old.begin(), old.end()).first - ids.begin();
    const bool whole = std::size_t(same) == ids.size() && ids.size() == old.size();
    return model.config().causal || whole ? int(same) : 0; // in a bidirectional model every row sees every token
}

} // namespace mayfly
