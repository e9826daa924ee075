#pragma once

#include "engine/forward/head_index.h"
#include "engine/forward/trace.h"
#include "engine/model/config.h"
#include "engine/text/tokenizer.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace command {

/// What of a trace is written.
struct TraceChoice {
    std::vector<mayfly::HeadIndex> heads;
    bool vectors = false; ///< q, k and v too
};

/// Takes a piece of a file that is too long to hold whole; throws if it cannot be written.
using Sink = std::function<void(std::string_view)>;

/// Heads × layers in the order they were asked for, each once. Throws mayfly::Error (OutOfRange) naming one that the
/// model has not.
std::vector<mayfly::HeadIndex> chooseHeads(const mayfly::Config& config, const std::optional<std::vector<int>>& layers,
                                           const std::optional<std::vector<int>>& heads);

/// Throws mayfly::Error (OutOfRange) for a head that the model has not.
void requireHeads(const mayfly::Config& config, const std::vector<mayfly::HeadIndex>& heads);

/// Throws mayfly::Error (OutOfRange) for a pinned token that is not among the text's `count`.
void requireToken(int token, int count);

} // namespace command
