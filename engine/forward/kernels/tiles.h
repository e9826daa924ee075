#pragma once

#include "engine/forward/kernels.h"
#include "engine/forward/kernels/lanes.h"

namespace mayfly {
namespace {

// How many sums a tile holds at once, so that they, a row of weights and one factor fill the processor's registers.
#if defined(__AVX512F__)
constexpr int tileRows = 8; // × 2 registers: 16 sums of 32
constexpr int panelStreams = 4;
constexpr int mixRows = 4;
constexpr int mixRegisters = 4;
#elif defined(__aarch64__)
constexpr int tileRows = 8; // 16 sums of 32
constexpr int panelStreams = 2;
constexpr int mixRows = 4;
constexpr int mixRegisters = 4;
#elif defined(__AVX__)
constexpr int tileRows = 6; // 12 sums of 16
constexpr int panelStreams = 2;
constexpr int mixRows = 4;
constexpr int mixRegisters = 2;
#else
constexpr int tileRows = 4; // 8 sums of 16: a product and its sum take two instructions and a register more
constexpr int panelStreams = 1;
constexpr int mixRows = 4;
constexpr int mixRegisters = 2;
#endif
constexpr int tileRegisters = 2;

} // namespace
} // namespace mayfly
