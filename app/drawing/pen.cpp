#include "app/drawing/pen.h"

#include "app/drawing/coverage.h"

namespace drawing {

namespace {

/// −ln(1 − x) for x in 0..1, at 1 as large as the blending tells apart.
constexpr int depthSteps = 2048;
using DepthTable = std::array<float, depthSteps + 1>;

const DepthTable& depthTable() {
    static const DepthTable table = [] {
        DepthTable made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = std::min(Coverage::opaque, float(-std::log1p(-double(i) / depthSteps)));
        return made;
    }();
    return table;
}

/// How much of the pixel about a place along the line lies in dashes.
double inked(double place, const std::vector<double>& pattern, double scale, double period) {
    double sum = 0;
    double begin = -2 * period; // the pixel may reach into the periods before and after
    for (int part = 0; part < 5 * int(pattern.size()); ++part) {
        const double end = begin + pattern[std::size_t(part) % pattern.size()] * scale;
        if (part % int(pattern.size()) % 2 == 0)
            sum += std::max(0.0, std::min(end, place + 0.5) - std::max(begin, place - 0.5));
        begin = end;
    }
    return std::min(sum, 1.0);
}

/// How many of the profile's outermost steps give a pixel so little that it shows none of it. A few at most, for where
/// many strokes cross they all lack it.
float unseenSteps(float opacity) {
    constexpr float leastSeen = 1.0F / 600, most = 4;
    return std::floor(std::min(leastSeen / opacity * Pen::steps + 0.5F, most));
}

} // namespace

Dashes::Dashes(const std::vector<double>& pattern, double scale) {
    double period = 0;
    for (const double part : pattern) period += part * scale;
    if (period <= 0) return;
    m_phasePerPixel = 4294967296.0 / period;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        m_shares[i] = float(inked((double(i) + 0.5) / double(m_shares.size()) * period, pattern, scale, period));
}

/// Whole periods fall off where 64 bits become 32: a line has fewer than 2³¹ of them.
std::uint32_t Dashes::phase(double length) const { return std::uint32_t(std::int64_t(length * m_phasePerPixel)); }

Pen::Pen(double width, double opacity) : m_depths(depthTable().data()) {
    const double drawn = std::max(width, 1.0);
    m_reach = float(drawn / 2 + 0.5);
    m_opacity = float(std::min(opacity * width / drawn, 1.0)) * depthSteps;
    m_unseen = unseenSteps(m_opacity / depthSteps) / steps;
    // It rises within the first pixel, and falls as it rose: two pixels are the least that it is long. Beyond it columns
    // read nothing.
    const std::size_t length = std::min(m_profile.size(), std::size_t(2 * m_reach * steps));
    const auto end = m_profile.begin() + std::ptrdiff_t(length);
    std::fill(m_profile.begin() + steps, end - steps, depth(0, 1));
    std::fill(end, end + std::min(std::ptrdiff_t(2 * steps), m_profile.end() - end), 0.0F);
    for (std::size_t i = 0; i < steps; ++i)
        m_profile[i] = m_profile[length - 1 - i] = m_depths[int((float(i) + 0.5F) / steps * m_opacity + 0.5F)];
}

} // namespace drawing
