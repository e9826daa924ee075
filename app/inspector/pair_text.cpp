#include "app/inspector/pair_text.h"

#include "app/naming/label_words.h"
#include "app/naming/signed_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace pairtext {

namespace {

constexpr int decimals = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Pair)
};

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2</td></tr>").arg(name, value);
}

QString heading(const Snapshot& snapshot, const mayfly::PairReading& pair) {
    return QStringLiteral("<b>%1</b><table cellspacing=0>")
        .arg(title(snapshot, pair.query, pair.key).toHtmlEscaped());
}

} // namespace

QString number(double value) { return signedNumber(value, 'f', decimals); }

QString factor(double value) { return signedNumber(value, 'g', 6); }

double rounded(double value) { return QString::number(value, 'f', decimals).toDouble() + 0.0; }

QString mask(const mayfly::PairReading& pair) {
    if (!pair.masked) return Words::tr("visible");
    return pair.key > pair.query ? Words::tr("masked: it comes later") : Words::tr("masked: beyond the window");
}

QString weight(const mayfly::PairReading& pair) {
    return pair.masked ? QStringLiteral("0 (%1)").arg(mask(pair)) : number(pair.weight);
}

QString title(const Snapshot& snapshot, int query, int key) {
    return QStringLiteral("%1 \u2192 %2")
        .arg(snapshot.labels[std::size_t(query)], snapshot.labels[std::size_t(key)]);
}

QString tooltip(const Snapshot& snapshot, const mayfly::PairReading& pair, const mayfly::HeadProbe* probe) {
    QString text = heading(snapshot, pair);
    text += row(Words::tr("head"), headwords::titled(pair.head, probe).toHtmlEscaped());
    text += row(QStringLiteral("q\u00b7k"), number(pair.dot));
    text += row(Words::tr("\u00d7 scale"), factor(pair.scale));
    text += row(Words::tr("= scaled"), number(pair.scaled));
    text += row(Words::tr("softmax: weight"), weight(pair));
    return text + QStringLiteral("</table>");
}

QString meanTooltip(const Snapshot& snapshot, const std::vector<mayfly::PairReading>& pairs) {
    if (pairs.empty()) return {};
    QString text = heading(snapshot, pairs.front());
    double mean = 0;
    for (const mayfly::PairReading& pair : pairs) {
        mean += pair.weight / double(pairs.size());
        text += row(Words::tr("weight in %1").arg(QString::fromStdString(mayfly::toString(pair.head))), weight(pair));
    }
    return text + row(Words::tr("mean"), number(mean)) + QStringLiteral("</table>");
}

QString tooltip(const Snapshot& snapshot, const std::vector<mayfly::HeadIndex>& heads, const graph::Focus& edge,
                const mayfly::HeadProbe* probe) {
    const auto read = [&](mayfly::HeadIndex head) { return mayfly::readPair(*snapshot.trace, head, edge.query, edge.key); };
    if (edge.slot >= 0 && edge.slot < int(heads.size())) return tooltip(snapshot, read(heads[std::size_t(edge.slot)]), probe);
    std::vector<mayfly::PairReading> pairs;
    std::transform(heads.begin(), heads.end(), std::back_inserter(pairs), read);
    return meanTooltip(snapshot, pairs);
}

} // namespace pairtext
