#include "app/compare/difference_matrix.h"

#include "app/compare/change_words.h"
#include "app/matrix/annotation.h"
#include "app/matrix/pointing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace compare {

namespace {

using drawing::Anchor;
using drawing::Drawing;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

QString titleOf(matrix::Quantity quantity) {
    switch (quantity) {
    case matrix::Quantity::Weight: return Words::tr("weights, after \u2212 before");
    case matrix::Quantity::Scaled: return Words::tr("scaled dots, after \u2212 before");
    case matrix::Quantity::Dot: return Words::tr("dots q\u00b7k, after \u2212 before");
    }
    return {};
}

} // namespace

DifferenceMatrix::DifferenceMatrix(const view::Subject& subject)
    : m_subject(subject),
      m_difference(subject.before, subject.snapshot, {subject.heads, subject.matrix.quantity, false, subject.hideFirst}),
      m_labels(m_difference.labels()),
      m_read(matrix::poolRows(m_difference.size(), subject.mostCells,
                              [this](int query, std::vector<float>& values) { m_difference.readRow(query, values); })),
      m_geometry(matrix::place(m_labels, subject.matrix.transpose, false, subject.area)) {}

matrix::Content DifferenceMatrix::content(const Palette& palette) const {
    return {&m_read.cells, scale(palette.isDark()), m_subject.matrix.marks, true};
}

matrix::Scale DifferenceMatrix::scale(bool darkPaper) const {
    matrix::Scale scale = matrix::signedScale(m_read.largest, darkPaper);
    scale.byRoot = m_subject.matrix.quantity == matrix::Quantity::Weight;
    return scale;
}

Drawing DifferenceMatrix::ground(const graph::Look& look) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = look.palette.paper;
    if (m_read.cells.side > 0) matrix::addCells(m_geometry.board, content(look.palette), look, drawing);
    return drawing;
}

Drawing DifferenceMatrix::marks(const graph::Look& look) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    if (m_read.cells.side == 0) return drawing;
    graph::Look inPlaces = look;
    inPlaces.focus = m_difference.matching().placesOf(look.focus);
    const double size = m_geometry.words;
    matrix::addFocus(m_geometry.board, inPlaces, drawing);
    matrix::addLabels(m_geometry.board, m_labels, m_geometry.lettering, {}, inPlaces, drawing);
    matrix::addAxisTitles(m_geometry.board, m_geometry.lettering, size, look, drawing);
    addScale(look, drawing);
    drawing.labels.push_back(
        drawing::words(headline(inPlaces.focus), m_geometry.headline, look.palette.ink, Anchor::Start, size));
    drawing.labels.push_back(
        drawing::words(remarkAt(look.viewport), m_geometry.remark, look.palette.muted, Anchor::Start, size * 0.92));
    return drawing;
}

/// The colour bar between the words for its ends, and how masked cells look.
void DifferenceMatrix::addScale(const graph::Look& look, Drawing& drawing) const {
    const double size = m_geometry.words;
    const matrix::Content what = content(look.palette);
    const double cell = m_geometry.board.pitch(look.viewport) * matrix::shownSpan(m_geometry.board, what, look.viewport);
    QRectF bar = m_geometry.legend;
    const bool hasMask =
        std::find(m_read.cells.values.begin(), m_read.cells.values.end(), matrix::Cells::masked) != m_read.cells.values.end();
    bar.setBottom(std::max(bar.top() + size, bar.bottom() - size * 1.5));
    matrix::addLegend(bar, what, cell, size, look, drawing);
    const auto add = [&](const QString& text, double y, const QColor& colour) {
        drawing.labels.push_back(drawing::words(text, {bar.left(), y}, colour, Anchor::Start, size));
    };
    add(Words::tr("gained"), bar.top() - size * 1.2, look.palette.gained);
    add(Words::tr("lost"), bar.bottom() + size * 1.2, look.palette.lost);
    if (hasMask) matrix::addMaskedSwatch(bar.bottomLeft() + QPointF(0, size * 2.4), size, look, drawing);
}

QString DifferenceMatrix::headline(const graph::Focus& places) const {
    const QString line = matrix::nameOfHeads(m_subject.heads) + QStringLiteral(": ");
    const QString change = changeLine(m_difference, places);
    return line + (change.isEmpty() ? titleOf(m_subject.matrix.quantity) : change);
}

QString DifferenceMatrix::remarkAt(const graph::Viewport& viewport) const {
    QStringList parts{m_difference.summary()};
    if (m_subject.hideFirst) parts.append(Words::tr("first token hidden"));
    if (m_read.cells.side > 0) {
        const int span = matrix::shownSpan(m_geometry.board, content(Palette::light()), viewport);
        if (span > 1) parts.append(Words::tr("each cell is the largest change of %1 \u00d7 %1 tokens").arg(span));
    }
    return parts.join(QStringLiteral(" \u00b7 "));
}

graph::Focus DifferenceMatrix::fromPlaces(graph::Focus places) const {
    places.slot = places.isEdge() && m_subject.heads.size() == 1 ? 0 : -1;
    return m_difference.matching().at(places);
}

/// Of the pairs that a cell stands for, the one whose change it shows.
graph::Focus DifferenceMatrix::strongestAt(const graph::Focus& places, int span) const {
    graph::Focus best = places;
    double most = -1;
    const int query = places.query / span * span, key = places.key / span * span;
    for (int i = query; i < std::min(query + span, m_difference.size()); ++i)
        for (int j = key; j < std::min(key + span, m_difference.size()); ++j) {
            const float value = m_difference.at(i, j).difference;
            if (!matrix::Cells::isShown(value) || std::abs(double(value)) <= most) continue;
            most = std::abs(double(value));
            best = {i, j, -1};
        }
    return best;
}

graph::Focus DifferenceMatrix::hit(const graph::Viewport& viewport, QPointF screen) const {
    const graph::Focus label = matrix::hitLabel(m_geometry.board, m_geometry.lettering, {}, viewport, screen);
    if (!label.isNone()) return fromPlaces(label);
    graph::Focus pair = m_geometry.board.pairAt(screen, viewport);
    if (pair.isNone()) return pair;
    const int span = matrix::shownSpan(m_geometry.board, content(Palette::light()), viewport);
    if (span > 1) pair = strongestAt(pair, span);
    return fromPlaces(pair);
}

QRectF DifferenceMatrix::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    return matrix::placeOnBoard(m_geometry.board, m_difference.matching().placesOf(focus), viewport);
}

/// A pair of a new token and one that is gone is in neither text: the way leads over it.
graph::Focus DifferenceMatrix::walk(const graph::Focus& from, view::Step step) const {
    graph::Focus places = m_difference.matching().placesOf(from);
    for (graph::Focus next = matrix::walkBoard(m_geometry.board, places, step); !(next == places);
         next = matrix::walkBoard(m_geometry.board, places, step)) {
        places = next;
        if (const graph::Focus to = fromPlaces(places); !to.isNone()) return to;
    }
    return from;
}

QString DifferenceMatrix::describe(const graph::Focus& focus) const {
    return changeTooltip(m_difference, m_difference.matching().placesOf(focus), nullptr);
}

} // namespace compare
