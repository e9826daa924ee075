#include "app/drawing/disc.h"

#include "app/drawing/mix.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace drawing {

namespace {

/// The colour over what is there, channel by channel.
std::uint32_t mixed(std::uint32_t below, std::uint32_t colour, std::uint32_t alpha) {
    std::uint32_t result = 0;
    for (int shift = 0; shift < 32; shift += 8) result |= mix(below >> shift & 0xff, colour >> shift & 0xff, alpha) << shift;
    return result;
}

/// The pixels whose middles lie less than `reach` from a line, among `count`.
struct Span {
    Span(double line, double reach, int count)
        : first(int(std::clamp(std::ceil(line - reach - 0.5), 0.0, double(count)))),
          end(int(std::clamp(std::floor(line + reach - 0.5) + 1, double(first), double(count)))) {}

    int first, end;
};

void drawDisc(QPointF centre, double radius, QRgb colour, double opacity, QImage& image) {
    const double reach = radius + 0.5; // of its edge's last trace
    const double most = std::min(1.0, std::numbers::pi * radius * radius); // that a pixel can hold of it
    const Span rows(centre.y(), reach, image.height());
    for (int y = rows.first; y < rows.end; ++y) {
        const double down = y + 0.5 - centre.y();
        const Span columns(centre.x(), std::sqrt(std::max(0.0, reach * reach - down * down)), image.width());
        auto* row = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        for (int x = columns.first; x < columns.end; ++x) {
            const double across = x + 0.5 - centre.x();
            const double covered = std::min(most, reach - std::sqrt(across * across + down * down));
            row[x] = mixed(row[x], colour | 0xff000000U, std::uint32_t(std::max(0.0, covered) * opacity * 256 + 0.5));
        }
    }
}

bool isFinite(const Disc& disc) {
    return std::isfinite(disc.centre.x()) && std::isfinite(disc.centre.y()) && std::isfinite(disc.radius);
}

} // namespace

void drawDiscs(const std::vector<Disc>& discs, double scale, QImage& image) {
    for (const Disc& disc : discs) {
        const double opacity = std::clamp(disc.opacity, 0.0, 1.0) * double(disc.fill.alphaF());
        if (!(disc.radius > 0 && opacity > 0) || !isFinite(disc)) continue;
        drawDisc(disc.centre * scale, disc.radius * scale, disc.fill.rgb(), opacity, image);
    }
}

} // namespace drawing
