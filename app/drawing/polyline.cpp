#include "app/drawing/polyline.h"

#include <algorithm>
#include <cmath>

namespace drawing {

namespace {

/// Not std::hypot, which takes several times as long to save numbers from overflow that are not drawable.
double length(QPointF v) {
    return std::sqrt(QPointF::dotProduct(v, v));
}

/// Closer points than this, in pixels, are one.
constexpr double together = 1e-3;
/// Largest number of straight lines for one curve; longer ones are halved first.
constexpr int mostLines = 32;
/// A curve of 10⁶ pixels needs about 10 halvings.
constexpr int mostHalvings = 24;
/// Numbers beyond it belong to no picture, and floating point has no room left there for a part of a pixel.
constexpr double farthest = 1e9;

/// False for NaN too.
bool isDrawable(const Curve& c) {
    return std::all_of(c.begin(), c.end(),
                       [](QPointF p) { return std::abs(p.x()) <= farthest && std::abs(p.y()) <= farthest; });
}

bool reaches(const Curve& c, const QRectF& clip) {
    const auto [left, right, top, bottom] = boundsOf(c);
    return right >= clip.left() && left <= clip.right() && bottom >= clip.top() && top <= clip.bottom();
}

/// Wang's bound: so many equal steps of the parameter stay within the tolerance.
double linesFor(const Curve& c, double tolerance) {
    const double bend = std::max(length(c[0] - 2 * c[1] + c[2]), length(c[1] - 2 * c[2] + c[3]));
    return std::sqrt(0.75 * bend / tolerance);
}

double lengthAtMost(const Curve& c) {
    return length(c[1] - c[0]) + length(c[2] - c[1]) + length(c[3] - c[2]);
}

std::array<Curve, 2> halves(const Curve& c) {
    const QPointF a = (c[0] + c[1]) / 2, b = (c[1] + c[2]) / 2, d = (c[2] + c[3]) / 2;
    const QPointF ab = (a + b) / 2, bd = (b + d) / 2, middle = (ab + bd) / 2;
    return {Curve{c[0], a, ab, middle}, Curve{middle, bd, d, c[3]}};
}

class Flattener {
public:
    Flattener(const QRectF& clip, double tolerance, Polyline& line, double start)
        : m_clip(clip), m_tolerance(tolerance), m_longest(4 * (clip.width() + clip.height())), m_line(line),
          m_length(start) {}

    void add(const Curve& c, int halvings) {
        if (!reaches(c, m_clip)) return skip(c);
        const double lines = linesFor(c, m_tolerance);
        const bool isLong = lines > mostLines || lengthAtMost(c) > m_longest;
        if (isLong && halvings < mostHalvings) {
            for (const Curve& half : halves(c)) add(half, halvings + 1);
        } else {
            addLines(c, std::clamp(int(std::ceil(lines)), 1, mostLines));
        }
    }

private:
    void addLines(const Curve& c, int lines) {
        // The polynomial's coefficients, by powers of the parameter.
        const QPointF one = 3 * (c[1] - c[0]), two = 3 * (c[0] - 2 * c[1] + c[2]),
                      three = c[3] - c[0] + 3 * (c[1] - c[2]);
        if (m_away) m_last = c[0];
        for (int i = 1; i <= lines; ++i) {
            const double t = double(i) / lines;
            lineTo(i == lines ? c[3] : c[0] + t * (one + t * (two + t * three)));
        }
    }

    void lineTo(QPointF to) {
        const QPointF way = to - m_last;
        const double far = length(way);
        if (far < together) return;
        if (m_away) m_line.begin(m_last, m_length);
        m_away = false;
        m_length += far;
        m_line.lineTo(to, m_length, way / far);
        m_last = to;
    }

    /// What is not seen still counts for the dashes; nobody sees by how little the estimate is wrong.
    void skip(const Curve& c) {
        m_length += (length(c[3] - c[0]) + lengthAtMost(c)) / 2;
        m_away = true;
    }

    QRectF m_clip;
    double m_tolerance;
    double m_longest; ///< of what is not halved: a dash keeps its place only where lengths stay small
    Polyline& m_line;
    QPointF m_last;
    double m_length;
    bool m_away = true;
};

} // namespace

void Polyline::clear() {
    m_points.clear();
    m_begins.clear();
}

void Polyline::begin(QPointF at, double length) {
    m_begins.push_back(m_points.size());
    lineTo(at, length, {});
}

std::span<const Waypoint> Polyline::piece(std::size_t i) const {
    const std::size_t end = i + 1 < m_begins.size() ? m_begins[i + 1] : m_points.size();
    return std::span(m_points).subspan(m_begins[i], end - m_begins[i]);
}

void flatten(const Curve& curve, const QRectF& clip, double tolerance, Polyline& line, double start) {
    line.clear();
    if (isDrawable(curve)) Flattener(clip, tolerance, line, start).add(curve, 0);
}

} // namespace drawing
