#include "app/compare/change_words.h"

#include "app/inspector/pair_text.h"
#include "app/naming/label_words.h"

#include <QCoreApplication>

namespace compare {

namespace {

using matrix::Cells;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

QString plain(float value) {
    if (value == Cells::masked) return Words::tr("masked");
    if (value == Cells::hidden) return QStringLiteral("\u2013");
    return pairtext::number(double(value));
}

/// The numbers shown subtract: the difference is that of the rounded ones.
QString differenceOf(const Change& change) {
    if (!Cells::isShown(change.difference)) return plain(change.difference);
    const auto shown = [](float value) { return Cells::isShown(value) ? pairtext::rounded(double(value)) : 0.0; };
    return signedNumber(float(shown(change.after) - shown(change.before)));
}

QString titleOf(const Difference& difference, const graph::Focus& places) {
    return QStringLiteral("%1 \u2192 %2").arg(difference.label(places.query), difference.label(places.key));
}

bool isPair(const Difference& difference, const graph::Focus& places) {
    return places.isEdge() && std::max(places.query, places.key) < difference.size();
}

QString row(const QStringList& cells) {
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i)
        text += QStringLiteral("<td align=%1>%2&nbsp;&nbsp;</td>").arg(i == 0 ? QStringLiteral("left") : QStringLiteral("right"), cells[i]);
    return QStringLiteral("<tr>%1</tr>").arg(text);
}

} // namespace

QString signedNumber(float value) {
    const QString text = pairtext::number(double(value));
    return pairtext::rounded(double(value)) > 0 ? u'+' + text : text;
}

QString changeLine(const Difference& difference, const graph::Focus& places) {
    if (!isPair(difference, places)) return {};
    const Change change = difference.at(places.query, places.key);
    return Words::tr("%1:  before %2, after %3, difference %4")
        .arg(titleOf(difference, places), plain(change.before), plain(change.after), differenceOf(change));
}

QString changeTooltip(const Difference& difference, const graph::Focus& places, const mayfly::HeadProbe* probe) {
    if (!isPair(difference, places)) return {};
    QString text = QStringLiteral("<b>%1</b><table cellspacing=0>").arg(titleOf(difference, places).toHtmlEscaped());
    text += row({QString(), Words::tr("before"), Words::tr("after"), Words::tr("difference")});
    const auto add = [&](const QString& name, const Change& change) {
        text += row({name.toHtmlEscaped(), plain(change.before), plain(change.after), differenceOf(change)});
    };
    const auto& heads = difference.reading().heads;
    for (const mayfly::HeadIndex head : heads)
        add(Words::tr("head %1").arg(headwords::titled(head, probe)), difference.at(places.query, places.key, head));
    if (heads.size() > 1) add(Words::tr("mean"), difference.at(places.query, places.key));
    return text + QStringLiteral("</table>");
}

} // namespace compare
