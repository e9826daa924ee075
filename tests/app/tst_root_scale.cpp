#include "app/naming/root_scale.h"

#include <QTest>

class TestRootScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRootIsTold_data();
    void theRootIsTold();
    void howeverItWasRounded();
};

void TestRootScale::theRootIsTold_data() {
    QTest::addColumn<float>("scale");
    QTest::addColumn<int>("dHead");
    QTest::addColumn<bool>("isRoot");
    QTest::newRow("1/√64") << 0.125F << 64 << true;
    QTest::newRow("of another width") << 0.125F << 32 << false;
    QTest::newRow("no scale") << 1.0F << 64 << false;
    QTest::newRow("no scale, width 1") << 1.0F << 1 << true;
    QTest::newRow("by the layer, too") << 0.125F / 3 << 64 << false;
    QTest::newRow("six digits of it, which show another") << 0.176777F << 32 << false;
    QTest::newRow("a hair off, as six digits show") << 0.1250005F << 64 << false;
    QTest::newRow("negative") << -0.125F << 64 << false;
}

void TestRootScale::theRootIsTold() {
    QFETCH(float, scale);
    QFETCH(int, dHead);
    QTEST(isRootScale({.scale = scale}, dHead), "isRoot");
}

void TestRootScale::howeverItWasRounded() {
    for (int d = 1; d <= 512; ++d) {
        QVERIFY(isRootScale({.scale = float(1 / std::sqrt(double(d)))}, d));
        QVERIFY(isRootScale({.scale = 1 / std::sqrt(float(d))}, d));
    }
}

QTEST_APPLESS_MAIN(TestRootScale)
#include "tst_root_scale.moc"
