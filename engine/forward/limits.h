#pragma once

namespace mayfly {

/// What this machine could do at best, on all of OpenMP's threads: no kernel is faster than these.
struct Limits {
    double gflops = 0;            ///< 10⁹ float32 additions and multiplications a second, with the best kernel
    double gigabytesPerSecond = 0; ///< read from memory, beyond the caches
};

/// Measures for about a third of a second, and takes the best of some rounds: others may be using the machine.
Limits measureLimits();

} // namespace mayfly
