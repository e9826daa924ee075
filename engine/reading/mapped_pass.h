#pragma once

#include "engine/forward/forward.h"
#include "engine/reading/head_maps.h"

namespace mayfly {

/// A trace, and the maps of all its heads.
struct MappedPass {
    std::shared_ptr<const Trace> trace; ///< null if given up
    HeadMaps maps;
};

/// `forward`, and the maps made of its weights as it works them out. `mapsBefore`, if not null, are those of `before`.
MappedPass forwardMapped(const Model& model, std::span<const TokenId> ids, const Experiment& experiment = {},
                         const Trace* before = nullptr, const HeadMaps* mapsBefore = nullptr, const GiveUp& giveUp = {});

} // namespace mayfly
