#include "engine/forward/kernels/table.h"

namespace mayfly {

const Kernels portableKernels = tableNamed("portable");

} // namespace mayfly
