#include "app/matrix/pointing.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

constexpr double gap = 8; ///< between labels and cells, and a little

graph::Focus strongestOf(const mayfly::Trace& trace, const Reading& reading, const graph::Focus& at, int span) {
    const int query = at.query / span * span;
    const int key = at.key / span * span;
    graph::Focus best = at;
    double most = -1;
    for (int i = query; i < std::min(query + span, trace.tokens()); ++i)
        for (int j = key; j < std::min(key + span, trace.tokens()); ++j) {
            const float value = valueOf(trace, reading, i, j);
            if (!Cells::isShown(value) || std::abs(double(value)) <= most) continue;
            most = std::abs(double(value));
            best = {i, j, -1};
        }
    return best;
}

} // namespace

graph::Focus hitCell(const Board& board, const mayfly::Trace& trace, const Reading& reading, int span,
                     const graph::Viewport& viewport, QPointF screen) {
    graph::Focus focus = board.pairAt(screen, viewport);
    if (focus.isNone()) return focus;
    if (span > 1) focus = strongestOf(trace, reading, focus, span);
    if (reading.heads.size() == 1) focus.slot = 0;
    return focus;
}

graph::Focus hitLabel(const Board& board, const Lettering& lettering, Sides sides, const graph::Viewport& viewport,
                      QPointF screen) {
    const QRectF seen = board.seen(viewport) & board.pane;
    const double above = lettering.upright ? lettering.font * 1.5 : lettering.width;
    const QRectF left(seen.left() - lettering.width - gap, seen.top(), lettering.width + gap, seen.height());
    const QRectF top(seen.left(), seen.top() - above - gap, seen.width(), above + gap);
    const QPointF within = screen - board.seen(viewport).topLeft();
    const double step = board.pitch(viewport);
    const bool beside = sides.left && left.contains(screen);
    if (step <= 0 || (!beside && !(sides.top && top.contains(screen)))) return {};
    return {std::clamp(int((beside ? within.y() : within.x()) / step), 0, board.tokens - 1), -1, -1};
}

graph::Focus walkBoard(const Board& board, const graph::Focus& from, view::Step step) {
    if (board.tokens == 0) return {};
    if (from.isNone()) return {0, 0, -1};
    if (from.isToken()) return {from.query, from.query, -1};
    const bool onRow = step == view::Step::Left || step == view::Step::Right;
    const int by = step == view::Step::Left || step == view::Step::Up ? -1 : 1;
    graph::Focus to = from;
    int& moved = onRow != board.transpose ? to.key : to.query;
    moved = std::clamp(moved + by, 0, board.tokens - 1);
    return to;
}

QRectF placeOnBoard(const Board& board, const graph::Focus& focus, const graph::Viewport& viewport) {
    if (focus.isNone() || focus.last() >= board.tokens || focus.key >= board.tokens) return {};
    if (focus.isEdge()) return board.placeOf(focus.query, focus.key, viewport);
    const auto [top, bottom] = board.rows(focus.query, focus.last() + 1, viewport);
    const QRectF seen = board.seen(viewport);
    return {QPointF(seen.left(), top), QPointF(seen.right(), bottom)};
}

} // namespace matrix
