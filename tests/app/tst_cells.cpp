#include "app/matrix/cells.h"
#include "tests/app/matrix_fixture.h"

#include <QTest>

#include <cmath>

using matrix::Cells;
using matrix::Quantity;

namespace {

const mayfly::HeadIndex head = {1, 0};

} // namespace

class TestCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCellIsItsPair_data() {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<bool>("masks");
        QTest::newRow("weights") << int(Quantity::Weight) << false;
        QTest::newRow("dots") << int(Quantity::Dot) << false;
        QTest::newRow("dots that are seen") << int(Quantity::Dot) << true;
        QTest::newRow("scaled") << int(Quantity::Scaled) << false;
    }

    void aCellIsItsPair() {
        QFETCH(int, quantity);
        QFETCH(bool, masks);
        const SnapshotPtr snapshot = fixture::tokens(9);
        const mayfly::Trace& trace = *snapshot->trace;
        const matrix::Reading reading{{head}, Quantity(quantity), masks, false};
        const matrix::Read read = matrix::readCells(trace, reading, 128);
        QCOMPARE(read.cells.side, 9);
        QCOMPARE(read.cells.span, 1);
        for (int query = 0; query < 9; ++query)
            for (int key = 0; key < 9; ++key) {
                const bool hidden = key > query && (masks || reading.quantity == Quantity::Weight);
                const float dot = trace.dot(head, query, key);
                const float value = reading.quantity == Quantity::Weight ? trace.weight(head, query, key)
                                    : reading.quantity == Quantity::Dot  ? dot
                                                                         : dot * trace.rule(1).scale;
                const float cell = read.cells.at(query, key);
                QVERIFY(hidden ? cell == Cells::masked : std::abs(cell - value) < 1e-5F);
                QVERIFY(std::abs(matrix::valueOf(trace, reading, query, key) - cell) <= 1e-5F * std::abs(cell));
            }
    }

    void severalHeadsAreTheirMean() {
        const SnapshotPtr snapshot = fixture::tokens(4);
        const matrix::Read read = matrix::readCells(*snapshot->trace, {{{0, 0}, {1, 1}}}, 128);
        const float mean = (snapshot->trace->weight({0, 0}, 3, 1) + snapshot->trace->weight({1, 1}, 3, 1)) / 2;
        QVERIFY(std::abs(read.cells.at(3, 1) - mean) < 1e-6F);
        for (const double sum : read.sums) QVERIFY(std::abs(sum - 1) < 1e-5);
    }

    /// However few the cells, the value of largest magnitude of each row of tokens is in them, with its sign.
    void poolingLosesNoStrongValue_data() {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<int>("factor");
        for (const int factor : {1, 2, 5, 40})
            for (const Quantity quantity : matrix::quantities)
                QTest::addRow("%s by %d", matrix::nameOf(quantity), factor) << int(quantity) << factor;
    }

    void poolingLosesNoStrongValue() {
        QFETCH(int, quantity);
        QFETCH(int, factor);
        const SnapshotPtr snapshot = fixture::tokens(29);
        const matrix::Reading reading{{head}, Quantity(quantity), false, false};
        const Cells whole = matrix::readCells(*snapshot->trace, reading, 128).cells;
        const Cells pooled = matrix::pool(whole, factor);
        QCOMPARE(pooled.span, factor);
        QCOMPARE(pooled.side, (29 + factor - 1) / factor);
        QVERIFY(matrix::readCells(*snapshot->trace, reading, pooled.side).cells.values ==
                    pooled.values || factor == 40);
        for (int query = 0; query < pooled.side; ++query)
            for (int key = 0; key < pooled.side; ++key) {
                float strongest = Cells::masked;
                for (int i = query * factor; i < std::min(29, (query + 1) * factor); ++i)
                    for (int j = key * factor; j < std::min(29, (key + 1) * factor); ++j) {
                        const float value = whole.at(i, j);
                        if (Cells::isShown(value) &&
                            (!Cells::isShown(strongest) || std::abs(value) > std::abs(strongest)))
                            strongest = value;
                    }
                QCOMPARE(pooled.at(query, key), strongest);
            }
    }

    void whatIsNoNumberHidesNone() {
        Cells cells{1, 2, {NAN, 0.5F, NAN, -0.75F}};
        QCOMPARE(matrix::pool(cells, 2).at(0, 0), -0.75F);
        cells.values = {Cells::masked, Cells::hidden, NAN, Cells::masked};
        QVERIFY(std::isnan(matrix::pool(cells, 2).at(0, 0)));
        cells.values = {Cells::hidden, Cells::hidden, Cells::masked, Cells::hidden};
        QCOMPARE(matrix::pool(cells, 2).at(0, 0), Cells::masked);
    }

    void theFirstTokenIsHidden() {
        const SnapshotPtr snapshot = fixture::tokens(9);
        const matrix::Read whole = matrix::readCells(*snapshot->trace, {{head}}, 128);
        const matrix::Read read = matrix::readCells(*snapshot->trace, {{head}, Quantity::Weight, false, true}, 128);
        double first = 0;
        for (int query = 0; query < 9; ++query) {
            QCOMPARE(read.cells.at(query, 0), Cells::hidden);
            const double weight = double(whole.cells.at(query, 0));
            QVERIFY(std::abs(read.sums[std::size_t(query)] + weight - whole.sums[std::size_t(query)]) < 1e-6);
            first += weight / 9;
        }
        QVERIFY(std::abs(read.onFirst - first) < 1e-6);
        QCOMPARE(matrix::valueOf(*snapshot->trace, {{head}, Quantity::Weight, false, true}, 3, 0), Cells::hidden);
    }

    void nothingIsNoCells() {
        const matrix::Read read = matrix::readCells(*fixture::tokens(0)->trace, {{head}}, 128);
        QCOMPARE(read.cells.side, 0);
        QVERIFY(read.cells.values.empty());
    }
};

QTEST_APPLESS_MAIN(TestCells)
#include "tst_cells.moc"
