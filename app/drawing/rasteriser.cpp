#include "app/drawing/rasteriser.h"

#include "app/drawing/coverage.h"
#include "app/drawing/polyline.h"
#include "app/drawing/sweep.h"

#include <QHash>

#include <algorithm>

namespace drawing {

namespace {

/// In pixels; a picture has none that is nearly as wide, and numbers stay within bounds.
constexpr double widest = 1e6;

/// How far the straight lines may lie from a curve, in pixels. Faint lines, of which there are most, show less of it.
double toleranceOf(double opacity) {
    return std::clamp(0.06 / opacity, 0.1, 0.3);
}

/// Strokes by colour, in the order of the colours' first appearance.
std::vector<std::vector<const Stroke*>> byColour(const std::vector<Stroke>& strokes) {
    std::vector<std::vector<const Stroke*>> groups;
    QHash<QRgb, std::size_t> known;
    for (const Stroke& stroke : strokes) {
        const auto at = known.constFind(stroke.colour.rgb());
        const std::size_t group = at == known.constEnd() ? groups.size() : *at;
        if (group == groups.size()) {
            known.insert(stroke.colour.rgb(), group);
            groups.emplace_back();
        }
        groups[group].push_back(&stroke);
    }
    return groups;
}

} // namespace

/// What strokes are added up on, one colour after another; its buffers serve all of them.
class Rasteriser::Canvas {
public:
    Canvas(double scale, QSize size) : m_scale(scale), m_image({}, size), m_coverage(size.width(), size.height()) {
        for (int dash = 0; dash < dashCount; ++dash) m_dashes.emplace_back(dashPattern(dash), scale);
    }

    bool fits(double scale, QSize size) const { return scale == m_scale && m_image.size() == QSizeF(size); }

    void add(const Stroke& stroke) {
        const double width = stroke.width * m_scale, opacity = stroke.opacity * double(stroke.colour.alphaF());
        if (!(width > 0 && width < widest && opacity > 0)) return;
        const double reach = width + 2;
        Curve curve;
        std::transform(stroke.curve.begin(), stroke.curve.end(), curve.begin(),
                       [this](QPointF p) { return p * m_scale; });
        flatten(curve, m_image.adjusted(-reach, -reach, reach, reach), toleranceOf(opacity), m_line,
                stroke.dashStart * m_scale);
        if (m_line.pieces() == 0) return;
        const Pen pen(width, opacity);
        const Dashes& dashes = m_dashes[std::size_t(stroke.dash % dashCount + dashCount) % dashCount];
        for (std::size_t i = 0; i < m_line.pieces(); ++i) sweep(m_line.piece(i), pen, dashes, m_coverage);
    }

    void blendInto(QImage& image, const QColor& colour) { m_coverage.blendInto(image, colour); }

private:
    double m_scale;
    QRectF m_image;
    Coverage m_coverage;
    std::vector<Dashes> m_dashes;
    Polyline m_line;
};

Rasteriser::Rasteriser() = default;
Rasteriser::~Rasteriser() = default;
Rasteriser::Rasteriser(Rasteriser&&) noexcept = default;
Rasteriser& Rasteriser::operator=(Rasteriser&&) noexcept = default;

void Rasteriser::draw(const std::vector<Stroke>& strokes, double scale, QImage& image) {
    if (image.isNull() || strokes.empty()) return;
    if (!m_canvas || !m_canvas->fits(scale, image.size())) m_canvas = std::make_unique<Canvas>(scale, image.size());
    for (const std::vector<const Stroke*>& group : byColour(strokes)) {
        for (const Stroke* stroke : group) m_canvas->add(*stroke);
        m_canvas->blendInto(image, group.front()->colour);
    }
}

} // namespace drawing
