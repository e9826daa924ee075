#include "app/exporting/caption.h"

#include "app/drawing/font.h"
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

} // namespace

double Caption::height() const {
    return double(lines.size() + before.size() + remarkLines) * font * lineSpacing + 2 * margin;
}

QStringList Caption::wrapped(const QString& text, double width) const {
    return wrap(text, width, [this](const QString& part) { return drawing::textWidth(part, font); });
}

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
        add(remark, {margin, y}, palette.muted);
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
