#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace drawing {

/// A dash pattern as the share of each point along a line that it inks, fading within a pixel at a dash's ends.
class Dashes {
public:
    /// `pattern` holds the lengths on and off in turn, times `scale` in pixels. An empty one inks everything.
    Dashes(const std::vector<double>& pattern, double scale);

    bool isSolid() const { return m_phasePerPixel == 0; }

    /// Places along the line are counted in 2⁻³² periods, so that they wrap by themselves.
    std::uint32_t phase(double length) const;
    float share(std::uint32_t phase) const { return m_shares[phase >> 24]; }

private:
    double m_phasePerPixel = 0; ///< 0 where everything is inked
    std::array<float, 256> m_shares{};
};

/// A stroke across its line: the optical depth (see Coverage) that a pixel gets by its distance from the middle.
/// Coverage is 1 within the stroke and falls to 0 within one pixel about its edge.
class Pen {
public:
    static constexpr int steps = 32; ///< of the profile in a pixel
    static constexpr int rows = 16;  ///< pixels that the profile is long; wider pens are asked by distance

    /// A width in pixels below 1 becomes 1 with less opacity.
    Pen(double width, double opacity);

    double reach() const { return double(m_reach); } ///< from the middle of the line to where coverage has fallen to 0

    /// What a pixel gets at a distance from the middle, if `share` of it counts.
    float depth(float distance, float share) const {
        const float covered = std::clamp(m_reach - std::abs(distance), 0.0f, 1.0f) * share;
        return m_depths[int(covered * m_opacity + 0.5f)];
    }

    /// The same, all of it, by distance from one reach before the middle, in steps.
    const float* profile() const { return m_profile.data(); }

    /// By how much a column may fall short, in pixels: by the outermost step if nobody sees it.
    double slack() const { return m_profile[0] < leastSeen ? 1.0 / steps : 0; }

private:
    static constexpr float leastSeen = 1.0F / 300; ///< of 255 steps, with some room

    float m_reach;
    float m_opacity;       ///< of full coverage, in entries of the table
    const float* m_depths; ///< a table of −ln(1 − x)
    std::array<float, (rows + 1) * steps> m_profile; ///< the first of it, as far as the pen is wide
};

} // namespace drawing
