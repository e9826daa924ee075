#pragma once

#include <cstdint>
#include <functional>

namespace mayfly {

/// Told how many bytes of the weights have been read, of how many; false gives the loading up. Some tensors of a file may
/// not be needed, so `done` need not reach `total`.
using LoadProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

} // namespace mayfly
