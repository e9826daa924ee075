#include "probe_fixture.h"

#include "app/naming/label_words.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using mayfly::HeadLabel;

class TestLabelWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void everyLabelHasItsOwn();
    void onlyAClaimIsInTheTitle_data();
    void onlyAClaimIsInTheTitle();
    void theTooltipTellsScoreAndProbe();
    void anUnknownHeadIsItsNumber();
};

void TestLabelWords::everyLabelHasItsOwn() {
    QSet<QString> words, marks;
    for (const HeadLabel label : headwords::labels) {
        words.insert(headwords::word(label));
        marks.insert(headwords::mark(label));
        QCOMPARE(headwords::mark(label).isEmpty(), label == HeadLabel::Broad);
        QVERIFY(headwords::mark(label).size() <= 1);
    }
    QCOMPARE(words.size(), mayfly::headLabels);
    QCOMPARE(marks.size(), mayfly::headLabels);
}

void TestLabelWords::onlyAClaimIsInTheTitle_data() {
    QTest::addColumn<int>("head");
    QTest::addColumn<QString>("title");
    QTest::newRow("named") << 1 << QStringLiteral("0.1 (induction)");
    QTest::newRow("broad") << 0 << QStringLiteral("0.0");
    QTest::newRow("not of this model") << 7 << QStringLiteral("0.7");
}

void TestLabelWords::onlyAClaimIsInTheTitle() {
    QFETCH(int, head);
    QFETCH(QString, title);
    const auto probe = fixture::probeOf(1, 2, {{{{0, 1}, 0.91F}, HeadLabel::Induction}});
    QCOMPARE(headwords::titled({0, head}, probe.get()), title);
}

void TestLabelWords::theTooltipTellsScoreAndProbe() {
    for (const HeadLabel label : headwords::labels) {
        if (label == HeadLabel::Broad) continue;
        const auto probe = fixture::probeOf(1, 2, {{{{0, 1}, 0.87F}, label}});
        const QString tip = headwords::tooltip({0, 1}, probe.get());
        QVERIFY2(tip.contains(QStringLiteral("0.1: ") + headwords::word(label)), qPrintable(tip));
        QVERIFY2(tip.count(QStringLiteral("0.87")) == 2, qPrintable(tip)); // in the claim and among the scores
        QVERIFY2(tip.contains(QStringLiteral("25 random tokens, said 3 times")), qPrintable(tip));
        QVERIFY(headwords::claim(*probe, {0, 1}).startsWith(QStringLiteral("0.87 ")));
    }
}

void TestLabelWords::anUnknownHeadIsItsNumber() {
    QCOMPARE(headwords::titled({3, 6}, nullptr), QStringLiteral("3.6"));
    QCOMPARE(headwords::tooltip({3, 6}, nullptr), QStringLiteral("<b>Head 3.6</b>"));
}

QTEST_GUILESS_MAIN(TestLabelWords)
#include "tst_label_words.moc"
