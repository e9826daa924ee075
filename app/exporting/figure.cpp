#include "app/exporting/figure.h"

#include "app/drawing/font.h"
#include "app/exporting/wrap.h"
#include "app/naming/label_words.h"
#include "engine/reading/bounds.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace exporting {

namespace {

using drawing::Drawing;

constexpr double margin = 16;
constexpr double lineSpacing = 1.4;
constexpr int mostCells = 128; ///< along a side: a file holds each of them

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

QString percent(double share) { return QLocale().toString(share * 100, 'f', 1); }

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

QString headsOf(const FigureChoice& choice) {
    QStringList names;
    for (const mayfly::HeadIndex head : choice.choice.heads) names.append(headwords::titled(head, choice.probe.get()));
    return Words::tr("head(s) %1", nullptr, int(names.size())).arg(names.join(QStringLiteral(", ")));
}

/// A text's paragraph beneath the picture and the remarks above it, in the largest font that leaves room for the picture.
struct Caption {
    double font = 13;
    QString remarks;
    QStringList lines;
    QStringList before; ///< of the text that is compared with, above them
    double indent = 0;  ///< room for the words that tell the two texts apart
    int remarkLines = 1; ///< two where each of two panes has something to say

    double height() const {
        return double(lines.size() + before.size() + remarkLines) * font * lineSpacing + 2 * margin;
    }
    QStringList wrapped(const QString& text, double width) const {
        return wrap(text, width, [this](const QString& part) { return drawing::textWidth(part, font); });
    }
};

/// `before` is null unless two texts are compared.
Caption fitCaption(const QString& remarks, const QString& text, const Snapshot* before, int remarkLines, QSizeF size) {
    Caption caption;
    caption.remarks = remarks;
    caption.remarkLines = remarkLines;
    for (const double font : {13.0, 11.0, 9.0, 7.5, 6.0, 5.0, 4.0}) {
        caption.font = font;
        if (before)
            caption.indent = font + std::max(drawing::textWidth(Words::tr("before"), font),
                                             drawing::textWidth(Words::tr("after"), font));
        const double width = size.width() - 2 * margin - caption.indent;
        caption.lines = caption.wrapped(text, width);
        if (before) caption.before = caption.wrapped(QString::fromUtf8(before->text), width);
        if (caption.height() <= size.height() * 0.4) break;
    }
    return caption;
}

drawing::Label line(const QString& text, double font, QPointF at, const QColor& colour) {
    drawing::Label label;
    label.text = text;
    label.at = at;
    label.size = font;
    label.colour = colour;
    label.anchor = drawing::Anchor::Start;
    return label;
}

void addCaption(const Caption& caption, const Palette& palette, QSizeF size, Drawing& drawing) {
    const double top = size.height() - caption.height();
    drawing.boxes.push_back({QRectF(margin, top, size.width() - 2 * margin, 1), palette.faint, 1, 0});
    const double step = caption.font * lineSpacing;
    double y = top + margin * 0.8 + step / 2;
    QStringList remarks{caption.remarks};
    if (caption.remarkLines > 1) remarks = caption.wrapped(caption.remarks, size.width() - 2 * margin);
    if (remarks.size() > caption.remarkLines) // the last line holds what is left
        remarks = remarks.mid(0, caption.remarkLines - 1) + QStringList{remarks.mid(caption.remarkLines - 1).join(QString())};
    for (const QString& remark : remarks) {
        drawing.labels.push_back(line(remark, caption.font, {margin, y}, palette.muted));
        y += step;
    }
    y -= step;
    const auto addParagraph = [&](const QString& title, const QStringList& lines, int paragraph) {
        if (caption.indent > 0) drawing.labels.push_back(line(title, caption.font, {margin, y + step}, palette.muted));
        for (const QString& text : lines) {
            y += step;
            drawing.labels.push_back(line(text, caption.font, {margin + caption.indent, y}, palette.ink));
            drawing.labels.back().paragraph = paragraph;
        }
    };
    if (!caption.before.isEmpty()) addParagraph(Words::tr("before"), caption.before, 1);
    addParagraph(Words::tr("after"), caption.lines, 0);
}

Drawing graphOf(const FigureChoice& choice, QSizeF area, QString& remarks) {
    const mayfly::AttentionGraph selection = mayfly::selectEdges(*choice.snapshot->trace, choice.choice);
    const graph::Scene scene =
        graph::buildScene(*choice.snapshot, selection, choice.choice.hideFirst, choice.layout, area, choice.moved);
    remarks += QStringLiteral(" \u00b7 ") +
               shareShown(qint64(selection.edges.size()), selection.pairs, selection.shown);
    if (choice.choice.topMass < 1)
        remarks += QStringLiteral(" \u00b7 ") +
                   Words::tr("top mass %1 %").arg(QLocale().toString(choice.choice.topMass * 100, 'g', 4));
    if (choice.choice.hideFirst)
        remarks += QStringLiteral(" \u00b7 ") + Words::tr("first token hidden");
    return graph::compose(scene, {choice.palette, {}, choice.pin, choice.probe});
}

void requireHeads(const mayfly::Trace& trace, const std::vector<mayfly::HeadIndex>& heads) {
    for (const mayfly::HeadIndex head : heads) mayfly::requireHead(trace, head);
}

Drawing sceneOf(const FigureChoice& choice, QSizeF area, QString& remarks) {
    requireHeads(*choice.snapshot->trace, choice.choice.heads);
    view::Subject subject{choice.snapshot,         choice.view,   choice.choice.heads,
                          choice.choice.hideFirst, choice.matrix, area,
                          mostCells,               choice.choice.topMass, choice.depth, choice.pin.query};
    subject.layout = choice.layout;
    subject.compare = choice.compare;
    subject.before = choice.before;
    // Panes share what the figure may hold.
    if (isPanes(choice.compare)) subject.mostCells = mostCells * 3 / 4;
    const view::ScenePtr scene = view::makeScene(subject);
    if (const QString remark = scene->remark(); !remark.isEmpty()) remarks += QStringLiteral(" \u00b7 ") + remark;
    return view::compose(*scene, {choice.palette, {}, choice.pin, choice.probe});
}

} // namespace

QString shareShown(qint64 edges, qint64 pairs, double share) {
    return Words::tr("shows %1 of %Ln edge(s), %2 % of the attention", nullptr, int(pairs))
        .arg(QLocale().toString(edges), percent(share));
}

Drawing composeFigure(const FigureChoice& choice) {
    const Snapshot& snapshot = *choice.snapshot;
    QString remarks = QString::fromStdString(snapshot.model->name());
    if (view::isOfHeads(choice.view)) remarks += QStringLiteral(" \u00b7 ") + headsOf(choice);
    if (const QString words = comparison(choice.compare); !words.isEmpty()) remarks += QStringLiteral(" \u00b7 ") + words;
    if (snapshot.leftOut > 0)
        remarks += QStringLiteral(" \u00b7 ") +
                   Words::tr("%n token(s) beyond the context left out", nullptr, snapshot.leftOut);
    const QString text = QString::fromUtf8(snapshot.text);
    // The remarks grow once the picture is known, but never to a second line of the paragraph.
    Caption caption = fitCaption(remarks, text, choice.before.get(), isPanes(choice.compare) ? 2 : 1, choice.size);
    const QSizeF area(choice.size.width(), choice.size.height() - caption.height());
    const bool isGraph = choice.view == view::Kind::Graph && choice.compare == compare::Mode::Off;
    Drawing drawing = isGraph ? graphOf(choice, area, caption.remarks) : sceneOf(choice, area, caption.remarks);
    drawing.size = choice.size;
    drawing.paper = choice.palette.paper;
    drawing.title = remarks;
    addCaption(caption, choice.palette, choice.size, drawing);
    return drawing;
}

} // namespace exporting
