#include "app/inspector/vector_strip.h"

#include <QTest>

#include <cmath>

class TestVectorStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDimensionHasAPlace_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("width");
        for (const int count : {1, 4, 64, 256, 768, 4096})
            for (const int width : {90, 236, 501})
                QTest::addRow("%d in %d", count, width) << count << width;
    }

    void everyDimensionHasAPlace() {
        QFETCH(int, count);
        QFETCH(int, width);
        VectorStrip strip;
        strip.resize(width, strip.height());
        strip.setVector(QStringLiteral("x"), std::vector<float>(std::size_t(count), 1.0F));
        strip.show();
        strip.resize(width, strip.height());
        std::vector<bool> seen(std::size_t(count), false);
        for (int y = 0; y < strip.height(); ++y)
            for (int x = 0; x < width; ++x)
                if (const int d = strip.dimensionAt({x, y}); d >= 0) seen[std::size_t(d)] = true;
        QVERIFY(std::find(seen.begin(), seen.end(), false) == seen.end());
        QCOMPARE(strip.dimensionAt({0, 0}), 0);
        QCOMPARE(strip.dimensionAt({-1, 0}), -1);
        QCOMPARE(strip.dimensionAt({0, strip.height()}), -1);
    }

    void signAndMagnitudeAreColours() {
        VectorStrip strip;
        strip.setColours(Qt::yellow, Qt::black, Qt::white);
        strip.resize(100, strip.height());
        strip.setVector(QStringLiteral("q"), {4, -4, 0, 1, NAN});
        QCOMPARE(strip.image().pixelColor(0, 0), QColor(Qt::yellow));
        QCOMPARE(strip.image().pixelColor(1, 0), QColor(Qt::black));
        QCOMPARE(strip.image().pixelColor(2, 0), QColor(Qt::white));
        QVERIFY(std::abs(strip.image().pixelColor(3, 0).blue() - 127) <= 1); // the root of a quarter
        QCOMPARE(strip.image().pixelColor(4, 0), QColor(Qt::white));
        strip.setColours(Qt::cyan, Qt::black, Qt::white);
        QCOMPARE(strip.image().pixelColor(0, 0), QColor(Qt::cyan));
    }

    void zerosAndNothing() {
        VectorStrip strip;
        strip.setColours(Qt::yellow, Qt::black, Qt::white);
        strip.setVector(QStringLiteral("q"), {0, 0});
        QCOMPARE(strip.image().pixelColor(0, 0), QColor(Qt::white));
        strip.setVector(QStringLiteral("q"), {});
        QCOMPARE(strip.dimensionAt({0, 0}), -1);
    }
};

QTEST_MAIN(TestVectorStrip)
#include "tst_vector_strip.moc"
