#pragma once

#include <cstddef>
#include <cstdint>

namespace mayfly {
namespace {

/// AMX's tile registers: sums in 0 to 3, rows in 4 and 5, weights in 6 and 7. Written out as instructions, because the
/// compiler's own intrinsics do not say that they touch memory, and stores before them may be lost (GCC 12).
struct AmxTiles {
    /// The numbers of rows of what is above, tiles 0, 1 and 4, and of what is below, tiles 2, 3 and 5; 0 to 16. Clears all.
    static void shape(int upper, int lower) {
        const auto above = std::uint8_t(upper);
        const auto below = std::uint8_t(lower);
        const std::uint16_t bytes = lower > 0 ? 64 : 0; // a tile without rows has no columns either
        struct alignas(64) Configuration {              // Intel's manual, LDTILECFG
            std::uint8_t palette, startRow, reserved[14];
            std::uint16_t columnBytes[16];
            std::uint8_t rows[16];
        };
        const Configuration configuration{
            1, 0, {}, {64, 64, bytes, bytes, 64, bytes, 64, 64}, {above, above, below, below, above, below, 16, 16}};
        asm volatile("ldtilecfg %0" : : "m"(configuration));
    }

    /// Rows of 64 bytes, `step` bytes apart.
    template<int Tile>
    static void load(const void* from, std::size_t step) {
        asm volatile("tileloadd (%0,%1,1), %%tmm%c2" : : "r"(from), "r"(step), "i"(Tile) : "memory");
    }

    template<int Tile>
    static void store(void* to, std::size_t step) {
        asm volatile("tilestored %%tmm%c2, (%0,%1,1)" : : "r"(to), "r"(step), "i"(Tile) : "memory");
    }

    /// Sum += rows × columns.
    template<int Sum, int Rows, int Columns>
    static void multiply() {
        asm volatile("tdpbf16ps %%tmm%c2, %%tmm%c1, %%tmm%c0" : : "i"(Sum), "i"(Rows), "i"(Columns));
    }

    /// Nothing is left that the system would have to save.
    static void release() { asm volatile("tilerelease"); }
};

} // namespace
} // namespace mayfly
