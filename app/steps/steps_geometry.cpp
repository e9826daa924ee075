#include "app/steps/steps_geometry.h"

#include "app/matrix/annotation.h"

#include <algorithm>
#include <cmath>

namespace steps {

namespace {

constexpr double margin = 16;
constexpr double gap = 6; ///< between a label and the cells
constexpr double lineSpacing = 1.25;

/// What boards leave of an area.
struct Room {
    double words;   ///< headline, and the formula with its numbers
    double left;    ///< labels beside the first board
    double above;   ///< a board's title and labels
    double below;   ///< its legend
    double between; ///< boards, with an arrow
};

Room roomOf(double size, double labelsBeside, double labelsAbove) {
    return {size * 6.9, margin + labelsBeside + gap, size * 2 + labelsAbove + gap, size * 2.9, std::round(size * 2.3)};
}

/// The side of a board where so many stand beside each other.
double sideFor(int columns, const Room& room, QSizeF area) {
    const int rows = count / columns;
    const double width = (area.width() - room.left - margin - (columns - 1) * room.between) / columns;
    const double height = (area.height() - room.words - margin) / rows - room.above - room.below;
    return std::min(width, height);
}

matrix::Lettering letteringFor(const std::vector<QString>& labels, double side, QSizeF area) {
    const double least = std::min(area.width(), area.height());
    const double pitch = side / double(std::max(std::size_t(1), labels.size()));
    return matrix::fitLettering(labels, pitch, 0.13 * least, matrix::wordSize(area));
}

} // namespace

QRectF Geometry::legendOf(int step) const {
    const QRectF& square = boards[std::size_t(step)].square;
    return {square.left(), square.bottom() + words * 0.6, square.width(), words * 0.6};
}

Geometry place(const std::vector<QString>& labels, bool transpose, QSizeF area) {
    Geometry geometry;
    geometry.words = matrix::wordSize(area);
    const Room rough = roomOf(geometry.words, 50, 50);
    geometry.lettering = letteringFor(labels, std::max({1.0, sideFor(4, rough, area), sideFor(2, rough, area)}), area);
    const matrix::Lettering& lettering = geometry.lettering;
    const Room room = roomOf(geometry.words, lettering.width,
                             lettering.upright ? lettering.font * lineSpacing : lettering.width);
    geometry.columns = sideFor(4, room, area) >= sideFor(2, room, area) ? 4 : 2;
    const double side = std::floor(std::max(1.0, sideFor(geometry.columns, room, area)));
    const double width = geometry.columns * side + (geometry.columns - 1) * room.between;
    const double height = room.words + count / geometry.columns * (room.above + side + room.below) + margin;
    const double x = std::floor(room.left + std::max(0.0, (area.width() - room.left - margin - width) / 2));
    const double down = std::max(0.0, (area.height() - height) / 3);
    for (int step = 0; step < count; ++step) {
        const int column = step % geometry.columns, row = step / geometry.columns;
        matrix::Board& board = geometry.boards[std::size_t(step)];
        const double top = down + room.words + room.above + row * (side + room.above + room.below);
        board.square = {x + column * (side + room.between), std::floor(top), side, side};
        board.pane = board.square;
        board.tokens = int(labels.size());
        board.transpose = transpose;
        board.offset = board.square.topLeft() - geometry.boards[0].square.topLeft();
        geometry.sides[std::size_t(step)] = {column == 0, true};
    }
    geometry.headline = {margin, geometry.words * 1.5};
    geometry.remark = {area.width() - margin, geometry.words * 1.5};
    geometry.formula = {margin, down + geometry.words * 3.6};
    geometry.titleAbove = room.above - geometry.words * 0.7;
    geometry.arrowLeft = room.between / 2;
    return geometry;
}

} // namespace steps
