#include "engine/forward/trace_layout.h"

#include "engine/model/config.h"

namespace mayfly {

TraceLayout::TraceLayout(const Config& config)
    : layers(config.layers), heads(config.heads), kvHeads(config.kvHeads), dModel(config.dModel),
      dHead(config.dHead) {}

} // namespace mayfly
