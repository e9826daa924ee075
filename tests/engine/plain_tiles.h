#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mayfly {
namespace {

/// The tile registers of forward/kernels/split_kernel.h in plain loops, for processors without them: the same shapes, steps and
/// sums. A product of two bfloat16 is exact in float32, so it does not matter that sums here are not fused.
struct PlainTiles {
    static void shape(int upper, int lower) {
        std::memset(registers, 0, sizeof registers);
        for (const int tile : {0, 1, 4}) rows[tile] = upper;
        for (const int tile : {2, 3, 5}) rows[tile] = lower;
        for (const int tile : {6, 7}) rows[tile] = 16;
    }

    template<int Tile>
    static void load(const void* from, std::size_t step) {
        for (int r = 0; r < rows[Tile]; ++r)
            std::memcpy(registers[Tile][r], static_cast<const std::byte*>(from) + std::size_t(r) * step, 64);
    }

    template<int Tile>
    static void store(void* to, std::size_t step) {
        for (int r = 0; r < rows[Tile]; ++r)
            std::memcpy(static_cast<std::byte*>(to) + std::size_t(r) * step, registers[Tile][r], 64);
    }

    template<int Sum, int Rows, int Columns>
    static void multiply() {
        for (int r = 0; r < rows[Rows]; ++r) {
            float even[16] = {};
            float odd[16] = {};
            for (int k = 0; k < 16; ++k) {
                const std::uint32_t pair = registers[Rows][r][k];
                for (int c = 0; c < 16; ++c) {
                    even[c] += lower(pair) * lower(registers[Columns][k][c]);
                    odd[c] += upper(pair) * upper(registers[Columns][k][c]);
                }
            }
            float sums[16];
            std::memcpy(sums, registers[Sum][r], sizeof sums);
            for (int c = 0; c < 16; ++c) sums[c] += even[c] + odd[c];
            std::memcpy(registers[Sum][r], sums, sizeof sums);
        }
    }

    static void release() { shape(0, 0); }

private:
    static float lower(std::uint32_t pair) { return std::bit_cast<float>(pair << 16); }
    static float upper(std::uint32_t pair) { return std::bit_cast<float>(pair & 0xFFFF0000); }

    static inline thread_local std::uint32_t registers[8][16][16];
    static inline thread_local int rows[8];
};

} // namespace
} // namespace mayfly
