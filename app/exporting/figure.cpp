#include "app/exporting/figure.h"

#include "app/exporting/caption.h"
#include "app/exporting/figure_picture.h"
#include "app/exporting/sheet.h"
#include "app/naming/label_words.h"

#include <QCoreApplication>

#include <utility>

namespace exporting {

namespace {

constexpr int mostCells = 128; ///< along a side: a file holds each of them

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

bool isPanes(compare::Mode mode) { return mode == compare::Mode::Heads || mode == compare::Mode::BeforeAfter; }

/// What the figure compares.
QString comparison(compare::Mode mode) {
    switch (mode) {
    case compare::Mode::Off: break;
    case compare::Mode::Heads: return Words::tr("each head in a pane");
    case compare::Mode::BeforeAfter: return Words::tr("before and after, each in a pane");
    case compare::Mode::Difference: return Words::tr("after \u2212 before");
    }
    return {};
}

QString sheetName(int layer) { return Words::tr("all heads of layer %1").arg(layer); }

QString leftOut(int tokens) { return Words::tr("%n token(s) beyond the context left out", nullptr, tokens); }

QString sizeOf(const Snapshot& snapshot) { return Words::tr("%n token(s)", nullptr, snapshot.size()); }

QString headsOf(const FigureChoice& choice) {
    QStringList names;
    for (const mayfly::HeadIndex head : choice.choice.heads) names.append(headwords::titled(head, choice.probe.get()));
    return Words::tr("head(s) %1", nullptr, int(names.size())).arg(names.join(QStringLiteral(", ")));
}

} // namespace

drawing::Drawing composeFigure(const FigureChoice& choice) {
    const Snapshot& snapshot = *choice.snapshot;
    QStringList remarks{QString::fromStdString(snapshot.model->name())};
    if (choice.sheetOf)
        remarks += sheetName(*choice.sheetOf);
    else if (view::isOfHeads(choice.view))
        remarks += headsOf(choice);
    if (const QString words = comparison(choice.compare); !words.isEmpty()) remarks += words;
    const QString text = QString::fromUtf8(snapshot.text);
    // The remarks grow once the picture is known, but never to another line.
    Caption caption = fitCaption(text, choice.before.get(), isPanes(choice.compare) ? 2 : 1, choice.size);
    if (caption.isCut && !choice.before) remarks += sizeOf(snapshot);
    if (snapshot.leftOut > 0) remarks += leftOut(snapshot.leftOut);
    const QString separator = QStringLiteral(" \u00b7 ");
    const QString title = remarks.join(separator);
    const QSizeF area(choice.size.width(), choice.size.height() - caption.height());
    // Panes share what the figure may hold.
    const int cells = isPanes(choice.compare) ? mostCells * 3 / 4 : mostCells;
    FigurePicture picture = choice.sheetOf ? sheetOf(choice, area, cells) : pictureOf(choice, area, cells);
    caption.remarks = (remarks + picture.remarks).join(separator);
    drawing::Drawing drawing = std::move(picture.drawing);
    drawing.size = choice.size;
    drawing.paper = choice.palette.paper;
    drawing.title = title;
    if (caption.isCut) drawing.description = text;
    addCaption(caption, choice.palette, choice.size, drawing);
    return drawing;
}

} // namespace exporting
