#include "app/matrix/matrix_geometry.h"

#include "app/drawing/font.h"
#include "app/matrix/annotation.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

constexpr double margin = 16;
constexpr double gap = 6; ///< between a label and the cells
constexpr double longestBar = 240;
constexpr double lineSpacing = 1.25;

/// What follows from the size of words.
struct Room {
    explicit Room(double size)
        : headlines(size * 3.7), axisTitle(size * 1.6), legendGap(size * 2), legendBar(size * 1.1),
          legendText(size * 3.6), swatch(size * 2.7) {}

    double headlines;  ///< the lines that name the heads and what is altered
    double axisTitle;  ///< room for "query" or "key"
    double legendGap;  ///< between the cells and the colour bar
    double legendBar;  ///< its width
    double legendText; ///< what stands beside it
    double swatch;     ///< beneath the bar: the swatch that says how masked cells look
};

/// The side of the square before the labels are known: they take about a fifth.
double roughSide(QSizeF area, const Room& room) {
    const double width = area.width() - 2 * margin - room.legendGap - room.legendBar - room.legendText;
    return std::max(1.0, 0.8 * std::min(width, area.height() - room.headlines - margin));
}

Lettering letteringFor(const std::vector<QString>& labels, QSizeF area, const Room& room) {
    const double least = std::min(area.width(), area.height());
    const double pitch = roughSide(area, room) / double(std::max(std::size_t(1), labels.size()));
    return fitLettering(labels, pitch, 0.2 * least, wordSize(area));
}

} // namespace

Geometry place(const std::vector<QString>& labels, bool transpose, bool sums, QSizeF area) {
    Geometry geometry;
    geometry.words = wordSize(area);
    const Room room(geometry.words);
    geometry.lettering = letteringFor(labels, area, room);
    const Lettering& lettering = geometry.lettering;
    const double above = lettering.upright ? lettering.font * lineSpacing : lettering.width;
    const double left = margin + room.axisTitle + lettering.width + gap;
    const double top = room.headlines + room.axisTitle + above + gap;
    if (sums) geometry.sumsWidth = gap + drawing::textWidth(QStringLiteral("0.00"), lettering.font);
    const double right = (transpose ? 0 : geometry.sumsWidth) + room.legendGap + room.legendBar +
                         room.legendText + margin;
    const double bottom = (transpose ? geometry.sumsWidth : 0) + margin;
    const double most = std::min(area.width() - left - right, area.height() - top - bottom);
    const double side = std::floor(std::max(1.0, most));
    const double x = std::floor(left + std::max(0.0, (area.width() - left - right - side) / 2));
    geometry.board.square = {x, std::floor(top), side, side};
    geometry.board.pane = geometry.board.square;
    geometry.board.tokens = int(labels.size());
    geometry.board.transpose = transpose;
    geometry.headline = {margin, geometry.words * 1.5};
    geometry.remark = {margin, geometry.words * 2.95};
    const double barLeft = geometry.board.square.right() + (transpose ? 0 : geometry.sumsWidth) + room.legendGap;
    geometry.legend = {barLeft, std::floor(top), room.legendBar,
                       std::clamp(side - room.swatch, 20.0, std::max(longestBar, side / 2))};
    return geometry;
}

} // namespace matrix
