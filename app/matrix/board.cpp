#include "app/matrix/board.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

std::pair<double, double> stretch(double from, double pitch, int first, int end) {
    return {std::round(from + first * pitch), std::round(from + end * pitch)};
}

std::pair<int, int> inside(double from, double pitch, double low, double high, int tokens) {
    if (pitch <= 0) return {0, 0};
    const int first = int(std::floor(std::clamp((low - from) / pitch, 0.0, double(tokens))));
    const int end = int(std::ceil(std::clamp((high - from) / pitch, 0.0, double(tokens))));
    return {first, std::max(first, end)};
}

} // namespace

QRectF Board::seen(const graph::Viewport& viewport) const {
    return {viewport.map(square.topLeft() - offset) + offset, square.size() * viewport.zoom};
}

double Board::pitch(const graph::Viewport& viewport) const {
    return tokens > 0 ? square.width() * viewport.zoom / tokens : 0;
}

std::pair<double, double> Board::rows(int first, int end, const graph::Viewport& viewport) const {
    return stretch(seen(viewport).top(), pitch(viewport), first, end);
}

std::pair<double, double> Board::columns(int first, int end, const graph::Viewport& viewport) const {
    return stretch(seen(viewport).left(), pitch(viewport), first, end);
}

QRectF Board::cell(int row, int column, int span, const graph::Viewport& viewport) const {
    const auto [top, bottom] = rows(row, std::min(tokens, row + span), viewport);
    const auto [left, right] = columns(column, std::min(tokens, column + span), viewport);
    return {QPointF(left, top), QPointF(right, bottom)};
}

std::pair<int, int> Board::rowsInPane(const graph::Viewport& viewport) const {
    return inside(seen(viewport).top(), pitch(viewport), pane.top(), pane.bottom(), tokens);
}

std::pair<int, int> Board::columnsInPane(const graph::Viewport& viewport) const {
    return inside(seen(viewport).left(), pitch(viewport), pane.left(), pane.right(), tokens);
}

graph::Focus Board::pairAt(QPointF screen, const graph::Viewport& viewport) const {
    const QPointF within = screen - seen(viewport).topLeft();
    const double step = pitch(viewport);
    if (step <= 0 || !pane.contains(screen)) return {};
    const int row = int(std::floor(within.y() / step));
    const int column = int(std::floor(within.x() / step));
    if (row < 0 || column < 0 || row >= tokens || column >= tokens) return {};
    return transpose ? graph::Focus{column, row, -1} : graph::Focus{row, column, -1};
}

} // namespace matrix
