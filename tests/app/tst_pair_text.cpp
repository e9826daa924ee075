#include "probe_fixture.h"
#include "snapshot_fixture.h"

#include "app/inspector/pair_text.h"

#include <QLocale>
#include <QTest>

class TestPairText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void numbersHaveFourDecimals();
    void factorsHaveSixDigits();
    void aMaskedWeightSaysSo();
    void theTooltipHasTheWholeChain();
    void textIsNoMarkup();
};

void TestPairText::numbersHaveFourDecimals() {
    QCOMPARE(pairtext::number(1.5), QStringLiteral("1.5000"));
    QCOMPARE(pairtext::number(-0.25), QStringLiteral("\u22120.2500"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(pairtext::number(0.5), QStringLiteral("0,5000"));
    QLocale::setDefault(QLocale::c());
}

void TestPairText::factorsHaveSixDigits() {
    QCOMPARE(pairtext::factor(0.17677669), QStringLiteral("0.176777"));
    QCOMPARE(pairtext::factor(-7616.174), QStringLiteral("\u22127616.17"));
    QCOMPARE(pairtext::number(-7616.174), QStringLiteral("\u22127616.1740")); // no marks between thousands
    QCOMPARE(pairtext::number(-0.00001), QStringLiteral("0.0000"));
}

void TestPairText::aMaskedWeightSaysSo() {
    mayfly::PairReading pair;
    QCOMPARE(pairtext::weight(pair), QStringLiteral("0.0000"));
    pair.masked = true;
    pair.key = 1;
    QVERIFY(pairtext::weight(pair).contains(QLatin1String("later")));
    pair.query = 9;
    QVERIFY(pairtext::weight(pair).contains(QLatin1String("window")));
}

void TestPairText::theTooltipHasTheWholeChain() {
    const SnapshotPtr snapshot = takeSnapshot(fixture::tiny(), "The cat");
    const mayfly::PairReading pair = mayfly::readPair(*snapshot->trace, {1, 0}, 1, 0);
    const QString text = pairtext::tooltip(*snapshot, pair);
    for (const QString& part :
         {QStringLiteral("cat \u2192 The"), QStringLiteral("1.0"), pairtext::number(pair.dot),
          pairtext::factor(pair.scale), pairtext::number(pair.scaled), pairtext::weight(pair)})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(!text.contains(QLatin1String("sink")));
    const auto probe = fixture::probeOf(2, 2, {{{{1, 0}, 0.8F}, mayfly::HeadLabel::Sink}});
    QVERIFY(pairtext::tooltip(*snapshot, pair, probe.get()).contains(QLatin1String("1.0 (sink)")));
}

void TestPairText::textIsNoMarkup() {
    const SnapshotPtr snapshot = takeSnapshot(fixture::tiny(), "<&");
    const QString text = pairtext::tooltip(*snapshot, mayfly::readPair(*snapshot->trace, {0, 0}, 1, 0));
    QVERIFY2(text.contains(QStringLiteral("&amp; \u2192 &lt;")), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestPairText)
#include "tst_pair_text.moc"
