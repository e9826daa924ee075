#include "engine/reading/mapped_pass.h"

#include "engine/model/model.h"

namespace mayfly {

MappedPass forwardMapped(const Model& model, std::span<const TokenId> ids, const Experiment& experiment, const Trace* before,
                         const HeadMaps* mapsBefore, const GiveUp& giveUp) {
    const Config& config = model.config();
    HeadMapping mapping(TraceLayout(config), config.causal, int(ids.size()), mapsBefore,
                        keptTokens(model, ids, experiment, before));
    MappedPass pass;
    pass.trace = forward(model, ids, experiment, before, giveUp,
                         [&](const FreshWeights& weights) { mapping.look(weights); });
    if (pass.trace) pass.maps = mapping.finish(*pass.trace);
    return pass;
}

} // namespace mayfly
