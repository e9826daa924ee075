#include "app/drawing/paint.h"

#include "app/drawing/disc.h"
#include "app/drawing/font.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace drawing {

namespace {

QColor translucent(QColor colour, double opacity) {
    colour.setAlphaF(float(double(colour.alphaF()) * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

/// QPainter counts dashes in widths of the pen, but in pixels where it draws a thin line on an image.
double dashUnit(const QPainter& painter, double width) {
    if (painter.paintEngine()->type() != QPaintEngine::Raster) return width;
    return std::max(width, 1 / std::sqrt(std::abs(painter.combinedTransform().determinant())));
}

QPen penOf(const QPainter& painter, const Stroke& stroke) {
    QPen pen(translucent(stroke.colour, stroke.opacity), stroke.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QList<qreal> pattern;
    for (const double length : dashPattern(stroke.dash)) pattern.append(length / dashUnit(painter, stroke.width));
    if (pattern.isEmpty()) return pen;
    pen.setDashPattern(pattern);
    pen.setDashOffset(stroke.dashStart / dashUnit(painter, stroke.width));
    return pen;
}

void paintStrokes(QPainter& painter, const std::vector<Stroke>& strokes) {
    painter.setBrush(Qt::NoBrush);
    for (const Stroke& stroke : strokes) {
        if (!(stroke.width > 0)) continue; // a pen of no width would be a line of one pixel
        QPainterPath path(stroke.curve[0]);
        path.cubicTo(stroke.curve[1], stroke.curve[2], stroke.curve[3]);
        painter.setPen(penOf(painter, stroke));
        painter.drawPath(path);
    }
}

void paintDiscs(QPainter& painter, const std::vector<Disc>& discs) {
    painter.setPen(Qt::NoPen);
    for (const Disc& disc : discs) {
        painter.setBrush(translucent(disc.fill, disc.opacity));
        painter.drawEllipse(disc.centre, disc.radius, disc.radius);
    }
}

/// Paints labels one after another. Neighbours are mostly of one size, whose font it keeps.
class Lettering {
public:
    explicit Lettering(QPainter& painter) : m_painter(painter) {}

    void paint(const Label& label) {
        if (label.size != m_size || label.bold != m_bold) choose(label.size, label.bold);
        const double scale = label.size / m_font.pixelSize();
        const QTransform before = m_painter.transform();
        m_painter.translate(label.at);
        if (label.angle != 0) m_painter.rotate(label.angle);
        if (scale != 1) m_painter.scale(scale, scale);
        m_painter.setFont(m_font);
        m_painter.setPen(translucent(label.colour, label.opacity));
        m_painter.drawText(QPointF(startOf(label), baselineOffset(label.size, label.bold) / scale), label.text);
        m_painter.setTransform(before);
    }

private:
    void choose(double size, bool bold) {
        m_size = size;
        m_bold = bold;
        m_font = font(size, bold);
        m_metrics = QFontMetricsF(m_font);
    }

    double startOf(const Label& label) const {
        if (label.anchor == Anchor::Start) return 0;
        const double width = m_metrics.horizontalAdvance(label.text);
        return label.anchor == Anchor::Middle ? -width / 2 : -width;
    }

    QPainter& m_painter;
    double m_size = -1;
    bool m_bold = false;
    QFont m_font;
    QFontMetricsF m_metrics{m_font};
};

void paintBoxes(QPainter& painter, const Drawing& drawing) {
    painter.save();
    painter.setPen(Qt::NoPen);
    for (const Box& box : drawing.boxes) {
        // Square boxes end at whole pixels, so that neighbours, such as the cells of a matrix, show no seam.
        painter.setRenderHint(QPainter::Antialiasing, box.radius > 0);
        const QColor fill = translucent(box.fill, box.opacity);
        if (box.radius > 0) {
            painter.setBrush(fill);
            painter.drawRoundedRect(box.rect, box.radius, box.radius);
        } else {
            painter.fillRect(box.rect, fill);
        }
    }
    painter.restore();
}

void paintLabels(QPainter& painter, const std::vector<Label>& labels) {
    painter.setRenderHint(QPainter::Antialiasing);
    Lettering lettering(painter);
    for (const Label& label : labels) lettering.paint(label);
}

} // namespace

void paint(QPainter& painter, const Drawing& drawing) {
    painter.save();
    painter.setClipRect(QRectF({}, drawing.size), Qt::IntersectClip);
    if (drawing.paper.isValid()) painter.fillRect(QRectF({}, drawing.size), drawing.paper);
    paintBoxes(painter, drawing);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStrokes(painter, drawing.strokes);
    paintDiscs(painter, drawing.discs);
    paintLabels(painter, drawing.labels);
    painter.restore();
}

QImage render(const Drawing& drawing, double scale) {
    Rasteriser rasteriser;
    return render(drawing, scale, rasteriser);
}

QImage render(const Drawing& drawing, double scale, Rasteriser& rasteriser) {
    const QSize pixels = (drawing.size * scale).toSize().expandedTo({1, 1});
    const bool opaque = drawing.paper.isValid() && drawing.paper.alpha() == 255;
    QImage image(pixels, opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    image.fill(drawing.paper.isValid() ? drawing.paper : QColor(Qt::transparent));
    renderOnto(drawing, scale, image, rasteriser);
    image.setDevicePixelRatio(scale);
    return image;
}

void renderOnto(const Drawing& drawing, double scale, QImage& image, Rasteriser& rasteriser) {
    const double ratio = image.devicePixelRatio();
    image.setDevicePixelRatio(1);
    {
        QPainter painter(&image);
        painter.scale(scale, scale);
        paintBoxes(painter, drawing);
    }
    rasteriser.draw(drawing.strokes, scale, image);
    drawDiscs(drawing.discs, scale, image);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintLabels(painter, drawing.labels);
    painter.end();
    image.setDevicePixelRatio(ratio);
}

} // namespace drawing
