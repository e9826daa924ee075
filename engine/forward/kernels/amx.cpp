#include "engine/forward/kernels/amx_tiles.h"
#include "engine/forward/kernels/split_kernel.h"
#include "engine/forward/kernels/table.h"

namespace mayfly {

const Kernels amxKernels = splitTable<AmxTiles>(tableNamed("amx"));

} // namespace mayfly
