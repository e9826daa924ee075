#pragma once

#include "engine/model/config_fields.h"

#include <functional>

namespace mayfly {

/// Fills in config.windows from sliding_window (`fallback` if absent; null is no window at all). Which layers have the
/// window is said by layer_types, or else by `hasWindow`. config.layers has been read. Throws Error: Malformed,
/// Unsupported (a kind of layer that is neither "full_attention" nor "sliding_attention").
void readWindows(const ConfigFields& fields, Config& config, int fallback,
                 const std::function<bool(int layer)>& hasWindow);

} // namespace mayfly
