#include "app/inspector/term_bars.h"

#include <QLocale>
#include <QTest>

#include <cmath>

namespace {

mayfly::PairReading pairOf(std::vector<mayfly::Term> terms) {
    mayfly::PairReading pair;
    for (const mayfly::Term& term : terms) pair.dot += term.product;
    pair.terms = std::move(terms);
    return pair;
}

std::vector<int> dimensions(const std::vector<TermBar>& bars) {
    std::vector<int> all;
    for (const TermBar& bar : bars) all.push_back(bar.dimension);
    return all;
}

} // namespace

class TestTermBars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theRestIsOneBar() {
        const auto bars = termBars(pairOf({{5, 4}, {0, -3}, {2, 2}, {1, -1}, {3, 0.5}}), 2);
        QCOMPARE(dimensions(bars), (std::vector<int>{5, 0, -1}));
        QCOMPARE(bars[0].value, 4.0);
        QCOMPARE(bars[1].value, -3.0);
        double sum = 0;
        for (const TermBar& bar : bars) sum += bar.value;
        QCOMPARE(sum, 2.5); // the dot
    }

    void withoutRestThereIsNone() {
        QCOMPARE(termBars(pairOf({{1, 1}, {0, 1}}), 2).size(), std::size_t(2));
        QVERIFY(termBars({}, 12).empty());
    }

    void inOrderTheRestIsLast() {
        const auto bars = termBars(pairOf({{5, 4}, {0, -3}, {2, 2}, {1, -1}}), 3, TermOrder::Dimension);
        QCOMPARE(dimensions(bars), (std::vector<int>{0, 2, 5, -1}));
    }

    void writtenNumbersAddUp() {
        std::vector<mayfly::Term> terms;
        for (int d = 0; d < 40; ++d) terms.push_back({d, 7.0 / (d + 3)});
        const mayfly::PairReading pair = pairOf(terms);
        double sum = 0;
        for (const TermBar& bar : termBars(pair, 12)) {
            QCOMPARE(bar.shown.size() - bar.shown.indexOf(u'.'), 5);
            sum += bar.shown.toDouble();
        }
        QVERIFY(std::abs(sum - QString::number(pair.dot, 'f', 4).toDouble()) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestTermBars)
#include "tst_term_bars.moc"
