#include "app/naming/label_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace headwords {

namespace {

using mayfly::HeadLabel;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HeadLabel)
};

QString claimOf(HeadLabel label) {
    switch (label) {
    case HeadLabel::Previous: return Words::tr("%1 of its attention goes to the token before");
    case HeadLabel::Induction: return Words::tr("%1 of its attention goes to what followed the same token last time");
    case HeadLabel::Duplicate: return Words::tr("%1 of its attention goes to where the same token stood last time");
    case HeadLabel::Current: return Words::tr("%1 of its attention stays with the token itself");
    case HeadLabel::Next: return Words::tr("%1 of its attention goes to the token after");
    case HeadLabel::Sink: return Words::tr("%1 of its attention rests on the first token");
    case HeadLabel::Local: return Words::tr("%1 of its attention goes to the four nearest tokens");
    case HeadLabel::Broad: break;
    }
    return Words::tr("no place gets enough of its attention for a name; %1 goes to the four nearest tokens");
}

QString row(const QString& name, double value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2</td></tr>").arg(name.toHtmlEscaped(), score(value));
}

QString scoreTable(const mayfly::HeadScores& scores) {
    QString table = QStringLiteral("<table cellspacing=0>");
    for (const HeadLabel label : labels)
        if (label != HeadLabel::Broad) table += row(word(label), double(scores.*mayfly::scoreOf(label)));
    table += row(Words::tr("mean distance, tokens"), double(scores.meanDistance));
    table += row(Words::tr("entropy, nats"), double(scores.entropy));
    return table + QStringLiteral("</table>");
}

QString paragraph(const QString& text) { return QStringLiteral("<div>%1</div>").arg(text.toHtmlEscaped()); }

} // namespace

QString word(HeadLabel label) {
    switch (label) {
    case HeadLabel::Previous: return Words::tr("previous token");
    case HeadLabel::Induction: return Words::tr("induction");
    case HeadLabel::Duplicate: return Words::tr("duplicate token");
    case HeadLabel::Current: return Words::tr("current token");
    case HeadLabel::Next: return Words::tr("next token");
    case HeadLabel::Sink: return Words::tr("sink");
    case HeadLabel::Local: return Words::tr("local");
    case HeadLabel::Broad: break;
    }
    return Words::tr("broad");
}

QString mark(HeadLabel label) {
    switch (label) {
    case HeadLabel::Previous: return Words::tr("P", "mark of a previous-token head");
    case HeadLabel::Induction: return Words::tr("I", "mark of an induction head");
    case HeadLabel::Duplicate: return Words::tr("D", "mark of a duplicate-token head");
    case HeadLabel::Current: return Words::tr("C", "mark of a current-token head");
    case HeadLabel::Next: return Words::tr("N", "mark of a next-token head");
    case HeadLabel::Sink: return Words::tr("S", "mark of a sink");
    case HeadLabel::Local: return Words::tr("L", "mark of a local head");
    case HeadLabel::Broad: break;
    }
    return {};
}

QString titled(mayfly::HeadIndex head, const mayfly::HeadProbe* probe) {
    const QString name = QString::fromStdString(mayfly::toString(head));
    if (probe == nullptr || !probe->has(head) || probe->label(head) == HeadLabel::Broad) return name;
    return QStringLiteral("%1 (%2)").arg(name, word(probe->label(head)));
}

QString claim(const mayfly::HeadProbe& probe, mayfly::HeadIndex head) {
    const HeadLabel label = probe.label(head);
    return claimOf(label).arg(score(double(probe.of(head).*mayfly::scoreOf(label))));
}

QString method(const mayfly::HeadProbe& probe) {
    return Words::tr("Probed with %1 random tokens, said %2 times over; mean of %3 such sequences.")
        .arg(QString::number(probe.period), QString::number(probe.repeats), QString::number(probe.seeds));
}

QString tooltip(mayfly::HeadIndex head, const mayfly::HeadProbe* probe) {
    const QString name = Words::tr("Head %1").arg(QString::fromStdString(mayfly::toString(head)));
    if (probe == nullptr || !probe->has(head)) return QStringLiteral("<b>%1</b>").arg(name);
    return QStringLiteral("<b>%1: %2</b>").arg(name, word(probe->label(head)).toHtmlEscaped()) +
           paragraph(claim(*probe, head)) + scoreTable(probe->of(head)) + paragraph(method(*probe));
}

QString score(double value) { return QLocale().toString(value, 'f', 2); }

} // namespace headwords
