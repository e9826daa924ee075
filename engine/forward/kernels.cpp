#include "engine/forward/kernels.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/forward/kernels/all.h"

#include <cstdlib>
#include <string>
#include <vector>
#ifdef __x86_64__
#include <cpuid.h>
#endif
#if defined(__x86_64__) && defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace mayfly {

namespace {

#ifdef __x86_64__
/// Whether the processor multiplies tiles of bfloat16, and the system lets this program: Linux has to be asked, once for all
/// threads, because the tiles make a thread's state larger.
bool mayUseAmx() {
#ifdef __linux__
    unsigned a = 0, b = 0, c = 0, d = 0;
    constexpr unsigned tiles = 1U << 24;
    constexpr unsigned bfloats = 1U << 22;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & tiles) == 0 || (d & bfloats) == 0) return false;
    constexpr long request = 0x1023; // ARCH_REQ_XCOMP_PERM
    constexpr long tileData = 18;    // XFEATURE_XTILEDATA
    return syscall(SYS_arch_prctl, request, tileData) == 0;
#else
    return false;
#endif
}
#endif

std::vector<const Kernels*> findRunnable() {
    std::vector<const Kernels*> found;
#ifdef __x86_64__
    __builtin_cpu_init();
    // Every processor with AVX2 widens halves (F16C), which not every compiler can ask for.
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if (avx2 && avx512 && mayUseAmx()) found.push_back(&amxKernels);
    if (avx2 && avx512) found.push_back(&avx512Kernels);
    if (avx2) found.push_back(&avx2Kernels);
#endif
    found.push_back(&portableKernels);
    return found;
}

} // namespace

std::span<const Kernels* const> runnableKernels() {
    static const std::vector<const Kernels*> found = findRunnable();
    return found;
}

const Kernels& kernelsNamed(std::string_view name) {
    std::string there;
    for (const Kernels* each : runnableKernels()) {
        if (name == each->name) return *each;
        there += (there.empty() ? "" : ", ") + std::string(each->name);
    }
    throw Error(ErrorKind::Unsupported, "this processor has no kernel " + inQuotes(name) + "; it has: " + there + '.');
}

const Kernels& chosenKernels() {
    const char* name = std::getenv("MAYFLY_KERNEL");
    return name == nullptr || *name == '\0' ? *runnableKernels().front() : kernelsNamed(name);
}

} // namespace mayfly
