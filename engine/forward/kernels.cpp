#include "engine/forward/kernels.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/forward/kernels/all.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace mayfly {

namespace {

std::vector<const Kernels*> findRunnable() {
    std::vector<const Kernels*> found;
#ifdef __x86_64__
    __builtin_cpu_init();
    // Every processor with AVX2 widens halves (F16C), which not every compiler can ask for.
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
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
