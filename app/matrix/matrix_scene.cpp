#include "app/matrix/matrix_scene.h"

#include "app/drawing/font.h"
#include "app/matrix/pointing.h"
#include "app/naming/signed_number.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace matrix {

namespace {

using drawing::Anchor;
using drawing::Drawing;
using drawing::words;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MatrixPicture)
};

QString titleOf(Quantity quantity) {
    switch (quantity) {
    case Quantity::Weight: return Words::tr("weights");
    case Quantity::Scaled: return Words::tr("scaled dots");
    case Quantity::Dot: return Words::tr("dots q\u00b7k");
    }
    return {};
}

} // namespace

MatrixScene::MatrixScene(const view::Subject& subject)
    : m_subject(subject), m_reading{subject.heads, subject.matrix.quantity, false, subject.hideFirst},
      m_read(readCells(*subject.snapshot->trace, m_reading, subject.mostCells)),
      m_geometry(place(subject.snapshot->labels, subject.matrix.transpose,
                       subject.matrix.quantity == Quantity::Weight, subject.area)) {}

Content MatrixScene::content(const Palette& palette) const {
    const bool weights = m_subject.matrix.quantity == Quantity::Weight;
    const Scale scale = weights ? Scale{false, 1, palette.isDark()} : signedScale(m_read.largest, palette.isDark());
    return {&m_read.cells, scale, m_subject.matrix.marks};
}

Drawing MatrixScene::ground(const graph::Look& look) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = look.palette.paper;
    if (m_read.cells.side == 0) return drawing;
    addCells(m_geometry.board, content(look.palette), look, drawing);
    if (const auto rule = sharedMask()) addMaskEdge(m_geometry.board, *rule, look, drawing);
    return drawing;
}

Drawing MatrixScene::marks(const graph::Look& look) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    if (m_read.cells.side == 0) return drawing;
    const Board& board = m_geometry.board;
    const Content what = content(look.palette);
    const double size = m_geometry.words;
    addFocus(board, look, drawing);
    addLabels(board, m_subject.snapshot->labels, m_geometry.lettering, {}, look, drawing);
    addAxisTitles(board, m_geometry.lettering, m_geometry.words, look, drawing);
    if (m_geometry.sumsWidth > 0) addSums(look, drawing);
    const double cell = board.pitch(look.viewport) * shownSpan(board, what, look.viewport);
    addLegend(m_geometry.legend, what, cell, size, look, drawing);
    const bool hasMask = std::find(m_read.cells.values.begin(), m_read.cells.values.end(), Cells::masked) !=
                         m_read.cells.values.end();
    if (hasMask) addMaskedSwatch(m_geometry.legend.bottomLeft() + QPointF(0, size * 1.3), size, look, drawing);
    drawing.labels.push_back(words(headline(look.focus), m_geometry.headline, look.palette.ink, Anchor::Start, size));
    drawing.labels.push_back(words(remarkAt(look.viewport), m_geometry.remark, look.palette.muted, Anchor::Start, size * 0.92));
    return drawing;
}

/// Of each query, over the keys that are shown: beside its row, or beneath its column.
void MatrixScene::addSums(const graph::Look& look, Drawing& drawing) const {
    const Board& board = m_geometry.board;
    const QRectF seen = board.seen(look.viewport);
    const QRectF part = seen & board.pane;
    const bool beneath = board.transpose;
    const Axis axis = beneath ? Axis{seen.left(), board.pitch(look.viewport), board.pane.left(), board.pane.right(), m_geometry.lettering.upright}
                              : Axis{seen.top(), board.pitch(look.viewport), board.pane.top(), board.pane.bottom(), false};
    const double font = m_geometry.lettering.font;
    const bool upright = !beneath || m_geometry.lettering.upright;
    const auto add = [&](const QString& text, double along, const QColor& colour, bool bold) {
        const QPointF at = beneath ? QPointF(along, part.bottom() + 6 + (upright ? font / 2 : 0)) : QPointF(part.right() + 6, along);
        const Anchor anchor = !beneath ? Anchor::Start : upright ? Anchor::Middle : Anchor::Start;
        drawing.labels.push_back(words(text, at, colour, anchor, font, upright ? 0 : 90));
        drawing.labels.back().bold = bold;
    };
    const std::vector<int> pointedOut = look.focus.isNone() ? std::vector<int>{} : std::vector<int>{look.focus.query};
    for (const AxisLabel& each : axisLabels(m_subject.snapshot->labels, m_geometry.lettering, axis, pointedOut))
        add(fixedNumber(m_read.sums[std::size_t(each.token)], 2), each.at, look.palette.muted, each.pointedOut);
    const QPointF title = beneath ? QPointF(part.left() - 6, part.bottom() + 6 + font / 2) : QPointF(part.right() + 6, part.top() - 6 - font / 2);
    drawing.labels.push_back(words(QStringLiteral("\u03a3"), title, look.palette.query, beneath ? Anchor::End : Anchor::Start, font));
}

QString MatrixScene::headline(const graph::Focus& focus) const {
    const Snapshot& snapshot = *m_subject.snapshot;
    QString line = nameOfHeads(m_subject.heads) + QStringLiteral(": ") + titleOf(m_reading.quantity);
    if (!focus.isEdge() || focus.query >= snapshot.size() || focus.key >= snapshot.size()) return line;
    const float value = valueOf(*snapshot.trace, m_reading, focus.query, focus.key);
    const QString text = value == Cells::masked   ? Words::tr("masked")
                         : value == Cells::hidden ? Words::tr("hidden")
                                                  : fixedNumber(double(value), 4);
    return line + QStringLiteral("   %1 \u2192 %2:  %3")
                      .arg(snapshot.labels[std::size_t(focus.query)], snapshot.labels[std::size_t(focus.key)], text);
}

QString MatrixScene::remarkAt(const graph::Viewport& viewport) const {
    QStringList parts;
    const bool weights = m_reading.quantity == Quantity::Weight;
    if (m_read.cells.side > 0 && m_reading.hideFirst)
        parts.append(weights ? Words::tr("first token hidden: %1 % of the attention goes to it")
                                   .arg(QLocale().toString(m_read.onFirst * 100, 'f', 1))
                             : Words::tr("first token hidden"));
    if (m_read.cells.side > 0 && sharedMask()) parts.append(Words::tr("masked pairs lie beyond the line"));
    const int span = shownSpan(m_geometry.board, content(Palette::light()), viewport);
    if (span > 1)
        parts.append(weights ? Words::tr("each cell is the largest weight of %1 \u00d7 %1 tokens").arg(span)
                             : Words::tr("each cell is the largest magnitude of %1 \u00d7 %1 tokens").arg(span));
    return parts.join(QStringLiteral(" \u00b7 "));
}

/// What masks the scores that are shown whole; nothing, if nothing does or each head masks otherwise.
std::optional<mayfly::ScoreRule> MatrixScene::sharedMask() const {
    const mayfly::Trace& trace = *m_subject.snapshot->trace;
    const mayfly::ScoreRule& first = trace.rule(m_subject.heads.front().layer);
    const bool shared = std::all_of(m_subject.heads.begin(), m_subject.heads.end(), [&](mayfly::HeadIndex head) {
        const mayfly::ScoreRule& rule = trace.rule(head.layer);
        return rule.causal == first.causal && rule.window == first.window;
    });
    if (m_reading.quantity == Quantity::Weight || !shared || (!first.causal && first.window == 0)) return std::nullopt;
    return first;
}

graph::Focus MatrixScene::hit(const graph::Viewport& viewport, QPointF screen) const {
    const int span = shownSpan(m_geometry.board, content(Palette::light()), viewport);
    const graph::Focus label = hitLabel(m_geometry.board, m_geometry.lettering, {}, viewport, screen);
    if (!label.isNone()) return label;
    return hitCell(m_geometry.board, *m_subject.snapshot->trace, m_reading, span, viewport, screen);
}

QRectF MatrixScene::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    return placeOnBoard(m_geometry.board, focus, viewport);
}

graph::Focus MatrixScene::walk(const graph::Focus& from, view::Step step) const {
    graph::Focus to = walkBoard(m_geometry.board, from, step);
    if (to.isEdge()) to.slot = m_subject.heads.size() == 1 ? 0 : -1;
    return to;
}

} // namespace matrix
