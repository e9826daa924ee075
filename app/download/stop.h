#pragma once

#include <atomic>

namespace download {

/// Whether a download is to be given up; set on one thread, asked on another.
using Stop = std::atomic<bool>;

/// Thrown when it is.
struct Stopped {};

inline void throwIfStopped(const Stop& stop) {
    if (stop) throw Stopped();
}

} // namespace download
