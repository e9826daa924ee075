#include "app/matrix/annotation.h"

#include "app/drawing/font.h"
#include "app/naming/signed_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace matrix {

namespace {

using drawing::Anchor;
using drawing::Drawing;
using drawing::words;

constexpr double gap = 6;
constexpr double longBar = 150;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MatrixPicture)
};

std::vector<int> pointedOut(const graph::Focus& focus, bool queries) {
    if (focus.isNone()) return {};
    if (focus.isEdge()) return {queries ? focus.query : focus.key};
    std::vector<int> word(std::size_t(focus.last() + 1 - focus.query));
    std::iota(word.begin(), word.end(), focus.query);
    return word;
}

Axis axisOf(double from, double pitch, double low, double high, bool upright) {
    return {from, std::max(pitch, 1e-6), low, high, upright};
}

void addRowLabels(const Board& board, const std::vector<QString>& labels, const Lettering& lettering,
                  const graph::Look& look, Drawing& drawing) {
    const bool queries = !board.transpose;
    const Axis axis = axisOf(board.seen(look.viewport).top(), board.pitch(look.viewport), board.pane.top(),
                             board.pane.bottom(), false);
    const double x = std::max(board.pane.left(), board.seen(look.viewport).left()) - gap;
    for (const AxisLabel& each : axisLabels(labels, lettering, axis, pointedOut(look.focus, queries))) {
        const QColor colour = !each.pointedOut ? look.palette.ink : queries ? look.palette.query : look.palette.key;
        drawing.labels.push_back(words(each.text, {x, each.at}, colour, Anchor::End, lettering.font));
        drawing.labels.back().bold = each.pointedOut;
    }
}

void addColumnLabels(const Board& board, const std::vector<QString>& labels, const Lettering& lettering,
                     const graph::Look& look, Drawing& drawing) {
    const bool queries = board.transpose;
    const Axis axis = axisOf(board.seen(look.viewport).left(), board.pitch(look.viewport), board.pane.left(),
                             board.pane.right(), lettering.upright);
    const double top = std::max(board.pane.top(), board.seen(look.viewport).top()) - gap;
    for (const AxisLabel& each : axisLabels(labels, lettering, axis, pointedOut(look.focus, queries))) {
        const QColor colour = !each.pointedOut ? look.palette.ink : queries ? look.palette.query : look.palette.key;
        drawing.labels.push_back(lettering.upright
                                     ? words(each.text, {each.at, top - lettering.font / 2}, colour, Anchor::Middle, lettering.font)
                                     : words(each.text, {each.at, top}, colour, Anchor::Start, lettering.font, -90));
        drawing.labels.back().bold = each.pointedOut;
    }
}

/// What stands at a bar, as values.
std::vector<double> ticksOf(const Scale& scale, double length) {
    const double inner = scale.most / (scale.byRoot ? 4 : 2); // half-way along the bar
    if (scale.isSigned && length > longBar) return {-scale.most, -inner, 0, inner, scale.most};
    if (scale.isSigned) return {-scale.most, 0, scale.most};
    if (length > longBar) return {0, 0.05, 0.25, 0.5, 1};
    return {0, 0.25, 1};
}

void addColours(const QRectF& bar, const Scale& scale, bool upright, Drawing& drawing) {
    const int count = scale.isSigned ? colourLevels + 1 : colourLevels;
    for (int level = 0; level < count; ++level) {
        const double from = double(level) / count, to = double(level + 1) / count;
        const QRectF part = upright ? QRectF(bar.left(), bar.bottom() - to * bar.height(), bar.width(), (to - from) * bar.height())
                                    : QRectF(bar.left() + from * bar.width(), bar.top(), (to - from) * bar.width(), bar.height());
        drawing.boxes.push_back({part, scale.colour(level), 1, 0});
    }
}

} // namespace

double wordSize(QSizeF area) {
    return std::clamp(std::min(area.width() / 60, area.height() / 40), 13.0, 26.0);
}

void addLabels(const Board& board, const std::vector<QString>& labels, const Lettering& lettering, Sides sides,
               const graph::Look& look, Drawing& drawing) {
    if (sides.left) addRowLabels(board, labels, lettering, look, drawing);
    if (sides.top) addColumnLabels(board, labels, lettering, look, drawing);
}

void addAxisTitles(const Board& board, const Lettering& lettering, double size, const graph::Look& look,
                   Drawing& drawing) {
    const QRectF pane = board.seen(look.viewport) & board.pane;
    if (pane.isEmpty()) return;
    const double above = gap + (lettering.upright ? lettering.font * 1.25 : lettering.width) + size * 0.9;
    const double beside = gap + lettering.width + size * 0.9;
    const auto add = [&](bool queries, QPointF at, double angle) {
        drawing.labels.push_back(words(queries ? Words::tr("query") : Words::tr("key"), at,
                                       queries ? look.palette.query : look.palette.key, Anchor::Middle, size, angle));
    };
    add(board.transpose, {pane.center().x(), pane.top() - above}, 0);
    add(!board.transpose, {pane.left() - beside, pane.center().y()}, -90);
}

void addLegend(const QRectF& bar, const Content& content, double cell, double size, const graph::Look& look,
               Drawing& drawing) {
    const bool upright = bar.height() > bar.width();
    const double length = upright ? bar.height() : bar.width();
    const double thickness = upright ? bar.width() : bar.height();
    const bool discs = content.marks == Marks::Dots;
    if (!discs) addColours(bar, content.scale, upright, drawing);
    for (const double value : ticksOf(content.scale, length)) {
        const double share = content.scale.shareOf(value);
        const QPointF at = upright ? QPointF(bar.center().x(), bar.bottom() - share * length)
                                   : QPointF(bar.left() + share * length, bar.center().y());
        const double radius = 0.46 * std::min(cell, thickness * 1.6) * content.scale.discOf(value);
        if (discs && radius > 0)
            drawing.discs.push_back({at, radius, discColour(content.scale, value, look.palette), 1});
        const Anchor anchor = upright || share <= 0 ? Anchor::Start : share >= 1 ? Anchor::End : Anchor::Middle;
        const double off = thickness / 2 + gap;
        const QPointF beside = at + (upright ? QPointF(off, 0) : QPointF(0, thickness / 2 + size * 0.85));
        drawing.labels.push_back(words(signedNumber(value, 'g', 3), beside, look.palette.muted, anchor, size));
    }
}

void addMaskedSwatch(QPointF at, double size, const graph::Look& look, Drawing& drawing) {
    const double side = size * 1.1;
    const QRectF box(at, QSizeF(side, side));
    drawing.boxes.push_back({box, look.palette.faint, maskedOpacity, 0});
    drawing::Stroke stroke;
    const QPointF along = (box.topRight() - box.bottomLeft()) / 3;
    stroke.curve = {box.bottomLeft(), box.bottomLeft() + along, box.bottomLeft() + along * 2, box.topRight()};
    stroke.colour = look.palette.muted;
    stroke.opacity = hatchOpacity;
    drawing.strokes.push_back(stroke);
    drawing.labels.push_back(words(Words::tr("masked"), at + QPointF(side + gap, side / 2), look.palette.muted,
                                   Anchor::Start, size));
}

QString nameOfHeads(const std::vector<mayfly::HeadIndex>& heads) {
    QStringList names;
    for (const mayfly::HeadIndex head : heads) names.append(QString::fromStdString(mayfly::toString(head)));
    const QString all = names.join(QStringLiteral(", "));
    return (heads.size() == 1 ? Words::tr("head %1") : Words::tr("mean of %1")).arg(all);
}

} // namespace matrix
