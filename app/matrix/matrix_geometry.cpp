#include "app/matrix/matrix_geometry.h"

#include "app/drawing/font.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

constexpr double margin = 16;
constexpr double headline = 34;  ///< the line that names the heads
constexpr double axisTitle = 22; ///< room for "query" or "key"
constexpr double gap = 6;        ///< between a label and the cells
constexpr double legendGap = 28; ///< between the cells and the colour bar
constexpr double legendBar = 14; ///< its width
constexpr double longestBar = 220;
constexpr double legendText = 48; ///< what stands beside it
constexpr double leastFont = 8;
constexpr double mostFont = 13;
constexpr double lineSpacing = 1.25;
constexpr double smallestCell = 2;
constexpr int mostCells = 128;

/// The side of the cells before the labels are known: labels take about a fifth.
double roughSide(QSizeF area) {
    const double width = area.width() - 2 * margin - legendGap - legendBar - legendText;
    return std::max(1.0, 0.8 * std::min(width, area.height() - headline - margin));
}

/// The text, cut with an ellipsis to a width.
QString cut(const QString& text, double font, double width) {
    if (drawing::textWidth(text, font) <= width) return text;
    QString part = text;
    while (!part.isEmpty() && drawing::textWidth(part + u'\u2026', font) > width) {
        part.chop(part.size() > 1 && part.back().isLowSurrogate() ? 2 : 1);
    }
    return part + u'\u2026';
}

/// How many tokens apart labels of that font stand, where a token has `pitch` pixels.
int thinning(double font, double pitch) {
    return std::max(1, int(std::ceil(font * lineSpacing / std::max(pitch, 0.01))));
}

/// Every so manieth token's label, none wider than `widest`.
QStringList chooseLabels(const QStringList& labels, int every, double font, double widest) {
    QStringList chosen;
    for (qsizetype i = 0; i < labels.size(); i += every)
        chosen.push_back(cut(every == 1 ? labels[i] : QString::number(i) + u' ' + labels[i], font, widest));
    return chosen;
}

double widestOf(const QStringList& labels, double font) {
    double widest = 0;
    for (const QString& label : labels) widest = std::max(widest, drawing::textWidth(label, font));
    return widest;
}

/// Font and room for the labels, by what the square will be roughly.
void reserveLabels(const QStringList& labels, QSizeF area, Geometry& geometry) {
    const double pitch = roughSide(area) / double(std::max(qsizetype(1), labels.size()));
    geometry.font = std::clamp(std::floor(pitch / lineSpacing), leastFont, mostFont);
    geometry.every = thinning(geometry.font, pitch);
    const double most = 0.2 * std::min(area.width(), area.height());
    geometry.labelWidth = widestOf(chooseLabels(labels, geometry.every, geometry.font, most), geometry.font);
    geometry.upright = geometry.labelWidth + gap <= pitch * geometry.every;
}

/// The labels themselves, now that the square is known.
void fitLabels(const QStringList& labels, Geometry& geometry) {
    geometry.every = thinning(geometry.font, geometry.token);
    geometry.upright = geometry.upright && geometry.labelWidth + gap / 2 <= geometry.token * geometry.every;
    geometry.labels = chooseLabels(labels, geometry.every, geometry.font, geometry.labelWidth);
}

} // namespace

int cellsThatFit(QSizeF area) {
    return std::clamp(int(roughSide(area) / smallestCell), 1, mostCells);
}

Geometry place(const QStringList& labels, int cells, int span, QSizeF area) {
    Geometry geometry;
    reserveLabels(labels, area, geometry);
    const double left = margin + axisTitle + geometry.labelWidth + gap;
    const double top =
        headline + axisTitle + (geometry.upright ? geometry.font * lineSpacing : geometry.labelWidth) + gap;
    const double right = legendGap + legendBar + legendText + margin;
    const double room = std::min(area.width() - left - right, area.height() - top - margin);
    const double side = std::floor(std::max(0.0, room));
    geometry.cell = cells > 0 ? side / cells : 0;
    geometry.token = geometry.cell / span;
    fitLabels(labels, geometry);
    const double x = left + std::max(0.0, (area.width() - left - right - side) / 2);
    geometry.square = QRectF(std::floor(x), std::floor(top), side, side);
    geometry.legend =
        QRectF(geometry.square.right() + legendGap, geometry.square.top(), legendBar, std::min(side, longestBar));
    return geometry;
}

} // namespace matrix
