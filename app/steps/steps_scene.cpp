#include "app/steps/steps_scene.h"

#include "app/drawing/font.h"
#include "app/matrix/pointing.h"
#include "app/steps/formula.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace steps {

namespace {

using drawing::Anchor;
using drawing::Drawing;
using matrix::Cells;
using matrix::Quantity;

constexpr int weights = 3; ///< the step that is no score

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

template<typename Function>
Cells mapped(Cells cells, Function function) {
    for (float& value : cells.values)
        if (Cells::isShown(value)) value = function(value);
    return cells;
}

const QString separator = QStringLiteral(" \u00b7 ");

/// Remarks in as few lines as they fit in, none of them broken.
QStringList filled(const QStringList& remarks, double width, double font) {
    QStringList lines;
    for (const QString& remark : remarks) {
        const QString longer = lines.isEmpty() ? remark : lines.back() + separator + remark;
        if (lines.isEmpty() || drawing::textWidth(longer, font) > width)
            lines.append(remark);
        else
            lines.back() = longer;
    }
    return lines;
}

double widest(const QStringList& lines, double font) {
    double width = 0;
    for (const QString& line : lines) width = std::max(width, drawing::textWidth(line, font));
    return width;
}

bool isPair(const graph::Focus& focus, int tokens) {
    return focus.isEdge() && focus.query < tokens && focus.key < tokens;
}

} // namespace

StepsScene::StepsScene(const view::Subject& subject)
    : m_subject(subject), m_head(subject.heads.front()),
      m_geometry(place(subject.snapshot->labels, subject.matrix.transpose, subject.area)) {
    m_subject.matrix.quantity = Quantity::Weight; // all of them are shown: none is chosen
    const mayfly::Trace& trace = *subject.snapshot->trace;
    const mayfly::ScoreRule rule = trace.rule(m_head.layer);
    const auto read = [&](int step) { return matrix::readCells(trace, reading(step), subject.mostCells); };
    const matrix::Read dots = read(0);
    m_cells[0] = dots.cells;
    m_cells[1] = mapped(dots.cells, [&](float dot) { return dot * rule.scale; });
    m_cells[2] = mapped(read(2).cells, [&](float dot) { return rule.scaled(dot); });
    m_cells[3] = read(weights).cells;
    const double scaled = dots.largest * std::abs(double(rule.scale));
    m_largest = {dots.largest, scaled, rule.cap > 0 ? std::min(scaled, double(rule.cap)) : scaled, 1};
}

/// What the cells of a step are pooled by; scaling and capping change no order.
matrix::Reading StepsScene::reading(int step) const {
    return {{m_head}, step == weights ? Quantity::Weight : Quantity::Dot, step >= 2, false};
}

matrix::Content StepsScene::content(int step, const Palette& palette) const {
    const bool dark = palette.isDark();
    const matrix::Scale scale =
        step == weights ? matrix::Scale{false, 1, dark} : matrix::signedScale(m_largest[std::size_t(step)], dark);
    return {&cells(step), scale, m_subject.matrix.marks};
}

Drawing StepsScene::ground(const graph::Look& look) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = look.palette.paper;
    if (m_subject.snapshot->size() == 0) return drawing;
    const mayfly::ScoreRule& rule = m_subject.snapshot->trace->rule(m_head.layer);
    for (int step = 0; step < count; ++step) {
        const matrix::Board& board = m_geometry.boards[std::size_t(step)];
        matrix::addCells(board, content(step, look.palette), look, drawing);
        if (step < 2) matrix::addMaskEdge(board, rule, look, drawing);
    }
    return drawing;
}

Drawing StepsScene::marks(const graph::Look& look) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    if (m_subject.snapshot->size() == 0) return drawing;
    for (int step = 0; step < count; ++step) {
        const matrix::Board& board = m_geometry.boards[std::size_t(step)];
        const matrix::Content what = content(step, look.palette);
        matrix::addFocus(board, look, drawing);
        matrix::addLabels(board, m_subject.snapshot->labels, m_geometry.lettering,
                          m_geometry.sides[std::size_t(step)], look, drawing);
        const double cell = board.pitch(look.viewport) * matrix::shownSpan(board, what, look.viewport);
        matrix::addLegend(m_geometry.legendOf(step), what, cell, m_geometry.words * 0.9, look, drawing);
    }
    addWords(look, drawing);
    return drawing;
}

void StepsScene::addWords(const graph::Look& look, Drawing& drawing) const {
    const Snapshot& snapshot = *m_subject.snapshot;
    std::optional<mayfly::PairReading> pair;
    if (isPair(look.focus, snapshot.size()))
        pair = mayfly::readPair(*snapshot.trace, m_head, look.focus.query, look.focus.key);
    QString headline = Words::tr("head %1").arg(QString::fromStdString(mayfly::toString(m_head)));
    if (pair)
        headline += QStringLiteral("   %1 \u2192 %2").arg(snapshot.labels[std::size_t(pair->query)],
                                                          snapshot.labels[std::size_t(pair->key)]);
    const double size = m_geometry.words;
    const auto add = [&](const QString& text, QPointF at, const QColor& colour, Anchor anchor, double font, bool bold) {
        drawing.labels.push_back(drawing::words(text, at, colour, anchor, font));
        drawing.labels.back().bold = bold;
    };
    add(headline, m_geometry.headline, look.palette.ink, Anchor::Start, size, false);
    addRemarks(drawing::textWidth(headline, size), look, drawing);
    addFormula(formulaOf(*snapshot.trace, m_head, pair), m_geometry.formula,
               m_subject.area.width() - 2 * m_geometry.formula.x(), size * 1.15, look, drawing);
    const std::array<QString, 4> names = stepNames(*snapshot.trace, m_head);
    const std::array<QString, 4> numbers = pair ? stepNumbers(*pair) : std::array<QString, 4>{};
    for (int step = 0; step < count; ++step) {
        const QRectF& square = m_geometry.boards[std::size_t(step)].square;
        const QPointF at(square.left(), square.top() - m_geometry.titleAbove[std::size_t(step)]);
        const QString title = QStringLiteral("%1  %2").arg(QString::number(step + 1), names[std::size_t(step)]);
        const QString& number = numbers[std::size_t(step)];
        // Narrow boards have smaller words above them: a name and its number, side by side.
        const double wide = drawing::textWidth(title + u' ', size * 1.08, true) + drawing::textWidth(number, size * 1.08);
        const double font = size * 1.08 * std::min(1.0, square.width() / wide);
        add(title, at, look.palette.ink, Anchor::Start, font, true);
        if (pair) add(number, {square.right(), at.y()}, look.palette.ink, Anchor::End, font, false);
        if (step % m_geometry.columns > 0)
            add(QStringLiteral("\u2192"), {square.left() - m_geometry.arrowLeft, square.center().y()}, look.palette.muted,
                Anchor::Middle, size * 1.4, false);
    }
}

/// Beside the headline: in two lines, and then smaller, where they would run into it.
void StepsScene::addRemarks(double headline, const graph::Look& look, Drawing& drawing) const {
    constexpr double smallest = 8;
    const double size = m_geometry.words;
    const double room = m_geometry.remark.x() - m_geometry.headline.x() - headline - 2 * size;
    const QStringList parts = remarksAt(look.viewport);
    double font = size * 0.92;
    QStringList lines = filled(parts, room, font);
    for (; font > smallest && (lines.size() > 2 || widest(lines, font) > room); lines = filled(parts, room, font)) font *= 0.95;
    const double pitch = font * 1.25;
    QPointF at = m_geometry.remark - QPointF(0, lines.size() > 1 ? 0.35 * pitch : 0);
    for (const QString& line : lines) {
        drawing.labels.push_back(drawing::words(line, at, look.palette.muted, Anchor::End, font));
        at.ry() += pitch;
    }
}

QStringList StepsScene::remarksAt(const graph::Viewport& viewport) const {
    QStringList parts;
    if (m_subject.heads.size() > 1) parts.append(Words::tr("the first of the chosen heads"));
    if (m_subject.hideFirst) parts.append(Words::tr("the first token is shown here: softmax is over all keys"));
    const int span = matrix::shownSpan(m_geometry.boards[0], content(0, Palette::light()), viewport);
    if (span > 1) parts.append(Words::tr("each cell is the largest magnitude of %1 \u00d7 %1 tokens").arg(span));
    return parts;
}

QString StepsScene::remark() const { return remarksAt({}).join(separator); }

graph::Focus StepsScene::hit(const graph::Viewport& viewport, QPointF screen) const {
    const int span = matrix::shownSpan(m_geometry.boards[0], content(0, Palette::light()), viewport);
    for (int step = 0; step < count; ++step) {
        const graph::Focus focus = matrix::hitCell(m_geometry.boards[std::size_t(step)], *m_subject.snapshot->trace,
                                                   reading(step), span, viewport, screen);
        if (!focus.isNone()) return focus;
    }
    for (int step = 0; step < count; ++step) {
        const graph::Focus focus = matrix::hitLabel(m_geometry.boards[std::size_t(step)], m_geometry.lettering,
                                                    m_geometry.sides[std::size_t(step)], viewport, screen);
        if (!focus.isNone()) return focus;
    }
    return {};
}

QRectF StepsScene::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    return matrix::placeOnBoard(m_geometry.boards[0], focus, viewport);
}

graph::Focus StepsScene::walk(const graph::Focus& from, view::Step step) const {
    graph::Focus to = matrix::walkBoard(m_geometry.boards[0], from, step);
    if (to.isEdge()) to.slot = 0;
    return to;
}

std::vector<view::Pane> StepsScene::panes() const {
    std::vector<view::Pane> panes;
    for (const matrix::Board& board : m_geometry.boards) panes.push_back({board.pane, board.offset});
    return panes;
}

QPointF StepsScene::anchorOf(QPointF screen) const {
    for (const matrix::Board& board : m_geometry.boards)
        if (board.pane.contains(screen)) return screen - board.offset;
    return screen;
}

} // namespace steps
