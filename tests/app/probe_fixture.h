#pragma once

#include "engine/reading/head_probe.h"

#include <memory>
#include <utility>
#include <vector>

namespace fixture {

/// A probe in which the named heads have one score and all others have none, which makes them broad.
inline std::shared_ptr<const mayfly::HeadProbe>
probeOf(int layers, int heads, const std::vector<std::pair<mayfly::ScoredHead, mayfly::HeadLabel>>& named) {
    mayfly::HeadProbe probe{layers, heads, 25, 3, 3, {}};
    probe.scores.resize(std::size_t(layers) * std::size_t(heads));
    for (const auto& [scored, label] : named)
        probe.scores[std::size_t(scored.head.layer * heads + scored.head.head)].*mayfly::scoreOf(label) = scored.score;
    return std::make_shared<const mayfly::HeadProbe>(std::move(probe));
}

} // namespace fixture
