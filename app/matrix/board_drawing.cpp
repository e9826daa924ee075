#include "app/matrix/board_drawing.h"

#include "app/drawing/font.h"
#include "app/naming/signed_number.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

using drawing::Drawing;

constexpr double smallestCell = 2;  ///< pixels of a side
constexpr double smallestDot = 7;   ///< of a disc's cell
constexpr double smallestHatch = 5; ///< of a masked cell that has lines
constexpr double hatchSpacing = 9;  ///< between them along a side
constexpr double smallestSign = 8;  ///< of a change's cell that has its sign
constexpr double leastSigned = 0.1; ///< of the scale
constexpr double smallestStep = 3;  ///< of the line around what is masked

/// Cells as a board shows them: rows and columns in place of queries and keys, and only those in the pane.
struct Shown {
    const Board& board;
    const graph::Viewport& viewport;
    Cells cells; ///< pooled so that they can be seen
    int firstRow, endRow, firstColumn, endColumn;

    Shown(const Board& on, const Content& content, const graph::Viewport& at)
        : board(on), viewport(at), cells(pool(*content.cells, shownSpan(on, content, at) / content.cells->span)) {
        const auto [row, rowEnd] = board.rowsInPane(viewport);
        const auto [column, columnEnd] = board.columnsInPane(viewport);
        firstRow = row / cells.span;
        endRow = std::min(cells.side, (rowEnd + cells.span - 1) / cells.span);
        firstColumn = column / cells.span;
        endColumn = std::min(cells.side, (columnEnd + cells.span - 1) / cells.span);
    }

    float at(int row, int column) const { return board.transpose ? cells.at(column, row) : cells.at(row, column); }
    double side() const { return board.pitch(viewport) * cells.span; }
    /// The cells of a row from one column to before another.
    QRectF box(int row, int first, int end) const {
        const QRectF from = board.cell(row * cells.span, first * cells.span, cells.span, viewport);
        return from.united(board.cell(row * cells.span, (end - 1) * cells.span, cells.span, viewport));
    }
};

void addBox(const QRectF& rect, const QColor& fill, const QRectF& pane, Drawing& drawing, double opacity = 1) {
    const QRectF part = rect & pane;
    if (!part.isEmpty()) drawing.boxes.push_back({part, fill, opacity, 0});
}

/// The part of a line that is in the pane.
void addLine(QPointF from, QPointF to, const QColor& colour, const QRectF& pane, Drawing& drawing) {
    const QPointF along = to - from;
    double first = 0;
    double last = 1;
    const auto clip = [&](double start, double by, double low, double high) {
        if (by == 0) return;
        const double enter = (low - start) / by, leave = (high - start) / by;
        first = std::max(first, std::min(enter, leave));
        last = std::min(last, std::max(enter, leave));
    };
    clip(from.x(), along.x(), pane.left(), pane.right());
    clip(from.y(), along.y(), pane.top(), pane.bottom());
    if (first >= last) return;
    const QPointF start = from + along * first;
    const QPointF end = from + along * last;
    drawing::Stroke stroke;
    stroke.curve = {start, start + (end - start) / 3, start + (end - start) * 2 / 3, end};
    stroke.colour = colour;
    stroke.opacity = hatchOpacity;
    drawing.strokes.push_back(stroke);
}

/// Lines from lower left to upper right, which go on in the neighbours.
void hatchCell(const QRectF& cell, const QColor& colour, const QRectF& pane, Drawing& drawing) {
    const int lines = std::max(1, int(std::lround(cell.width() / hatchSpacing)));
    for (int line = 1; line < 2 * lines; ++line) {
        const double at = double(line) / lines;
        const double low = std::max(0.0, at - 1), high = std::min(1.0, at);
        addLine({cell.left() + low * cell.width(), cell.top() + high * cell.height()},
                {cell.left() + high * cell.width(), cell.top() + low * cell.height()}, colour, pane, drawing);
    }
}

void addHatch(const Shown& shown, const Palette& palette, Drawing& drawing) {
    if (shown.side() < smallestHatch) return;
    for (int row = shown.firstRow; row < shown.endRow; ++row)
        for (int column = shown.firstColumn; column < shown.endColumn; ++column)
            if (shown.at(row, column) == Cells::masked)
                hatchCell(shown.box(row, column, column + 1), palette.muted, shown.board.pane, drawing);
}

/// Neighbours of one colour in a row are one box.
void addHeat(const Shown& shown, const Scale& scale, const Palette& palette, Drawing& drawing) {
    constexpr int masked = -1;
    constexpr int hidden = -2;
    const auto levelAt = [&](int row, int column) {
        const float value = shown.at(row, column);
        return value == Cells::masked ? masked : value == Cells::hidden ? hidden : scale.level(double(value));
    };
    for (int row = shown.firstRow; row < shown.endRow; ++row)
        for (int first = shown.firstColumn, end = 0; first < shown.endColumn; first = end) {
            const int level = levelAt(row, first);
            for (end = first + 1; end < shown.endColumn && levelAt(row, end) == level;) ++end;
            if (level == hidden) continue;
            const QRectF box = shown.box(row, first, end);
            if (level == masked)
                addBox(box, palette.faint, shown.board.pane, drawing, maskedOpacity);
            else
                addBox(box, scale.colour(level), shown.board.pane, drawing);
        }
}

void addMasked(const Shown& shown, const Palette& palette, Drawing& drawing) {
    for (int row = shown.firstRow; row < shown.endRow; ++row)
        for (int first = shown.firstColumn, end = 0; first < shown.endColumn; first = end) {
            const bool masked = shown.at(row, first) == Cells::masked;
            for (end = first + 1; end < shown.endColumn && (shown.at(row, end) == Cells::masked) == masked;) ++end;
            if (masked) addBox(shown.box(row, first, end), palette.faint, shown.board.pane, drawing, maskedOpacity);
        }
}

void addDots(const Shown& shown, const Scale& scale, const Palette& palette, Drawing& drawing) {
    addMasked(shown, palette, drawing);
    for (int row = shown.firstRow; row < shown.endRow; ++row)
        for (int column = shown.firstColumn; column < shown.endColumn; ++column) {
            const float value = shown.at(row, column);
            if (!Cells::isShown(value)) continue;
            const QRectF cell = shown.box(row, column, column + 1);
            const double radius = 0.46 * cell.width() * scale.discOf(double(value));
            const bool whole = shown.board.pane.contains(QRectF(cell.center() - QPointF(radius, radius),
                                                                QSizeF(2 * radius, 2 * radius)));
            if (radius < 0.2 || !whole) continue;
            drawing.discs.push_back({cell.center(), radius, discColour(scale, double(value), palette), 1});
        }
}

QString numberText(double value, const Scale& scale) {
    const int decimals = !scale.isSigned || scale.most < 10 ? 2 : scale.most < 100 ? 1 : 0;
    // Beyond what a cell has room for, two digits and an exponent.
    return scale.most < 1e6 ? signedNumber(value, 'f', decimals) : signedNumber(value, 'g', 2);
}

/// Of what has not changed at all, nothing.
QString changeText(double value, const Scale& scale) {
    if (value == 0) return {};
    const QString magnitude = numberText(std::abs(value), scale);
    if (magnitude == numberText(0, scale)) return magnitude; // what rounds to zero has no sign
    return (value > 0 ? u'+' : QChar(0x2212)) + magnitude;
}

QString signText(double value, const Scale& scale) {
    if (std::abs(value) < leastSigned * scale.most) return {};
    return value > 0 ? QStringLiteral("+") : QStringLiteral("\u2212");
}

/// Each cell's value, where it has room for one; of a change at least its sign.
void addNumbers(const Shown& shown, const Content& content, const Palette& palette, Drawing& drawing) {
    const Scale& scale = content.scale;
    double font = std::clamp(std::floor(shown.side() * 0.3), 0.0, 30.0);
    const double room = drawing::textWidth(numberText(-scale.most, scale), font) + 4;
    const bool fits = shown.cells.span == 1 && font >= 9 && room <= shown.side();
    if (!fits && (!content.isChange || shown.side() < smallestSign)) return;
    if (!fits) font = std::min(shown.side(), 18.0);
    const auto textOf = [&](double value) {
        return !fits ? signText(value, scale) : content.isChange ? changeText(value, scale) : numberText(value, scale);
    };
    for (int row = shown.firstRow; row < shown.endRow; ++row)
        for (int column = shown.firstColumn; column < shown.endColumn; ++column) {
            const float value = shown.at(row, column);
            const QRectF cell = shown.box(row, column, column + 1);
            if (!Cells::isShown(value) || !shown.board.pane.adjusted(-1, -1, 1, 1).contains(cell)) continue;
            const QColor ground = scale.colourOf(double(value));
            const QColor ink = contrast(palette.ink, ground) > contrast(palette.paper, ground) ? palette.ink : palette.paper;
            drawing::Label label;
            label.text = textOf(double(value));
            if (label.text.isEmpty()) continue;
            label.at = cell.center();
            label.size = font;
            label.colour = ink;
            drawing.labels.push_back(label);
        }
}

/// Lines around a rectangle, outside it, as far as they are in the pane.
void addOutline(const QRectF& rect, double width, const QColor& colour, const QRectF& pane, Drawing& drawing) {
    const QRectF outer = rect.adjusted(-width, -width, width, width);
    addBox({outer.left(), outer.top(), outer.width(), width}, colour, pane, drawing);
    addBox({outer.left(), rect.bottom(), outer.width(), width}, colour, pane, drawing);
    addBox({outer.left(), rect.top(), width, rect.height()}, colour, pane, drawing);
    addBox({rect.right(), rect.top(), width, rect.height()}, colour, pane, drawing);
}

} // namespace

int shownSpan(const Board& board, const Content& content, const graph::Viewport& viewport) {
    if (content.cells->side == 0) return 1; // no token
    const double smallest = content.marks == Marks::Heat ? smallestCell : smallestDot;
    const double side = std::max(1e-6, board.pitch(viewport) * content.cells->span);
    return content.cells->span * std::max(1, int(std::ceil(smallest / side - 1e-6)));
}

QColor discColour(const Scale& scale, double value, const Palette& palette) {
    if (!scale.isSigned) return palette.heads[0];
    return scale.colourOf(value < 0 ? -0.62 * scale.most : 0.62 * scale.most);
}

void addCells(const Board& board, const Content& content, const graph::Look& look, Drawing& drawing) {
    const bool heat = content.marks == Marks::Heat;
    const Shown shown(board, content, look.viewport);
    if (heat)
        addHeat(shown, content.scale, look.palette, drawing);
    else
        addDots(shown, content.scale, look.palette, drawing);
    addHatch(shown, look.palette, drawing);
    if (heat) addNumbers(shown, content, look.palette, drawing);
    addOutline(board.seen(look.viewport).toAlignedRect(), 1, look.palette.faint, board.pane.adjusted(-1, -1, 1, 1),
               drawing);
}

void addMaskEdge(const Board& board, const mayfly::ScoreRule& rule, const graph::Look& look, Drawing& drawing) {
    const double pitch = board.pitch(look.viewport);
    if (pitch <= 0 || (!rule.causal && rule.window == 0)) return;
    const int step = std::max(1, int(std::ceil(smallestStep / pitch)));
    const auto add = [&](QRectF rect) {
        const QRectF seen = board.seen(look.viewport);
        if (board.transpose) rect = QRectF(rect.y(), rect.x(), rect.height(), rect.width());
        addBox(rect.translated(seen.topLeft()), look.palette.ink, board.pane, drawing, 0.7);
    };
    const auto edgeAt = [&](int query, int key, int nextKey) {
        const double down = std::round(query * pitch), across = std::round(key * pitch);
        const double end = std::round(std::min(query + step, board.tokens) * pitch);
        if (key > 0 && key < board.tokens) add({across, down, 1, end - down});
        if (nextKey > key && end < board.tokens * pitch) add({across, end, std::round(nextKey * pitch) - across + 1, 1});
    };
    for (int query = 0; query < board.tokens; query += step) {
        const int next = std::min(query + step, board.tokens - 1);
        edgeAt(query, rule.visible(query, board.tokens), rule.visible(next, board.tokens));
        if (rule.window > 0) edgeAt(query, rule.first(query), rule.first(next));
    }
}

void addFocus(const Board& board, const graph::Look& look, Drawing& drawing) {
    const graph::Focus& focus = look.focus;
    if (focus.isNone() || focus.last() >= board.tokens || focus.key >= board.tokens) return;
    const QRectF seen = board.seen(look.viewport) & board.pane;
    const auto along = [&](int first, int end, bool row, const QColor& colour) {
        const auto [from, to] = row ? board.rows(first, end, look.viewport) : board.columns(first, end, look.viewport);
        for (const double at : {from - 1, to})
            addBox(row ? QRectF(seen.left(), at, seen.width(), 1) : QRectF(at, seen.top(), 1, seen.height()), colour,
                   board.pane, drawing);
    };
    const int key = focus.isEdge() ? focus.key : focus.query;
    along(focus.query, focus.last() + 1, !board.transpose, look.palette.query);
    along(key, focus.isEdge() ? key + 1 : focus.last() + 1, board.transpose, look.palette.key);
    if (!focus.isEdge()) return;
    const QRectF cell = board.placeOf(focus.query, focus.key, look.viewport);
    addOutline(cell, 2, look.palette.ink, board.pane.adjusted(-3, -3, 3, 3), drawing);
    addOutline(cell.adjusted(-2, -2, 2, 2), 1, look.palette.paper, board.pane.adjusted(-3, -3, 3, 3), drawing);
}

} // namespace matrix
