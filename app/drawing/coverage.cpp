#include "app/drawing/coverage.h"

#include "app/drawing/mix.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <new>

namespace drawing {

namespace {

// Four pixels at a time, as the compiler's vectors: the bytes of a pixel in two pieces, each 8 bits in every 16.
constexpr int together = 4;
using Depths = float __attribute__((vector_size(16)));
using Pixels = std::uint32_t __attribute__((vector_size(16)));
using Integers = std::int32_t __attribute__((vector_size(16)));
using Channels = std::uint16_t __attribute__((vector_size(16)));

template<typename Vector>
Vector load(const void* from) {
    Vector vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}

/// Whether nothing was drawn on the next pixels: most of what is touched, for lines are thin.
bool isBlank(const float* sums) {
    const auto bits = std::bit_cast<std::array<std::uint64_t, 2>>(load<Pixels>(sums));
    return (bits[0] | bits[1]) == 0;
}

/// 256 (1 − e^−depth), rounded, twice in every 32 bits. The exponential is the eighth power of the first five terms of e^−x, for x
/// up to 1: wrong by less than a tenth of a step.
Channels alphaOf(Depths depth) {
    const Depths x = (depth < Coverage::opaque ? depth : Coverage::opaque - Depths{}) * (1.0F / Coverage::opaque);
    Depths rest = 1.0F - x * (1.0F - x * (1.0F / 2) * (1.0F - x * (1.0F / 3) * (1.0F - x * (1.0F / 4))));
    rest *= rest;
    rest *= rest;
    rest *= rest;
    const Integers alpha = __builtin_convertvector(256.5F - 256.0F * rest, Integers);
    return std::bit_cast<Channels>(alpha | alpha << 16);
}

Pixels mixPixels(Pixels below, std::uint32_t above, Channels alpha) {
    return std::bit_cast<Pixels>(mix(std::bit_cast<Channels>(below), std::bit_cast<Channels>(above - Pixels{}), alpha));
}

void blendPixels(float* sums, std::uint32_t* pixels, std::uint32_t colour) {
    constexpr std::uint32_t even = 0x00ff00ff;
    const Channels alpha = alphaOf(load<Depths>(sums));
    const Pixels below = load<Pixels>(pixels);
    const Pixels mixed =
        mixPixels(below & even, colour & even, alpha) | mixPixels(below >> 8 & even, colour >> 8 & even, alpha) << 8;
    std::memcpy(pixels, &mixed, sizeof mixed);
    std::fill_n(sums, together, 0.0F);
}

/// Behind the last pixels the sums have a border, and the image has none.
void blendBlock(float* sums, std::uint32_t* pixels, int count, std::uint32_t colour) {
    for (; count >= together; count -= together, sums += together, pixels += together)
        if (!isBlank(sums)) blendPixels(sums, pixels, colour);
    if (count <= 0 || isBlank(sums)) return;
    std::array<std::uint32_t, together> last{};
    std::copy_n(pixels, count, last.begin());
    blendPixels(sums, last.data(), colour);
    std::copy_n(last.begin(), count, pixels);
}

} // namespace

Coverage::Coverage(int width, int height)
    : m_width(width), m_height(height), m_blockShift(4), m_stride(width + 2 * border),
      // Zeros that the system hands out page by page: a few strokes on a large image cost no more than the pages they touch.
      m_sums(static_cast<float*>(std::calloc(std::size_t(m_stride) * std::size_t(height + 2 * border), sizeof(float)))),
      m_touched(std::size_t(((height - 1) >> bandShift) + 1)) {
    if (!m_sums) throw std::bad_alloc();
    while ((width - 1) >> m_blockShift > 63) ++m_blockShift;
}

void Coverage::Free::operator()(float* sums) const { std::free(sums); }

void Coverage::touch(int x0, int y0, int x1, int y1) {
    x0 = std::max(x0, 0), x1 = std::min(x1, m_width);
    y0 = std::max(y0, 0), y1 = std::min(y1, m_height);
    if (x0 >= x1 || y0 >= y1) return;
    const int first = x0 >> m_blockShift, last = (x1 - 1) >> m_blockShift;
    const std::uint64_t blocks = (~std::uint64_t(0) << first) & (~std::uint64_t(0) >> (63 - last));
    // Mostly it is one band or two; to mark one twice is sooner done than to find out.
    const int top = y0 >> bandShift, bottom = (y1 - 1) >> bandShift;
    m_touched[std::size_t(top)] |= blocks;
    m_touched[std::size_t(bottom)] |= blocks;
    for (int band = top + 1; band < bottom; ++band) m_touched[std::size_t(band)] |= blocks;
}

void Coverage::blendInto(QImage& image, const QColor& colour) {
    for (int y = 0; y < m_height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        for (std::uint64_t rest = m_touched[std::size_t(y >> bandShift)]; rest != 0; rest &= rest - 1) {
            const int begin = std::countr_zero(rest) << m_blockShift;
            const int end = std::min(begin + (1 << m_blockShift), m_width);
            blendBlock(at(begin, y), row + begin, end - begin, colour.rgb() | 0xff000000u);
        }
    }
    std::fill(m_touched.begin(), m_touched.end(), 0);
}

} // namespace drawing
