#include "app/steps/formula.h"

#include "app/drawing/font.h"
#include "app/naming/root_scale.h"
#include "app/naming/signed_number.h"

#include <QCoreApplication>

#include <algorithm>

namespace steps {

namespace {

constexpr double lineSpacing = 1.5;
constexpr double wordSpacing = 0.33;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

QString number(double value) {
    return fixedNumber(value, 4);
}

QString factor(double value) { return signedNumber(value, 'g', 6); }

/// A masked weight is 0 itself, and not a small one rounded.
QString weightText(const mayfly::PairReading& pair) {
    return pair.masked ? QStringLiteral("0") : number(pair.weight);
}

/// What both exponentials are divided by where they are more, or less, than a number holds: the row's largest.
double shiftOf(const mayfly::Trace& trace, const mayfly::PairReading& pair) {
    const double sum = std::exp(pair.logSumExp);
    if (std::isfinite(sum) && sum > 0) return 0;
    const mayfly::ScoreRule& rule = trace.rule(pair.head.layer);
    double peak = pair.score();
    for (int key = rule.first(pair.query); key < rule.visible(pair.query, trace.tokens()); ++key)
        peak = std::max(peak, double(rule.scaled(trace.dot(pair.head, pair.query, key))));
    return std::isfinite(peak) ? peak : 0;
}

bool hasMask(const mayfly::ScoreRule& rule) {
    return rule.causal || rule.window > 0;
}

QColor colourOf(Piece::Role role, const Palette& palette) {
    switch (role) {
    case Piece::Role::Query: return palette.query;
    case Piece::Role::Key: return palette.key;
    case Piece::Role::Number: return palette.ink;
    case Piece::Role::Operator: return palette.muted;
    }
    return palette.ink;
}

} // namespace

std::vector<Piece> formulaOf(const mayfly::Trace& trace, mayfly::HeadIndex head,
                             const std::optional<mayfly::PairReading>& pair) {
    const mayfly::ScoreRule& rule = trace.rule(head.layer);
    std::vector<Piece> pieces;
    const auto sign = [&](const QString& text) { pieces.push_back({text, pair ? text : QString(), Piece::Role::Operator}); };
    const auto value = [&](const QString& symbol, const auto& of) {
        pieces.push_back({symbol, pair ? of(*pair) : QString(), Piece::Role::Number});
    };
    value(Words::tr("weight"), [](const auto& read) { return weightText(read); });
    sign(QStringLiteral("= softmax ("));
    if (rule.cap > 0) sign(QStringLiteral("%1 tanh (").arg(factor(double(rule.cap))));
    value(QStringLiteral("q\u00b7k"), [](const auto& read) { return number(read.dot); });
    sign(isRootScale(rule, trace.dHead()) ? QStringLiteral("\u00f7") : QStringLiteral("\u00d7"));
    if (isRootScale(rule, trace.dHead()))
        value(QStringLiteral("\u221a%1").arg(trace.dHead()), [](const auto& read) { return factor(1 / read.scale); });
    else
        value(Words::tr("scale"), [](const auto& read) { return factor(read.scale); });
    if (rule.cap > 0) sign(QStringLiteral("\u00f7 %1 )").arg(factor(double(rule.cap))));
    if (hasMask(rule)) {
        sign(QStringLiteral("+"));
        value(Words::tr("mask"),
              [](const auto& read) { return read.masked ? QStringLiteral("(\u2212\u221e)") : QStringLiteral("0"); });
    }
    sign(QStringLiteral(")"));
    if (!pair || pair->masked) return pieces;
    const double shift = shiftOf(trace, *pair);
    sign(QStringLiteral("="));
    value(shift == 0 ? Words::tr("exp (score)") : Words::tr("exp (score \u2212 peak)"),
          [&](const auto& read) { return factor(std::exp(read.score() - shift)); });
    sign(QStringLiteral("\u00f7"));
    value(QStringLiteral("\u03a3 exp"), [&](const auto& read) { return factor(std::exp(read.logSumExp - shift)); });
    return pieces;
}

void addFormula(const std::vector<Piece>& pieces, QPointF at, double room, double font, const graph::Look& look,
                drawing::Drawing& drawing) {
    const auto widthOf = [&](const Piece& piece) {
        return std::max(drawing::textWidth(piece.symbol, font), drawing::textWidth(piece.number, font));
    };
    double all = 0;
    for (const Piece& piece : pieces) all += widthOf(piece) + font * wordSpacing;
    const double fit = std::min(1.0, room / all);
    double x = at.x();
    const auto add = [&](const QString& text, double middle, double y, const QColor& colour) {
        drawing::Label label;
        label.text = text;
        label.at = {middle, y};
        label.size = font * fit;
        label.colour = colour;
        if (!text.isEmpty()) drawing.labels.push_back(label);
    };
    for (const Piece& piece : pieces) {
        const double width = widthOf(piece) * fit;
        const QColor colour = colourOf(piece.role, look.palette);
        add(piece.symbol, x + width / 2, at.y(), colour);
        add(piece.number, x + width / 2, at.y() + font * lineSpacing, colour);
        x += width + font * wordSpacing * fit;
    }
}

std::array<QString, 4> stepNames(const mayfly::Trace& trace, mayfly::HeadIndex head) {
    const mayfly::ScoreRule& rule = trace.rule(head.layer);
    const QString scale = isRootScale(rule, trace.dHead()) ? QStringLiteral("\u00f7 \u221a%1").arg(trace.dHead())
                                                           : QStringLiteral("\u00d7 %1").arg(signedNumber(double(rule.scale), 'g', 4));
    QString mask = hasMask(rule) ? Words::tr("mask") : Words::tr("no mask");
    if (rule.cap > 0) mask = Words::tr("cap %1, %2").arg(factor(double(rule.cap)), mask);
    return {QStringLiteral("q\u00b7k"), scale, mask, QStringLiteral("softmax")};
}

std::array<QString, 4> stepNumbers(const mayfly::PairReading& pair) {
    return {number(pair.dot), number(pair.scaled), pair.masked ? QStringLiteral("\u2212\u221e") : number(pair.score()),
            weightText(pair)};
}

} // namespace steps
