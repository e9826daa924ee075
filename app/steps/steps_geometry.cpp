#include "app/steps/steps_geometry.h"

#include "app/matrix/annotation.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace steps {

namespace {

constexpr double margin = 16;
constexpr double gap = 6; ///< between a label and the cells
constexpr double lineSpacing = 1.25;

/// What boards leave of an area. In two rows, the key labels stand above the first one alone, and the legends beside the
/// boards, where there is room to spare.
struct Room {
    Room(int columns, double size, double labelsBeside, double labelsAbove)
        : words(size * (columns == count ? 6.9 : 6.7)), left(margin + labelsBeside + gap), title(size * 2),
          labels(labelsAbove + gap), below(columns == count ? size * 2.9 : size * 0.5),
          legend(columns == count ? 0 : size * 3.9), between(std::round(size * (columns == count ? 2.3 : 2.8))) {}

    double words;   ///< headline, and the formula with its numbers
    double left;    ///< labels beside the first board
    double title;   ///< of a board
    double labels;  ///< above the boards of the first row
    double below;   ///< a board: its legend, if that lies there
    double legend;  ///< to the right of a board, if it stands there
    double between; ///< boards, with an arrow
};

/// The side of a board where so many stand beside each other.
double sideFor(int columns, const Room& room, QSizeF area) {
    const int rows = count / columns;
    const double width = (area.width() - room.left - margin - (columns - 1) * room.between) / columns - room.legend;
    const double height = (area.height() - room.words - margin - room.labels) / rows - room.title - room.below;
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
    if (columns == count) return {square.left(), square.bottom() + words * 0.6, square.width(), words * 0.6};
    return {square.right() + words * 0.8, square.top() + words * 0.4, words * 0.6,
            std::max(words, square.height() - words * 0.8)};
}

Geometry place(const std::vector<QString>& labels, bool transpose, QSizeF area) {
    Geometry geometry;
    geometry.words = matrix::wordSize(area);
    const auto largest = [&](double beside, double above) {
        return std::pair(sideFor(count, {count, geometry.words, beside, above}, area),
                         sideFor(2, {2, geometry.words, beside, above}, area));
    };
    const auto [roughRow, roughSquare] = largest(50, 50);
    geometry.lettering = letteringFor(labels, std::max({1.0, roughRow, roughSquare}), area);
    const matrix::Lettering& lettering = geometry.lettering;
    const double above = lettering.upright ? lettering.font * lineSpacing : lettering.width;
    const auto [inRow, inSquare] = largest(lettering.width, above);
    geometry.columns = inRow >= inSquare ? count : 2;
    const int rows = count / geometry.columns;
    const Room room(geometry.columns, geometry.words, lettering.width, above);
    const double side = std::floor(std::max(1.0, std::max(inRow, inSquare)));
    const double pitch = side + room.legend + room.between;
    const double width = geometry.columns * pitch - room.between;
    const double height = room.words + room.labels + rows * (room.title + side + room.below) + margin;
    const double x = std::floor(room.left + std::max(0.0, (area.width() - room.left - margin - width) / 2));
    const double down = std::max(0.0, (area.height() - height) / 3);
    for (int step = 0; step < count; ++step) {
        const int column = step % geometry.columns, row = step / geometry.columns;
        matrix::Board& board = geometry.boards[std::size_t(step)];
        const double top = down + room.words + room.labels + room.title + row * (side + room.title + room.below);
        board.square = {x + column * pitch, std::floor(top), side, side};
        board.pane = board.square;
        board.tokens = int(labels.size());
        board.transpose = transpose;
        board.offset = board.square.topLeft() - geometry.boards[0].square.topLeft();
        geometry.sides[std::size_t(step)] = {column == 0, row == 0};
        geometry.titleAbove[std::size_t(step)] = (row == 0 ? room.labels : 0) + room.title - geometry.words * 0.7;
    }
    geometry.headline = {margin, geometry.words * 1.5};
    geometry.remark = {area.width() - margin, geometry.words * 1.5};
    geometry.formula = {margin, down + geometry.words * 3.6};
    geometry.arrowLeft = room.between / 2;
    return geometry;
}

} // namespace steps
