#include "engine/forward/kernels/table.h"

namespace mayfly {

const Kernels avx2Kernels = tableNamed("avx2");

} // namespace mayfly
