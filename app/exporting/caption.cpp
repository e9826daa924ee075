#include "app/exporting/caption.h"

#include "app/drawing/font.h"
#include "app/exporting/excerpt.h"
#include "app/exporting/wrap.h"

#include <QCoreApplication>

#include <algorithm>

namespace exporting {

namespace {

constexpr double margin = 16;
constexpr double lineSpacing = 1.4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

/// A size of letters, and how many lines a text may have in it.
struct Type {
    double font;
    int lines;
    bool isForWhole = false; ///< and not for its beginning and end
};

/// As large as the text allows. Only what would cover the picture is cut, and then in readable letters again; those further on
/// are for small pictures.
constexpr Type types[] = {{13, 3, true}, {11, 4, true}, {9, 12, true}, {7.5, 20, true}, {6, 40, true},
                          {13, 3},       {11, 3},       {9, 3},        {9, 2},          {7.5, 1},      {6, 1}, {4, 1}};

} // namespace

double Caption::height() const {
    return double(lines.size() + before.size() + remarkLines) * font * lineSpacing + 2 * margin;
}

QStringList Caption::wrapped(const QString& text, double width) const {
    return wrap(text, width, [this](const QString& part) { return drawing::textWidth(part, font); });
}

Caption fitCaption(const QString& text, const Snapshot* before, int remarkLines, QSizeF size) {
    Caption caption;
    caption.remarkLines = remarkLines;
    const QString textBefore = before ? QString::fromUtf8(before->text) : QString();
    for (const Type& type : types) {
        caption.font = type.font;
        if (before)
            caption.indent = type.font + std::max(drawing::textWidth(Words::tr("before"), type.font),
                                                  drawing::textWidth(Words::tr("after"), type.font));
        const double width = size.width() - 2 * margin - caption.indent;
        const auto fits = [&](const QString& part) { return caption.wrapped(part, width).size() <= type.lines; };
        const QString shown = excerpt(text, fits), shownBefore = excerpt(textBefore, fits);
        caption.isCut = shown != text || shownBefore != textBefore;
        caption.lines = caption.wrapped(shown, width);
        if (before) caption.before = caption.wrapped(shownBefore, width);
        if (caption.height() <= size.height() * 0.4 && !(caption.isCut && type.isForWhole)) break;
    }
    return caption;
}

void addCaption(const Caption& caption, const Palette& palette, QSizeF size, drawing::Drawing& drawing) {
    const double top = size.height() - caption.height();
    drawing.boxes.push_back({QRectF(margin, top, size.width() - 2 * margin, 1), palette.faint, 1, 0});
    const auto add = [&](const QString& text, QPointF at, const QColor& colour) {
        drawing.labels.push_back(drawing::words(text, at, colour, drawing::Anchor::Start, caption.font));
    };
    const double step = caption.font * lineSpacing;
    double y = top + margin * 0.8 + step / 2;
    QStringList remarks{caption.remarks};
    if (caption.remarkLines > 1) remarks = caption.wrapped(caption.remarks, size.width() - 2 * margin);
    if (remarks.size() > caption.remarkLines) // the last line holds what is left
        remarks = remarks.mid(0, caption.remarkLines - 1) + QStringList{remarks.mid(caption.remarkLines - 1).join(QString())};
    for (const QString& remark : remarks) {
        const double room = (size.width() - 2 * margin) / drawing::textWidth(remark, caption.font);
        drawing.labels.push_back(
            drawing::words(remark, {margin, y}, palette.muted, drawing::Anchor::Start, caption.font * std::min(1.0, room)));
        y += step;
    }
    y -= step;
    const auto addParagraph = [&](const QString& title, const QStringList& lines, int paragraph) {
        if (caption.indent > 0) add(title, {margin, y + step}, palette.muted);
        for (const QString& text : lines) {
            y += step;
            add(text, {margin + caption.indent, y}, palette.ink);
            drawing.labels.back().paragraph = paragraph;
        }
    };
    if (!caption.before.isEmpty()) addParagraph(Words::tr("before"), caption.before, 1);
    addParagraph(Words::tr("after"), caption.lines, 0);
}

} // namespace exporting
