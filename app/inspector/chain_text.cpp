#include "app/inspector/chain_text.h"

#include "engine/text/token_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace chaintext {

namespace {

constexpr int significantDigits = 9;

bool isUnseen(QChar c) {
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

QString escaped(QChar c) {
    switch (c.unicode()) {
    case u'"': return QStringLiteral("\\\"");
    case u'\\': return QStringLiteral("\\\\");
    case u'\n': return QStringLiteral("\\n");
    case u'\r': return QStringLiteral("\\r");
    case u'\t': return QStringLiteral("\\t");
    default: break;
    }
    return isUnseen(c) ? QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0')) : QString(c);
}

QByteArray token(const Snapshot& snapshot, int index) {
    return QByteArray::number(index) + ' ' + quotedToken(snapshot, index);
}

/// Gathers lines.
class Lines {
public:
    void add(const QByteArray& name, const QByteArray& value) { m_text += name + " = " + value + '\n'; }
    void add(const QByteArray& name, double value) { add(name, number(value)); }
    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

void addDot(const mayfly::Chain& chain, std::optional<int> most, Lines& lines) {
    const PrintedTerms printed = printedTerms(chain.pair, most);
    for (qsizetype i = 0; i < printed.terms.size(); ++i)
        lines.add("term[" + QByteArray::number(chain.pair.terms[std::size_t(i)].dimension) + ']', printed.terms[i]);
    lines.add("rest", printed.rest);
    lines.add("dot", chain.pair.dot);
    if (!chain.parts) return;
    lines.add("dot_content", chain.parts->content);
    lines.add("dot_query_bias", chain.parts->queryBias);
    lines.add("dot_key_bias", chain.parts->keyBias);
    lines.add("dot_both_biases", chain.parts->bothBiases);
    lines.add("cancelled_by_softmax", "dot_key_bias, dot_both_biases");
}

void addSoftmax(const Snapshot& snapshot, const mayfly::PairReading& pair, Lines& lines) {
    lines.add("scale", pair.scale);
    lines.add("scaled", pair.scaled);
    if (pair.capped) {
        lines.add("cap", double(snapshot.trace->rule(pair.head.layer).cap));
        lines.add("capped", *pair.capped);
    }
    if (pair.masked) lines.add("masked", "yes");
    lines.add("log_sum_exp", pair.logSumExp);
    lines.add("weight", pair.weight);
}

} // namespace

QByteArray number(double value) {
    if (std::isnan(value)) return "nan"; // the sign of one says nothing
    std::array<char, 32> digits;
    const auto written =
        std::to_chars(digits.begin(), digits.end(), value + 0.0, std::chars_format::general, significantDigits);
    return {digits.data(), written.ptr - digits.data()};
}

QByteArray quotedToken(const Snapshot& snapshot, int index) {
    const mayfly::TokenId id = snapshot.tokens[std::size_t(index)].id;
    QString text;
    for (const QChar c : QString::fromStdString(mayfly::tokenText(snapshot.model->tokenizer(), id))) text += escaped(c);
    return '"' + text.toUtf8() + '"';
}

PrintedTerms printedTerms(const mayfly::PairReading& pair, std::optional<int> terms) {
    const std::size_t count = std::min(pair.terms.size(), std::size_t(terms.value_or(int(pair.terms.size()))));
    PrintedTerms printed;
    double rest = number(pair.dot).toDouble();
    for (std::size_t i = 0; i < count; ++i) {
        printed.terms.append(number(pair.terms[i].product));
        rest -= printed.terms.back().toDouble();
    }
    printed.rest = count == pair.terms.size() ? QByteArray("0") : number(rest);
    return printed;
}

QByteArray plain(const Snapshot& snapshot, const mayfly::Chain& chain, std::optional<int> terms) {
    const mayfly::PairReading& pair = chain.pair;
    Lines lines;
    lines.add("query", token(snapshot, pair.query));
    lines.add("key", token(snapshot, pair.key));
    lines.add("head", QByteArray::fromStdString(mayfly::toString(pair.head)));
    if (snapshot.trace->kvHeads() < snapshot.trace->heads())
        lines.add("key_head", QByteArray::number(pair.keyHead));
    addDot(chain, terms, lines);
    addSoftmax(snapshot, pair, lines);
    lines.add("norm_q", pair.normQ);
    lines.add("norm_k", pair.normK);
    lines.add("cosine", pair.cosine);
    lines.add("reverse_dot", pair.reverseDot);
    if (chain.asymmetry) lines.add("asymmetry", *chain.asymmetry);
    lines.add("contribution", chain.contribution);
    return lines.text();
}

} // namespace chaintext
