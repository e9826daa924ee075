#include "app/exporting/tex_text.h"
#include "app/inspector/chain_text.h"
#include "engine/text/token_text.h"

namespace chaintext {

namespace {

/// "1.25e-05" as TeX writes it.
QByteArray texNumber(QByteArray digits) {
    const qsizetype e = digits.indexOf('e');
    if (e < 0) return digits;
    const QByteArray exponent = QByteArray::number(digits.sliced(e + 1).toInt());
    return digits.first(e) + R"( \cdot 10^{)" + exponent + '}';
}

QByteArray texNumber(double value) { return texNumber(number(value)); }

QByteArray comment(const Snapshot& snapshot, const mayfly::PairReading& pair) {
    return "% query " + QByteArray::number(pair.query) + ' ' + quotedToken(snapshot, pair.query) + ", key " +
           QByteArray::number(pair.key) + ' ' + quotedToken(snapshot, pair.key) + ", head " +
           QByteArray::fromStdString(mayfly::toString(pair.head)) + '\n';
}

/// A token's text in a subscript.
QByteArray named(const char* letter, const Snapshot& snapshot, int token) {
    const QString text =
        QString::fromStdString(mayfly::tokenText(snapshot.model->tokenizer(), snapshot.tokens[std::size_t(token)].id));
    return QByteArray(letter) + R"(_{\text{)" + exporting::texText(text.trimmed()) + "}}";
}

QByteArray sumOfTerms(const mayfly::PairReading& pair, std::optional<int> most) {
    const PrintedTerms printed = printedTerms(pair, most);
    QByteArrayList all = printed.terms;
    if (std::size_t(all.size()) < pair.terms.size()) all.append(printed.rest);
    QByteArray sum;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool negative = all[i].startsWith('-');
        const char* sign = i == 0 ? "" : " + ";
        if (negative) sign = i == 0 ? "-" : " - ";
        // Six to a line, each with the dimension that it is of below it.
        if (i > 0 && i % 6 == 0) sum += " \\\\\n  &\\quad";
        const bool isTerm = i < printed.terms.size();
        const QByteArray below =
            isTerm ? QByteArray::number(pair.terms[std::size_t(i)].dimension) : QByteArray(R"(\text{rest})");
        sum += sign + (R"(\underset{)" + below + "}{" + texNumber(negative ? all[i].sliced(1) : all[i]) + '}');
    }
    return sum;
}

QByteArray weightLine(const mayfly::PairReading& pair) {
    if (pair.masked) return "  \\alpha &= 0 \\quad\\text{(masked)}";
    return R"(  \alpha &= \exp()" + texNumber(pair.score()) + " - " +
           (pair.logSumExp < 0 ? '(' + texNumber(pair.logSumExp) + ')' : texNumber(pair.logSumExp)) +
           ") = " + texNumber(pair.weight);
}

} // namespace

QByteArray latex(const Snapshot& snapshot, const mayfly::Chain& chain, std::optional<int> terms) {
    const mayfly::PairReading& pair = chain.pair;
    const QByteArray q = named("q", snapshot, pair.query);
    const QByteArray k = named("k", snapshot, pair.key);
    const QByteArray end = " \\\\\n";
    QByteArray text = comment(snapshot, pair) + "\\begin{align*}\n";
    text += "  " + q + R"( \cdot )" + k + " &= " + sumOfTerms(pair, terms) + end;
    text += "  &= " + texNumber(pair.dot) + end;
    text += "  &= |" + q + "|\\,|" + k + R"(| \cos\theta = )" + texNumber(pair.normQ) + R"( \cdot )" +
            texNumber(pair.normK) + R"( \cdot ()" + texNumber(pair.cosine) + ')' + end;
    text += "  s &= " + texNumber(pair.dot) + R"( \cdot )" + texNumber(pair.scale) + " = " + texNumber(pair.scaled) + end;
    if (pair.capped) {
        const QByteArray cap = texNumber(double(snapshot.trace->rule(pair.head.layer).cap));
        text += "  s' &= " + cap + R"( \tanh(s / )" + cap + ") = " + texNumber(*pair.capped) + end;
    }
    text += R"(  \log \Sigma &= )" + texNumber(pair.logSumExp) + end;
    text += weightLine(pair) + "\n\\end{align*}\n";
    return text;
}

} // namespace chaintext
