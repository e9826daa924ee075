#include "app/inspector/pair_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace pairtext {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Pair)
};

} // namespace

QString number(double value) {
    const QString digits = QLocale().toString(value, 'f', 4);
    return value < 0 ? QString(digits).replace(QLocale().negativeSign(), QStringLiteral("\u2212")) : digits;
}

QString weight(const mayfly::PairReading& pair) {
    return pair.masked ? Words::tr("0 (masked: it comes later)") : number(double(pair.weight));
}

QString title(const Snapshot& snapshot, int query, int key) {
    return QStringLiteral("%1 \u2192 %2")
        .arg(snapshot.labels[std::size_t(query)], snapshot.labels[std::size_t(key)]);
}

QString tooltip(const Snapshot& snapshot, const mayfly::PairReading& pair) {
    const auto row = [](const QString& name, const QString& value) {
        return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2</td></tr>").arg(name, value);
    };
    QString text = QStringLiteral("<b>%1</b><table cellspacing=0>")
                       .arg(title(snapshot, pair.query, pair.key).toHtmlEscaped());
    text += row(Words::tr("head"), QString::fromStdString(mayfly::toString(pair.head)));
    text += row(QStringLiteral("q\u00b7k"), number(double(pair.dot)));
    text += row(Words::tr("\u00d7 scale"), number(double(pair.scale)));
    text += row(Words::tr("= scaled"), number(double(pair.scaled)));
    text += row(Words::tr("softmax: weight"), weight(pair));
    return text + QStringLiteral("</table>");
}

} // namespace pairtext
