#include "app/steps/steps_geometry.h"

#include <algorithm>
#include <cmath>

namespace steps {

namespace {

constexpr double margin = 16;
constexpr double words = 104;    ///< headline, remark, and the formula with its numbers
constexpr double gap = 6;        ///< between a label and the cells
constexpr double title = 40;     ///< a board's name and its number
constexpr double between = 30;   ///< boards, with an arrow
constexpr double legendBar = 8;
constexpr double legend = 34;    ///< bar and numbers
constexpr double lineSpacing = 1.25;

struct Room {
    double left, above, below;
};

Room roomOf(const matrix::Lettering& lettering) {
    const double above = lettering.upright ? lettering.font * lineSpacing : lettering.width;
    return {margin + lettering.width + gap, title + above + gap, legend};
}

/// The side of a board where so many stand beside each other.
double sideFor(int columns, const Room& room, QSizeF area) {
    const int rows = count / columns;
    const double width = (area.width() - room.left - margin - (columns - 1) * between) / columns;
    const double height = (area.height() - words - margin) / rows - room.above - room.below;
    return std::min(width, height);
}

matrix::Lettering letteringFor(const std::vector<QString>& labels, double side, QSizeF area) {
    const double least = std::min(area.width(), area.height());
    const double pitch = side / double(std::max(std::size_t(1), labels.size()));
    return matrix::fitLettering(labels, pitch, 0.13 * least, std::clamp(least / 50, 12.0, 22.0));
}

} // namespace

QRectF Geometry::legendOf(int step) const {
    const QRectF& square = boards[std::size_t(step)].square;
    return {square.left(), square.bottom() + legendBelow, square.width(), legendBar};
}

Geometry place(const std::vector<QString>& labels, bool transpose, QSizeF area) {
    Geometry geometry;
    const double rough = std::max(sideFor(4, {60, 90, legend}, area), sideFor(2, {60, 90, legend}, area));
    geometry.lettering = letteringFor(labels, std::max(1.0, rough), area);
    const Room room = roomOf(geometry.lettering);
    geometry.columns = sideFor(4, room, area) >= sideFor(2, room, area) ? 4 : 2;
    const double side = std::floor(std::max(1.0, sideFor(geometry.columns, room, area)));
    const double width = geometry.columns * side + (geometry.columns - 1) * between;
    const double x = std::floor(room.left + std::max(0.0, (area.width() - room.left - margin - width) / 2));
    for (int step = 0; step < count; ++step) {
        const int column = step % geometry.columns, row = step / geometry.columns;
        matrix::Board& board = geometry.boards[std::size_t(step)];
        const double top = words + room.above + row * (side + room.above + room.below);
        board.square = {x + column * (side + between), std::floor(top), side, side};
        board.pane = board.square;
        board.tokens = int(labels.size());
        board.transpose = transpose;
        board.offset = board.square.topLeft() - geometry.boards[0].square.topLeft();
        geometry.sides[std::size_t(step)] = {column == 0, true};
    }
    geometry.headline = {margin, 20};
    geometry.remark = {margin, 39};
    geometry.formula = {margin, 66};
    geometry.titleAbove = room.above - 9;
    geometry.legendBelow = 8;
    return geometry;
}

} // namespace steps
