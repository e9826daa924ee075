#include "app/processor.h"

// What the engine's own compiler flags turn on, each as a macro MAYFLY_NEEDS_..., is passed in by CMake.

const char* missingInstructions() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_cpu_init();
#ifdef MAYFLY_NEEDS_AVX512F
    if (!__builtin_cpu_supports("avx512f")) return "AVX-512";
#endif
#ifdef MAYFLY_NEEDS_AVX512BW
    if (!__builtin_cpu_supports("avx512bw")) return "AVX-512 BW";
#endif
#ifdef MAYFLY_NEEDS_AVX512VL
    if (!__builtin_cpu_supports("avx512vl")) return "AVX-512 VL";
#endif
#ifdef MAYFLY_NEEDS_AVX512DQ
    if (!__builtin_cpu_supports("avx512dq")) return "AVX-512 DQ";
#endif
#ifdef MAYFLY_NEEDS_AVX512VBMI
    if (!__builtin_cpu_supports("avx512vbmi")) return "AVX-512 VBMI";
#endif
#ifdef MAYFLY_NEEDS_AVX512VNNI
    if (!__builtin_cpu_supports("avx512vnni")) return "AVX-512 VNNI";
#endif
#ifdef MAYFLY_NEEDS_AVX2
    if (!__builtin_cpu_supports("avx2")) return "AVX2";
#endif
#ifdef MAYFLY_NEEDS_FMA
    if (!__builtin_cpu_supports("fma")) return "FMA";
#endif
#ifdef MAYFLY_NEEDS_BMI2
    if (!__builtin_cpu_supports("bmi2")) return "BMI2";
#endif
#ifdef MAYFLY_NEEDS_AVX
    if (!__builtin_cpu_supports("avx")) return "AVX";
#endif
#ifdef MAYFLY_NEEDS_SSE4_2
    if (!__builtin_cpu_supports("sse4.2")) return "SSE 4.2";
#endif
#endif
    return nullptr;
}
