#include "app/compare/change_words.h"
#include "app/compare/difference.h"
#include "tests/app/compare_fixture.h"

#include <QTest>

#include <cmath>

using compare::Difference;
using fixture::idsAfter;
using fixture::idsBefore;
using fixture::ofIds;
using matrix::Cells;
using matrix::Quantity;

namespace {

const mayfly::HeadIndex head = {1, 0};

Difference differenceOf(Quantity quantity = Quantity::Weight, bool hideFirst = false,
                        std::vector<mayfly::HeadIndex> heads = {head}) {
    return {ofIds(idsBefore), ofIds(idsAfter), {std::move(heads), quantity, false, hideFirst}};
}

std::vector<float> rowOf(const Difference& difference, int query) {
    std::vector<float> row(std::size_t(difference.size()));
    difference.readRow(query, row);
    return row;
}

double sumOf(const std::vector<float>& row) {
    double sum = 0;
    for (const float value : row) sum += Cells::isShown(value) ? double(value) : 0;
    return sum;
}

} // namespace

class TestDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aCellIsAfterMinusBefore() {
        const Difference difference = differenceOf();
        const mayfly::Trace& before = *difference.before().trace;
        const mayfly::Trace& after = *difference.after().trace;
        // Places: 5, +40, 6, 7, 8/41, 9
        QCOMPARE(difference.size(), 6);
        const std::vector<float> row = rowOf(difference, 5);
        QCOMPARE(row[0], after.weight(head, 5, 0) - before.weight(head, 4, 0));
        QCOMPARE(row[1], after.weight(head, 5, 1)); // a new token was given nothing before
        QCOMPARE(row[4], after.weight(head, 5, 4) - before.weight(head, 4, 3));
        for (int key = 0; key < 6; ++key) QCOMPARE(difference.at(5, key).difference, row[std::size_t(key)]);
        QCOMPARE(rowOf(difference, 2)[4], Cells::masked); // later in both texts
    }

    void whatAQueryGainsItLosesElsewhere() {
        const Difference difference = differenceOf(Quantity::Weight, false, {head, {0, 1}});
        for (const int query : {0, 2, 3, 4, 5}) QVERIFY(std::abs(sumOf(rowOf(difference, query))) < 1e-5);
        QVERIFY(std::abs(sumOf(rowOf(difference, 1)) - 1) < 1e-5); // a new query gains all of its own
        const Difference back(ofIds(idsAfter), ofIds(idsBefore), {{head}, Quantity::Weight, false, false});
        QVERIFY(std::abs(sumOf(rowOf(back, 1)) + 1) < 1e-5);
    }

    void whatComesBeforeAnEditIsTheSameToTheBit() {
        const Difference difference(ofIds({5, 6, 7, 8}), ofIds({5, 6, 7, 60, 61}), {{head}, Quantity::Weight, false, false});
        for (int query = 0; query < 3; ++query)
            for (int key = 0; key <= query; ++key) QCOMPARE(difference.at(query, key).difference, 0.0F);
    }

    void scoresAreComparedWhereBothTextsHaveThem() {
        const Difference difference = differenceOf(Quantity::Dot);
        QCOMPARE(difference.at(1, 0).difference, Cells::hidden); // a new query
        QCOMPARE(difference.at(5, 1).difference, Cells::hidden); // a new key
        QCOMPARE(difference.at(2, 5).difference, // masked ones too
                 difference.after().trace->dot(head, 2, 5) - difference.before().trace->dot(head, 1, 4));
    }

    void theFirstTokenCanBeLeftOut() {
        const Difference difference = differenceOf(Quantity::Weight, true);
        for (int query = 0; query < 6; ++query) QCOMPARE(rowOf(difference, query)[0], Cells::hidden);
        QCOMPARE(difference.at(5, 0).difference, Cells::hidden);
        QVERIFY(Cells::isShown(difference.at(5, 2).difference));
    }

    void tokensAreMarked() {
        const Difference difference = differenceOf();
        const std::vector<QString> labels = difference.labels();
        const Snapshot& after = difference.after();
        QCOMPARE(labels[0], after.labels[0]);
        QCOMPARE(labels[1], u'+' + after.labels[1]);
        QCOMPARE(labels[4], difference.before().labels[3] + u'/' + after.labels[4]);
        const Difference back(ofIds(idsAfter), ofIds(idsBefore), {{head}, Quantity::Weight, false, false});
        QCOMPARE(back.labels()[1], QChar(0x2212) + after.labels[1]);
        for (const char* part : {"new (+)", "another\u2019s place (/)"})
            QVERIFY2(difference.summary().contains(QString::fromUtf8(part)), qPrintable(difference.summary()));
        QVERIFY(!difference.summary().contains(QLatin1String("gone")));
        const Difference none(ofIds(idsBefore), ofIds(idsBefore), {{head}, Quantity::Weight, false, false});
        QCOMPARE(none.summary(), QStringLiteral("both texts are the same"));
    }

    void theNumbersShownSubtract() {
        const Difference difference = differenceOf(Quantity::Weight, false, {head, {0, 1}});
        for (int query = 0; query < 6; ++query)
            for (int key = 0; key < 6; ++key) {
                const QString line = compare::changeLine(difference, {query, key, -1});
                const auto numberAfter = [&](const QString& word) {
                    QString text = line.mid(line.indexOf(word) + word.size()).section(u',', 0, 0);
                    return text.replace(QChar(0x2212), u'-').toDouble(); // 0 for what is masked or not there
                };
                const double shown = numberAfter(QStringLiteral("after ")) - numberAfter(QStringLiteral("before "));
                QVERIFY2(std::abs(shown - numberAfter(QStringLiteral("difference "))) < 1e-9, qPrintable(line));
            }
    }

    void aTooltipNamesEveryHead() {
        const Difference difference = differenceOf(Quantity::Weight, false, {head, {0, 1}});
        const QString html = compare::changeTooltip(difference, {5, 1, -1}, nullptr);
        for (const char* part : {"head 1.0", "head 0.1", "mean", "before", "after", "difference"})
            QVERIFY2(html.contains(QLatin1String(part)), qPrintable(html));
        QVERIFY(html.contains(QStringLiteral("\u2013"))); // no number before
        QVERIFY(compare::changeTooltip(difference, {5, -1, -1}, nullptr).isEmpty());
        QVERIFY(compare::changeTooltip(difference, {5, 9, -1}, nullptr).isEmpty());
    }

    void emptyTextsHaveNoDifference() {
        const Difference difference(ofIds({}), ofIds({5, 6}), {{head}, Quantity::Weight, false, false});
        QCOMPARE(difference.size(), 2);
        QVERIFY(std::abs(sumOf(rowOf(difference, 1)) - 1) < 1e-5);
        QCOMPARE(Difference(ofIds({}), ofIds({}), {{head}, Quantity::Weight, false, false}).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
