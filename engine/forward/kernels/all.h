#pragma once

namespace mayfly {

struct Kernels;

// Each from a source of its own, compiled with its own instructions.
extern const Kernels portableKernels;
#ifdef __x86_64__
extern const Kernels avx2Kernels;
extern const Kernels avx512Kernels;
extern const Kernels amxKernels;
#endif

} // namespace mayfly
