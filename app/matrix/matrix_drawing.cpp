#include "app/matrix/matrix_drawing.h"

#include "app/matrix/cells.h"
#include "app/matrix/colour_map.h"
#include "app/matrix/matrix_geometry.h"

#include <QCoreApplication>

namespace matrix {

namespace {

using drawing::Anchor;
using drawing::Drawing;
using drawing::Label;

constexpr double textSize = 13;
constexpr double labelGap = 6;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MatrixPicture)
};

Label label(const QString& text, QPointF at, const QColor& colour, Anchor anchor, double size = textSize,
            double angle = 0) {
    Label made;
    made.text = text;
    made.at = at;
    made.colour = colour;
    made.anchor = anchor;
    made.size = size;
    made.angle = angle;
    return made;
}

bool isDark(const Palette& palette) {
    return palette.paper.lightnessF() < 0.5F;
}

/// Neighbours of one colour in a row are one box.
void addCells(const Cells& cells, const Geometry& geometry, bool transpose, bool dark, Drawing& drawing) {
    const auto levelAt = [&](int row, int column) {
        const float weight = transpose ? cells.at(column, row) : cells.at(row, column);
        return weight == Cells::masked ? -1 : levelOf(double(weight));
    };
    for (int row = 0; row < cells.side; ++row)
        for (int first = 0, end = 0; first < cells.side; first = end) {
            const int level = levelAt(row, first);
            for (end = first + 1; end < cells.side && levelAt(row, end) == level;) ++end;
            if (level < 0) continue;
            const QRectF box(QPointF(geometry.edge(first), geometry.edge(row)),
                             QPointF(geometry.edge(end), geometry.edge(row + 1)));
            drawing.boxes.push_back({box.translated(geometry.square.topLeft()), weightColour(level, dark), 1, 0});
        }
}

void addFrame(const QRectF& rect, const QColor& colour, Drawing& drawing) {
    const QSizeF across(rect.width() + 2, 1);
    const QSizeF down(1, rect.height());
    drawing.boxes.push_back({QRectF(rect.topLeft() - QPointF(1, 1), across), colour, 1, 0});
    drawing.boxes.push_back({QRectF(rect.bottomLeft() - QPointF(1, 0), across), colour, 1, 0});
    drawing.boxes.push_back({QRectF(rect.topLeft() - QPointF(1, 0), down), colour, 1, 0});
    drawing.boxes.push_back({QRectF(rect.topRight(), down), colour, 1, 0});
}

void addTokenLabels(const Geometry& geometry, const Palette& palette, Drawing& drawing) {
    const QRectF& square = geometry.square;
    for (qsizetype i = 0; i < geometry.labels.size(); ++i) {
        const double middle = (double(i) * geometry.every + 0.5) * geometry.token;
        const QString& text = geometry.labels[i];
        drawing.labels.push_back(
            label(text, square.topLeft() + QPointF(-labelGap, middle), palette.ink, Anchor::End, geometry.font));
        if (geometry.upright)
            drawing.labels.push_back(label(text, square.topLeft() + QPointF(middle, -labelGap - geometry.font / 2),
                                           palette.ink, Anchor::Middle, geometry.font));
        else
            drawing.labels.push_back(label(text, square.topLeft() + QPointF(middle, -labelGap), palette.ink,
                                           Anchor::Start, geometry.font, -90));
    }
}

void addAxisTitles(const Geometry& geometry, bool transpose, const Palette& palette, Drawing& drawing) {
    const QRectF& square = geometry.square;
    const double above = labelGap + (geometry.upright ? geometry.font * 1.25 : geometry.labelWidth) + textSize;
    const double beside = labelGap + geometry.labelWidth + textSize;
    const QPointF top(square.center().x(), square.top() - above);
    const QPointF left(square.left() - beside, square.center().y());
    drawing.labels.push_back(
        label(Words::tr("key"), transpose ? left : top, palette.key, Anchor::Middle, textSize, transpose ? -90 : 0));
    drawing.labels.push_back(label(Words::tr("query"), transpose ? top : left, palette.query, Anchor::Middle, textSize,
                                   transpose ? 0 : -90));
}

/// A bar of all colours from 1 down to 0.
void addLegend(const Geometry& geometry, const Palette& palette, Drawing& drawing) {
    const QRectF& bar = geometry.legend;
    const double step = bar.height() / colourLevels;
    for (int level = 0; level < colourLevels; ++level)
        drawing.boxes.push_back({QRectF(bar.left(), bar.bottom() - (level + 1) * step, bar.width(), step),
                                 weightColour(level, isDark(palette)), 1, 0});
    const double right = bar.right() + labelGap;
    drawing.labels.push_back(label(QStringLiteral("1"), {right, bar.top() + textSize / 2}, palette.ink, Anchor::Start));
    drawing.labels.push_back(
        label(QStringLiteral("0"), {right, bar.bottom() - textSize / 2}, palette.ink, Anchor::Start));
    drawing.labels.push_back(label(Words::tr("weight"), {right + textSize / 2, bar.center().y()}, palette.muted,
                                   Anchor::Middle, textSize, 90));
}

QString headline(const std::vector<mayfly::HeadIndex>& heads) {
    QStringList names;
    for (const mayfly::HeadIndex head : heads) names.append(QString::fromStdString(mayfly::toString(head)));
    const QString all = names.join(QStringLiteral(", "));
    return (heads.size() == 1 ? Words::tr("head %1") : Words::tr("mean of %1")).arg(all);
}

} // namespace

Matrix compose(const Snapshot& snapshot, const Choice& choice, QSizeF area, const Palette& palette) {
    Matrix matrix;
    matrix.drawing.size = area;
    matrix.drawing.paper = palette.paper;
    if (snapshot.size() == 0 || choice.heads.empty()) return matrix;
    const Cells cells = poolWeights(*snapshot.trace, choice.heads, cellsThatFit(area));
    const QStringList labels(snapshot.labels.begin(), snapshot.labels.end());
    const Geometry geometry = place(labels, cells.side, cells.span, area);
    addCells(cells, geometry, choice.transpose, isDark(palette), matrix.drawing);
    addFrame(geometry.square, palette.faint, matrix.drawing);
    addTokenLabels(geometry, palette, matrix.drawing);
    addAxisTitles(geometry, choice.transpose, palette, matrix.drawing);
    addLegend(geometry, palette, matrix.drawing);
    matrix.drawing.labels.push_back(label(headline(choice.heads), {16, 20}, palette.ink, Anchor::Start));
    if (cells.span > 1)
        matrix.remark = Words::tr("each cell is the largest weight of %1 \u00d7 %1 tokens").arg(cells.span);
    return matrix;
}

} // namespace matrix
