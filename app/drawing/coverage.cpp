#include "app/drawing/coverage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <new>

namespace drawing {

namespace {

/// Alpha in 256ths by optical depth.
using AlphaTable = std::array<std::uint16_t, 4096>;
constexpr float stepsPerDepth = float(AlphaTable{}.size()) / Coverage::opaque;

const AlphaTable& alphaTable() {
    static const AlphaTable table = [] {
        AlphaTable made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = std::uint16_t(std::lround(256 * (1 - std::exp(-(double(i) + 0.5) / double(stepsPerDepth)))));
        made.front() = 0;
        return made;
    }();
    return table;
}

/// Two channels at a time: `below` and `above` hold 8 bits in every 16.
std::uint32_t mix(std::uint32_t below, std::uint32_t above, std::uint32_t alpha) {
    return ((below * (256 - alpha) + above * alpha + 0x00800080u) >> 8) & 0x00ff00ffu;
}

constexpr int together = 8;

/// Whether nothing was drawn on the next pixels: most of what is touched, for lines are thin.
bool isBlank(const float* sums) {
    std::array<std::uint32_t, together> bits;
    std::memcpy(bits.data(), sums, sizeof bits);
    std::uint32_t any = 0;
    for (const std::uint32_t each : bits) any |= each;
    return any == 0;
}

void blendBlock(float* sums, std::uint32_t* pixels, int count, std::uint32_t colour, const AlphaTable& table) {
    const std::uint32_t odd = (colour >> 8) & 0x00ff00ffu, even = colour & 0x00ff00ffu;
    for (int i = 0; i < count; ++i) {
        while (i + together <= count && isBlank(sums + i)) i += together;
        if (i == count) break;
        const float index = std::min(sums[i] * stepsPerDepth, float(table.size() - 1));
        sums[i] = 0;
        const std::uint32_t alpha = table[std::size_t(int(index))];
        const std::uint32_t below = pixels[i];
        pixels[i] = mix(below & 0x00ff00ffu, even, alpha) | mix((below >> 8) & 0x00ff00ffu, odd, alpha) << 8;
    }
}

} // namespace

Coverage::Coverage(int width, int height)
    : m_width(width), m_height(height), m_blockShift(4), m_stride(width + 2 * border),
      // Zeros that the system hands out page by page: a few strokes on a large image cost no more than the pages they touch.
      m_sums(static_cast<float*>(std::calloc(std::size_t(m_stride) * std::size_t(height + 2 * border), sizeof(float)))),
      m_touched(std::size_t(height)) {
    if (!m_sums) throw std::bad_alloc();
    while ((width - 1) >> m_blockShift > 63) ++m_blockShift;
}

void Coverage::Free::operator()(float* sums) const { std::free(sums); }

void Coverage::touch(int x0, int y0, int x1, int y1) {
    x0 = std::max(x0, 0), x1 = std::min(x1, m_width);
    y0 = std::max(y0, 0), y1 = std::min(y1, m_height);
    if (x0 >= x1) return;
    const int first = x0 >> m_blockShift, last = (x1 - 1) >> m_blockShift;
    const std::uint64_t blocks = (~std::uint64_t(0) << first) & (~std::uint64_t(0) >> (63 - last));
    for (int y = y0; y < y1; ++y) m_touched[std::size_t(y)] |= blocks;
}

void Coverage::blendInto(QImage& image, const QColor& colour) {
    const AlphaTable& table = alphaTable();
    for (int y = 0; y < m_height; ++y) {
        std::uint64_t& touched = m_touched[std::size_t(y)];
        if (touched == 0) continue;
        auto* row = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        while (touched != 0) {
            const int begin = std::countr_zero(touched) << m_blockShift;
            const int end = std::min(begin + (1 << m_blockShift), m_width);
            blendBlock(at(begin, y), row + begin, end - begin, colour.rgb() | 0xff000000u, table);
            touched &= touched - 1;
        }
    }
}

} // namespace drawing
