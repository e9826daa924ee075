#include "app/matrix/colour_map.h"

#include <QTest>

#include <cmath>

class TestColourMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsGoFromTheirEnds_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("colour");
        QTest::newRow("0 on white") << 0 << false << QColor(0xfde725);
        QTest::newRow("1 on white") << matrix::colourLevels - 1 << false << QColor(0x440154);
        QTest::newRow("0 on black") << 0 << true << QColor(0x440154);
        QTest::newRow("1 on black") << matrix::colourLevels - 1 << true << QColor(0xfde725);
    }

    void weightsGoFromTheirEnds() {
        QFETCH(int, level);
        QFETCH(bool, dark);
        QTEST(matrix::weightColour(level, dark), "colour");
    }

    void levelsGoWithTheSquareRoot() {
        QCOMPARE(matrix::levelOf(0), 0);
        QCOMPARE(matrix::levelOf(1), matrix::colourLevels - 1);
        QCOMPARE(matrix::levelOf(0.25), matrix::colourLevels / 2);
        QCOMPARE(matrix::levelOf(1.0001), matrix::colourLevels - 1);
        QCOMPARE(matrix::levelOf(-1), 0);
        QCOMPARE(matrix::levelOf(NAN), 0);
    }

    void signedValuesDiverge_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("on white") << false;
        QTest::newRow("on black") << true;
    }

    void signedValuesDiverge() {
        QFETCH(bool, dark);
        const matrix::Scale scale = matrix::signedScale(8, dark);
        QVERIFY(scale.colourOf(-8).blue() > scale.colourOf(-8).red());
        QVERIFY(scale.colourOf(8).red() > scale.colourOf(8).blue());
        QCOMPARE(scale.colourOf(-20), scale.colourOf(-10));
        const QColor none = scale.colourOf(0);
        QVERIFY(std::abs(none.red() - none.blue()) < 12);
        QVERIFY(dark ? none.lightness() < 60 : none.lightness() > 230);
        QCOMPARE(scale.colourOf(NAN), none);
    }

    void byRootSmallOnesStayApartFromNone() {
        matrix::Scale scale = matrix::signedScale(1, false);
        const int plain = scale.level(0.02);
        scale.byRoot = true;
        QVERIFY(scale.level(0.02) > plain);
        QCOMPARE(scale.level(0), matrix::colourLevels / 2);
        QCOMPARE(scale.level(1), matrix::colourLevels);
        QCOMPARE(scale.level(-1), 0);
        QCOMPARE(scale.level(0.25) + scale.level(-0.25), matrix::colourLevels); // both signs alike
        QVERIFY(std::abs(scale.shareOf(0.25) - 0.75) < 1e-12);
    }

    void aScaleEndsAtARoundNumber_data() {
        QTest::addColumn<double>("largest");
        QTest::addColumn<double>("most");
        QTest::newRow("none") << 0.0 << 1.0;
        QTest::newRow("round") << 2.0 << 2.0;
        QTest::newRow("between") << 2.1 << 3.0;
        QTest::newRow("next power") << 71.0 << 100.0;
        QTest::newRow("small") << 0.012 << 0.015;
    }

    void aScaleEndsAtARoundNumber() {
        QFETCH(double, largest);
        QFETCH(double, most);
        QVERIFY(std::abs(matrix::signedScale(largest, false).most - most) < 1e-12);
    }

    /// A disc's area, not its width, is the value.
    void discsGrowByArea() {
        const matrix::Scale weights;
        QCOMPARE(weights.discOf(1), 1.0);
        QCOMPARE(weights.discOf(0.25), 0.5);
        const matrix::Scale scores = matrix::signedScale(2, false);
        QCOMPARE(scores.discOf(-0.5), 0.5);
        QCOMPARE(scores.discOf(9), 1.0);
        QCOMPARE(scores.discOf(NAN), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestColourMap)
#include "tst_colour_map.moc"
