#include "app/inspector/term_bars.h"

#include <QTest>

class TestTermBars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRestIsOneBar();
    void withoutRestThereIsNone();
};

void TestTermBars::theRestIsOneBar() {
    const auto bars = termBars({{5, 4}, {0, -3}, {2, 2}, {1, -1}, {3, 0.5}}, 2);
    QCOMPARE(bars.size(), std::size_t(3));
    QCOMPARE(bars[0].dimension, 5);
    QCOMPARE(bars[0].value, 4.0);
    QCOMPARE(bars[1].value, -3.0);
    QCOMPARE(bars[2].dimension, -1);
    double sum = 0;
    for (const TermBar& bar : bars) sum += bar.value;
    QCOMPARE(sum, 2.5); // the dot
}

void TestTermBars::withoutRestThereIsNone() {
    QCOMPARE(termBars({{1, 1}, {0, 1}}, 2).size(), std::size_t(2));
    QVERIFY(termBars({}, 12).empty());
}

QTEST_APPLESS_MAIN(TestTermBars)
#include "tst_term_bars.moc"
