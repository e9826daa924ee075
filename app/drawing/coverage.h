#pragma once

#include <QColor>
#include <QImage>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace drawing {

/// What strokes of one colour add up to before it is laid over an image: for every pixel an optical depth
/// v = −Σ ln(1 − opacity × coverage), so that alpha = 1 − e^−v is what painting one stroke after another gives.
///
/// Sums have a border around the image, so that short columns of pixels are added without asking where they end.
class Coverage {
public:
    static constexpr int border = 16;  ///< pixels on each side that may be added to, and are never seen
    static constexpr float opaque = 8; ///< a depth through which nothing shines

    Coverage(int width, int height);

    int width() const { return m_width; }
    int height() const { return m_height; }
    std::ptrdiff_t stride() const { return m_stride; } ///< floats from a pixel to the one below
    float* at(int x, int y) { return m_sums.get() + (y + border) * m_stride + x + border; }

    /// Tells that pixels of x0 ≤ x < x1 and y0 ≤ y < y1 may have been added to; the rest stays unvisited.
    void touch(int x0, int y0, int x1, int y1);

    /// Lays the colour over an image (RGB32 or ARGB32_Premultiplied) as far as it is touched, and starts again from
    /// nothing.
    void blendInto(QImage& image, const QColor& colour);

private:
    struct Free {
        void operator()(float* sums) const;
    };

    static constexpr int bandShift = 3; ///< marks are for 2^shift rows at a time

    int m_width, m_height;
    int m_blockShift; ///< a band of rows is marked in at most 64 blocks of 2^shift pixels, one bit each
    std::ptrdiff_t m_stride;
    std::unique_ptr<float[], Free> m_sums;
    std::vector<std::uint64_t> m_touched;
};

} // namespace drawing
