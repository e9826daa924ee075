#include "engine/forward/kernels/table.h"

namespace mayfly {

const Kernels avx512Kernels = tableNamed("avx512");

} // namespace mayfly
