#pragma once

#include <cstdint>
#include <string>

namespace mayfly {

/// Bytes of memory that a program could take now without others being put out to disk; 0 where the system does not say.
/// On Linux MemAvailable of /proc/meminfo.
std::uint64_t availableMemory();

/// Throws Error (Unsupported) with both numbers if `needed` bytes are more than are `available`. 0 available: never.
void requireMemory(const std::string& model, std::uint64_t needed, std::uint64_t available);

} // namespace mayfly
