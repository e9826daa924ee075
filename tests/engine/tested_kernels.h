#pragma once

#include "engine/forward/kernels.h"

#include <string_view>
#include <vector>

/// The kernels that this processor can run, and "tiles": that of AMX, with the tile registers as plain loops, so that all of it
/// but the instructions themselves is tested on every processor.
const std::vector<const mayfly::Kernels*>& testedKernels();

/// The one of that name, which there is.
const mayfly::Kernels& testedKernel(std::string_view name);
