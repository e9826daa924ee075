#include "engine/forward/kernels/table.h"

namespace mayfly {

// What every processor of its kind has: SSE2, or NEON.
#ifdef __aarch64__
const Kernels portableKernels = tableNamed("neon");
#else
const Kernels portableKernels = tableNamed("portable");
#endif

} // namespace mayfly
