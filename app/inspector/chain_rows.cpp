#include "app/inspector/chain_rows.h"

#include "app/inspector/chain_text.h"
#include "app/inspector/pair_text.h"
#include "app/naming/root_scale.h"

#include <QCoreApplication>

#include <cmath>

namespace {

using Kind = ChainRow::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Chain)
};

ChainRow row(const QString& name, double value, const QString& explanation, Kind kind = Kind::Step) {
    return {name, pairtext::number(value), chaintext::number(value), explanation, kind};
}

ChainRow factorRow(const QString& name, double value, const QString& explanation) {
    return {name, pairtext::factor(value), chaintext::number(value), explanation, Kind::Step};
}

ChainRow scaleRow(const Snapshot& snapshot, const mayfly::PairReading& pair) {
    const int d = snapshot.trace->dHead();
    if (isRootScale(snapshot.trace->rule(pair.head.layer), d))
        return factorRow(QStringLiteral("\u00d7 1/\u221a%1").arg(d), pair.scale,
                         Words::tr("1 \u00f7 \u221a" "d, d being the width of a query"));
    return factorRow(Words::tr("\u00d7 scale"), pair.scale, Words::tr("The factor that this model puts on every q\u00b7k"));
}

void addVisible(const mayfly::PairReading& pair, std::vector<ChainRow>& rows) {
    rows.push_back(factorRow(QStringLiteral("exp"), std::exp(pair.score()), Words::tr("e to the power of what softmax sees")));
    rows.push_back(factorRow(QStringLiteral("\u00f7 \u03a3 exp"), std::exp(pair.logSumExp),
                             Words::tr("The sum of these over all keys that this query can see")));
    rows.push_back({Words::tr("= weight"), pairtext::factor(pair.weight), chaintext::number(pair.weight),
                    Words::tr("What softmax makes of it"), Kind::Result});
}

ChainRow asymmetryRow(std::optional<double> asymmetry) {
    const QString name = Words::tr("asymmetry");
    const QString explanation =
        Words::tr("Of the head: \u2016S \u2212 S\u1d40\u2016 \u00f7 \u2016S\u2016 over all q\u00b7k of the text; 0 if looking there "
                  "is as looking back, 1.4 if the two have nothing to do with each other");
    if (asymmetry) return row(name, *asymmetry, explanation);
    return {name, QStringLiteral("\u2026"), {}, explanation, Kind::Step};
}

} // namespace

std::vector<ChainRow> softmaxRows(const Snapshot& snapshot, const mayfly::Chain& chain) {
    const mayfly::PairReading& pair = chain.pair;
    std::vector<ChainRow> rows;
    rows.push_back(row(QStringLiteral("q\u00b7k"), pair.dot, Words::tr("The dot product of the query and the key"), Kind::Result));
    rows.push_back(scaleRow(snapshot, pair));
    rows.push_back(row(Words::tr("= scaled"), pair.scaled, Words::tr("What enters softmax"), Kind::Result));
    if (pair.capped)
        rows.push_back(row(Words::tr("capped"), *pair.capped,
                           Words::tr("c \u00b7 tanh(scaled \u00f7 c) with c = %1: this model keeps scores within bounds")
                               .arg(pairtext::factor(double(snapshot.trace->rule(pair.head.layer).cap))),
                           Kind::Result));
    rows.push_back({Words::tr("mask"), pairtext::mask(pair), {}, Words::tr("Whether this query can see this key"), Kind::Step});
    if (pair.masked)
        rows.push_back({Words::tr("= weight"), QStringLiteral("0"), "0", Words::tr("Softmax leaves masked keys out"), Kind::Result});
    else
        addVisible(pair, rows);
    return rows;
}

std::vector<ChainRow> geometryRows(const Snapshot& snapshot, const mayfly::Chain& chain, bool awaited) {
    const mayfly::PairReading& pair = chain.pair;
    std::vector<ChainRow> rows;
    rows.push_back(row(QStringLiteral("|q|"), pair.normQ, Words::tr("The length of the query")));
    rows.push_back(row(QStringLiteral("|k|"), pair.normK, Words::tr("The length of the key")));
    rows.push_back(factorRow(QStringLiteral("cos \u03b8"), pair.cosine,
                             Words::tr("Of the angle between them: |q| |k| cos \u03b8 = q\u00b7k")));
    rows.push_back(row(Words::tr("other way"), pair.reverseDot,
                       Words::tr("q\u00b7k with the two tokens in each other\u2019s place")));
    if (chain.asymmetry || awaited) rows.push_back(asymmetryRow(chain.asymmetry));
    rows.push_back(factorRow(Words::tr("what travels"), chain.contribution,
                             Words::tr("\u2016weight \u00b7 v W_O\u2016: the length of what this head carries along the edge")));
    if (snapshot.trace->kvHeads() < snapshot.trace->heads())
        rows.push_back({Words::tr("key head"), QString::number(pair.keyHead), QByteArray::number(pair.keyHead),
                        Words::tr("Several heads share the keys and values of this one"), Kind::Step});
    return rows;
}

std::vector<ChainRow> partRows(const mayfly::Chain& chain) {
    if (!chain.parts) return {};
    const QString cancels = Words::tr("The same for every key of this query, so softmax cancels it");
    return {row(QStringLiteral("x<sub>i</sub>W<sub>Q</sub> \u00b7 x<sub>j</sub>W<sub>K</sub>"), chain.parts->content, Words::tr("The two tokens, without biases")),
            row(QStringLiteral("b<sub>Q</sub> \u00b7 x<sub>j</sub>W<sub>K</sub>"), chain.parts->queryBias, Words::tr("What the key has for every query")),
            row(QStringLiteral("x<sub>i</sub>W<sub>Q</sub> \u00b7 b<sub>K</sub>"), chain.parts->keyBias, cancels, Kind::Cancelled),
            row(QStringLiteral("b<sub>Q</sub> \u00b7 b<sub>K</sub>"), chain.parts->bothBiases, cancels, Kind::Cancelled)};
}
