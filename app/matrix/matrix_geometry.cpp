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
          legendText(size * 3.6), legendBelow(size * 5), swatch(size * 2.7) {}

    double headlines;  ///< the lines that name the heads and what is altered
    double axisTitle;  ///< room for "query" or "key"
    double legendGap;  ///< between the cells and the colour bar
    double legendBar;  ///< its width
    double legendText; ///< what stands beside it
    double legendBelow; ///< how high it is beneath the cells
    double swatch;     ///< beneath the bar: the swatch that says how masked cells look
};

/// The side of the square before the labels are known: they take about a fifth.
double roughSide(QSizeF area, const Room& room) {
    const double width = area.width() - 2 * margin;
    const double height = area.height() - room.headlines - margin;
    const double beside = std::min(width - room.legendGap - room.legendBar - room.legendText, height);
    const double above = std::min(width, height - room.legendGap - room.legendBelow - room.swatch);
    return std::max(1.0, 0.8 * std::max(beside, above));
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
    const double names = lettering.upright ? lettering.font * lineSpacing : lettering.width;
    const double left = margin + room.axisTitle + lettering.width + gap;
    const double top = room.headlines + room.axisTitle + names + gap;
    if (sums) geometry.sumsWidth = gap + drawing::textWidth(QStringLiteral("0.00"), lettering.font);
    const QSizeF sumsRoom = transpose ? QSizeF(0, geometry.sumsWidth) : QSizeF(geometry.sumsWidth, 0);
    const QSizeF whole(area.width() - left - margin - sumsRoom.width(), area.height() - top - margin - sumsRoom.height());
    const QSizeF beside = whole - QSizeF(room.legendGap + room.legendBar + room.legendText, 0);
    const QSizeF above = whole - QSizeF(0, room.legendGap + room.legendBelow + room.swatch);
    const auto sideIn = [](QSizeF size) { return std::min(size.width(), size.height()); };
    // The legend stands beneath the cells where that leaves them more room, in a narrow pane.
    const bool beneath = sideIn(above) > 1.1 * sideIn(beside);
    const QSizeF cells = beneath ? above : beside;
    const double side = std::floor(std::max(1.0, sideIn(cells)));
    const double x = std::floor(left + std::max(0.0, (cells.width() - side) / 2));
    geometry.board.square = {x, std::floor(top), side, side};
    geometry.board.pane = geometry.board.square;
    geometry.board.tokens = int(labels.size());
    geometry.board.transpose = transpose;
    geometry.headline = {margin, geometry.words * 1.5};
    geometry.remark = {margin, geometry.words * 2.95};
    const QRectF square = geometry.board.square;
    geometry.legend =
        beneath ? QRectF(square.left(), square.bottom() + sumsRoom.height() + room.legendGap, room.legendBar, room.legendBelow)
                : QRectF(square.right() + sumsRoom.width() + room.legendGap, square.top(), room.legendBar,
                         std::clamp(side - room.swatch, 20.0, std::max(longestBar, side / 2)));
    return geometry;
}

} // namespace matrix
