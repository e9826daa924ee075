#include "engine/forward/kernels.h"
#include "engine/reading/head_scores.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace mayfly;

namespace {

constexpr int period = 7;
constexpr int repeats = 3;
constexpr int width = 32; ///< of a query: a dimension for each token

/// One head of one layer in which query i gives nearly all its weight to token `target(i)`.
Trace lookingAt(int tokens, const std::function<int(int)>& target, bool causal = true, int window = 0) {
    TraceLayout layout;
    layout.layers = layout.heads = layout.kvHeads = 1;
    layout.dModel = 1;
    layout.dHead = width;
    auto block = std::make_shared<TraceBlock>(layout.size(), tokens);
    std::fill_n(block->data(), layout.size(), 0.0F);
    for (int i = 0; i < tokens; ++i) {
        if (target(i) >= 0) block->data()[layout.query(0, 0) + std::size_t(i * width + target(i))] = 40;
        block->data()[layout.key(0, 0) + std::size_t(i * TraceLayout::rows + i)] = 1;
    }
    AttentionBlock attention;
    attention.rule = {.scale = 1.0F, .causal = causal, .window = window};
    return {chosenKernels(), layout, std::vector<TokenId>(std::size_t(tokens)), {attention}, {}, {block}, {}};
}

} // namespace

Q_DECLARE_METATYPE(mayfly::HeadScores)
Q_DECLARE_METATYPE(std::function<int(int)>)

class TestHeadScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneOffsetOneScore_data();
    void oneOffsetOneScore();
    void whatComesBeforeAndAfterIsNotCounted();
    void anEvenSpread();
    void anEvenSpreadOverAFewTokensIsNotLocal();
    void anEvenSpreadOverAWindowIsNotLocal();
    void tooShortIsZero();
    void labels_data();
    void labels();
    void everyLabelHasANameOfItsOwn();
};

void TestHeadScores::oneOffsetOneScore_data() {
    QTest::addColumn<std::function<int(int)>>("target");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<float>("distance");
    using Target = std::function<int(int)>;
    QTest::newRow("previous") << Target([](int i) { return i - 1; }) << QByteArray("previous") << 1.0F;
    QTest::newRow("induction") << Target([](int i) { return i + 1 - period; }) << QByteArray("induction") << 6.0F;
    QTest::newRow("duplicate") << Target([](int i) { return i - period; }) << QByteArray("duplicate") << 7.0F;
    QTest::newRow("current") << Target([](int i) { return i; }) << QByteArray("current") << 0.0F;
    QTest::newRow("sink") << Target([](int) { return 0; }) << QByteArray("sink") << 14.0F;
    QTest::newRow("local") << Target([](int i) { return i - 2; }) << QByteArray("local") << 2.0F;
    QTest::newRow("at another distance") << Target([](int i) { return i - 5; }) << QByteArray("broad") << 5.0F;
}

void TestHeadScores::oneOffsetOneScore() {
    QFETCH(std::function<int(int)>, target);
    QFETCH(QByteArray, name);
    QFETCH(float, distance);
    // One token stands before the repeats, so that no offset falls on the first but the sink's.
    const Trace trace = lookingAt(1 + period * repeats, [&](int i) { return std::max(0, target(i)); });
    const HeadScores scores = scoreHead(trace, {0, 0}, 1, period);
    QCOMPARE(QByteArray(nameOf(labelOf(scores)).data()), name);
    QCOMPARE(scores.meanDistance, name == "sink" ? 14.5F : distance);
    QVERIFY(scores.entropy < 1e-3F);
    int full = 0;
    for (const ScoreField& field : scoreFields)
        if (field.value != &HeadScores::meanDistance && scores.*field.value > 0.99F) ++full;
    const bool near = name == "previous" || name == "current"; // local as well
    QCOMPARE(full, name == "broad" ? 0 : near ? 2 : 1);
}

void TestHeadScores::whatComesBeforeAndAfterIsNotCounted() {
    // Bidirectional, with two tokens before and one after: those three look elsewhere.
    const int tokens = 2 + period * repeats + 1;
    const auto target = [&](int i) { return i < 2 || i == tokens - 1 ? 0 : i + 1; };
    const HeadScores scores = scoreHead(lookingAt(tokens, target, false), {0, 0}, 2, period, 1);
    QVERIFY(scores.next > 0.999F);
    QVERIFY(scores.first < 1e-3F);
    QCOMPARE(labelOf(scores), HeadLabel::Next);
}

void TestHeadScores::anEvenSpread() {
    const HeadScores scores = scoreHead(lookingAt(20, [](int) { return -1; }, false), {0, 0}, 0, 10);
    QVERIFY(std::abs(scores.entropy - std::log(20.0F)) < 1e-4F);
    QVERIFY(std::abs(scores.first - 0.05F) < 1e-6F);
    QVERIFY(std::abs(scores.local - scores.evenLocal) < 1e-6F);
    QCOMPARE(labelOf(scores), HeadLabel::Broad);
}

/// Of five tokens four are near: that an even spread falls on them says nothing of the head.
void TestHeadScores::anEvenSpreadOverAFewTokensIsNotLocal() {
    const HeadScores scores = scoreHead(lookingAt(6, [](int) { return -1; }), {0, 0}, 0, 3);
    QVERIFY(std::abs(scores.evenLocal - (1 + 4.0F / 5 + 4.0F / 6) / 3) < 1e-6F);
    QVERIFY(std::abs(scores.local - scores.evenLocal) < 1e-6F);
    QVERIFY(scores.local > majority);
    QCOMPARE(labelOf(scores), HeadLabel::Broad);
}

/// Nor are a window's few tokens.
void TestHeadScores::anEvenSpreadOverAWindowIsNotLocal() {
    const HeadScores scores = scoreHead(lookingAt(20, [](int) { return -1; }, true, 5), {0, 0}, 0, 10);
    QVERIFY(std::abs(scores.evenLocal - 0.8F) < 1e-6F);
    QVERIFY(std::abs(scores.local - scores.evenLocal) < 1e-6F);
    QCOMPARE(labelOf(scores), HeadLabel::Broad);
    // A window as wide as what is near.
    QCOMPARE(scoreHead(lookingAt(20, [](int) { return -1; }, true, 3), {0, 0}, 0, 10).evenLocal, 1.0F);
}

void TestHeadScores::tooShortIsZero() {
    QCOMPARE(scoreHead(lookingAt(5, [](int i) { return i; }), {0, 0}, 0, 5), HeadScores{});
}

void TestHeadScores::labels_data() {
    QTest::addColumn<HeadScores>("scores");
    QTest::addColumn<QByteArray>("label");
    const auto row = [](const char* name, HeadScores scores, const char* label) {
        QTest::newRow(name) << scores << QByteArray(label);
    };
    row("nothing", {}, "broad");
    row("at the threshold", {.induction = labelThreshold}, "induction");
    row("just below", {.induction = 0.399F}, "broad");
    row("the largest", {.previous = 0.41F, .duplicate = 0.42F}, "duplicate");
    row("a tie", {.previous = 0.45F, .induction = 0.45F}, "previous");
    row("more on the first", {.induction = 0.41F, .first = 0.55F}, "sink");
    row("less on the first", {.induction = 0.45F, .first = 0.44F}, "induction");
    row("half on the first", {.first = majority}, "sink");
    row("not quite", {.first = 0.49F}, "broad");
    row("near", {.previous = 0.3F, .current = 0.3F, .local = 0.7F}, "local");
    row("near, as an even spread is", {.local = 0.7F, .evenLocal = 0.4F}, "broad");
    row("a sink that is near too", {.first = 0.6F, .local = 0.6F}, "sink");
    row("not numbers", {.previous = std::numeric_limits<float>::quiet_NaN(),
                        .first = std::numeric_limits<float>::quiet_NaN(),
                        .local = std::numeric_limits<float>::quiet_NaN()}, "broad");
}

void TestHeadScores::labels() {
    QFETCH(HeadScores, scores);
    QFETCH(QByteArray, label);
    QCOMPARE(QByteArray(nameOf(labelOf(scores)).data()), label);
}

void TestHeadScores::everyLabelHasANameOfItsOwn() {
    for (int i = 0; i < headLabels; ++i)
        for (int j = 0; j < i; ++j) QVERIFY(nameOf(HeadLabel(i)) != nameOf(HeadLabel(j)));
}

QTEST_GUILESS_MAIN(TestHeadScores)
#include "tst_head_scores.moc"
