#pragma once

#include "app/drawing/drawing.h"

#include <QImage>

#include <memory>

namespace drawing {

/// Draws a drawing's strokes over an image (Format_RGB32 or ARGB32_Premultiplied) whose pixels are `scale` to a logical
/// pixel, antialiased, on the calling thread.
///
/// Its own coverage rasteriser, because QPainter takes 60-300 µs for an antialiased curve of 1000 pixels, and a picture
/// has thousands: each stroke adds −ln(1 − opacity × coverage) to a float buffer, and one pass turns the sum v into
/// alpha = 1 − e^−v, which is what painting the strokes one over another gives. Strokes of equal colour share a buffer;
/// colours are laid one over another in the order in which they first appear.
///
/// Whatever lies outside the image costs next to nothing; a stroke with NaN in it, or beyond 10⁹ pixels, is left out.
class Rasteriser {
public:
    Rasteriser();
    ~Rasteriser();
    Rasteriser(Rasteriser&&) noexcept;
    Rasteriser& operator=(Rasteriser&&) noexcept;

    /// The next image is drawn sooner if it is as large, because the buffers are there.
    void draw(const std::vector<Stroke>& strokes, double scale, QImage& image);

private:
    class Canvas;
    std::unique_ptr<Canvas> m_canvas;
};

} // namespace drawing
