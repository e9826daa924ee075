#include "engine/forward/limits.h"

#include "engine/forward/kernels.h"
#include "engine/forward/team.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace mayfly {

namespace {

constexpr int rounds = 12;
constexpr int tasks = 64;                // a round's; a thread that others hold up takes fewer of them
constexpr int tiles = 200;               // of one task, about a fifth of a millisecond
constexpr std::size_t piece = 3 << 18;   // floats of one task: 200 MB in all, more than any cache

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Operations a second.
double multiplyOnce(const Kernels& kernels, Team& team) {
    std::array<double, tasks> products{};
    const double start = seconds();
    team.share(tasks, [&](int task, int /*thread*/) { products[std::size_t(task)] = kernels.multiplyProbe(tiles); });
    return 2 * products[0] * tasks / (seconds() - start);
}

/// Bytes a second.
double readOnce(const Kernels& kernels, Team& team, const FloatBuffer& memory) {
    std::array<float, tasks> sums{}; // so that every value counts
    const double start = seconds();
    team.share(tasks, [&](int task, int /*thread*/) {
        sums[std::size_t(task)] = kernels.readProbe(memory.data() + std::size_t(task) * piece, piece);
    });
    return double(memory.size() * sizeof(float)) / (seconds() - start);
}

} // namespace

Limits measureLimits() {
    const Kernels& kernels = *runnableKernels().front();
    const FloatBuffer memory(tasks * piece);
    Limits limits;
    Team::gather(false, [&](Team& team) {
        for (int r = 0; r < rounds; ++r) {
            limits.gflops = std::max(limits.gflops, multiplyOnce(kernels, team) * 1e-9);
            limits.gigabytesPerSecond = std::max(limits.gigabytesPerSecond, readOnce(kernels, team, memory) * 1e-9);
        }
    });
    return limits;
}

} // namespace mayfly
