#include "app/matrix/matrix_geometry.h"

#include "app/drawing/font.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

constexpr double margin = 16;
constexpr double headlines = 52; ///< the lines that name the heads and what is altered
constexpr double axisTitle = 22; ///< room for "query" or "key"
constexpr double gap = 6;        ///< between a label and the cells
constexpr double legendGap = 26; ///< between the cells and the colour bar
constexpr double legendBar = 14; ///< its width
constexpr double longestBar = 240;
constexpr double legendText = 46; ///< what stands beside it
constexpr double swatch = 36; ///< beneath the bar: the swatch that says how masked cells look
constexpr double lineSpacing = 1.25;

/// The side of the square before the labels are known: they take about a fifth.
double roughSide(QSizeF area) {
    const double width = area.width() - 2 * margin - legendGap - legendBar - legendText;
    return std::max(1.0, 0.8 * std::min(width, area.height() - headlines - margin));
}

Lettering letteringFor(const std::vector<QString>& labels, QSizeF area) {
    const double least = std::min(area.width(), area.height());
    const double pitch = roughSide(area) / double(std::max(std::size_t(1), labels.size()));
    return fitLettering(labels, pitch, 0.2 * least, std::clamp(least / 45, 13.0, 26.0));
}

} // namespace

Geometry place(const std::vector<QString>& labels, bool transpose, bool sums, QSizeF area) {
    Geometry geometry;
    geometry.lettering = letteringFor(labels, area);
    const Lettering& lettering = geometry.lettering;
    const double above = lettering.upright ? lettering.font * lineSpacing : lettering.width;
    const double left = margin + axisTitle + lettering.width + gap;
    const double top = headlines + axisTitle + above + gap;
    if (sums) geometry.sumsWidth = gap + drawing::textWidth(QStringLiteral("0.00"), lettering.font);
    const double right = (transpose ? 0 : geometry.sumsWidth) + legendGap + legendBar + legendText + margin;
    const double bottom = (transpose ? geometry.sumsWidth : 0) + margin;
    const double room = std::min(area.width() - left - right, area.height() - top - bottom);
    const double side = std::floor(std::max(1.0, room));
    const double x = std::floor(left + std::max(0.0, (area.width() - left - right - side) / 2));
    geometry.board.square = {x, std::floor(top), side, side};
    geometry.board.pane = geometry.board.square;
    geometry.board.tokens = int(labels.size());
    geometry.board.transpose = transpose;
    geometry.headline = {margin, 20};
    geometry.remark = {margin, 39};
    const double barLeft = geometry.board.square.right() + (transpose ? 0 : geometry.sumsWidth) + legendGap;
    geometry.legend = {barLeft, std::floor(top), legendBar, std::clamp(side - swatch, 20.0, longestBar)};
    return geometry;
}

} // namespace matrix
