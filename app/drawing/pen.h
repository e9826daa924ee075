#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace drawing {

/// As std::clamp for numbers below 2^23, without the branches that it is compiled to: whether a pixel lies within is as
/// good as random.
template<typename Number>
Number within01(Number x) {
    return (std::abs(x) - std::abs(x - 1) + 1) / 2;
}

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
        const float covered = within01(m_reach - std::abs(distance)) * share;
        return m_depths[int(covered * m_opacity + 0.5f)];
    }

    /// The same, all of it, by distance from one reach before the middle, in steps.
    const float* profile() const { return m_profile.data(); }

    /// By how much of its height a column may fall short, in pixels, and nobody sees it.
    double unseen() const { return double(m_unseen); }

private:
    float m_reach;
    float m_unseen;
    float m_opacity;       ///< of full coverage, in entries of the table
    const float* m_depths; ///< a table of −ln(1 − x)
    std::array<float, (rows + 1) * steps> m_profile; ///< made as far as a column reads: the pen's width and a pixel
};

} // namespace drawing
