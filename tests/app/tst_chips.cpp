#include "app/prompt/chips.h"

#include <QTest>

class TestChips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chipsFollowEachOtherOnLines();
    void aWideChipHasALineForItself();
    void noChipsTakeNoRoom();
};

void TestChips::chipsFollowEachOtherOnLines() {
    const ChipLayout layout = layoutChips({40, 30, 50, 20, 60}, 100, 20);
    QCOMPARE(layout.chips.size(), std::size_t(5));
    for (std::size_t i = 0; i < layout.chips.size(); ++i) {
        QVERIFY(layout.chips[i].left() >= 0 && layout.chips[i].right() <= 100);
        QCOMPARE(layout.at(layout.chips[i].center()), int(i));
        for (std::size_t j = 0; j < i; ++j) QVERIFY(!layout.chips[i].intersects(layout.chips[j]));
    }
    QCOMPARE(layout.chips[1].top(), 0.0);
    QCOMPARE(layout.chips[2].topLeft(), QPointF(0, 20));
    QCOMPARE(layout.chips[4].topLeft(), QPointF(0, 40));
    QCOMPARE(layout.height, 60.0);
    QCOMPARE(layout.at({99, 5}), -1);
}

void TestChips::aWideChipHasALineForItself() {
    const ChipLayout layout = layoutChips({10, 500, 10}, 100, 20);
    QCOMPARE(layout.chips[1].topLeft(), QPointF(0, 20));
    QCOMPARE(layout.chips[2].topLeft(), QPointF(0, 40));
    QCOMPARE(layoutChips({500}, 100, 20).height, 20.0);
}

void TestChips::noChipsTakeNoRoom() {
    QCOMPARE(layoutChips({}, 100, 20).height, 0.0);
    QCOMPARE(layoutChips({}, 100, 20).at({1, 1}), -1);
}

QTEST_APPLESS_MAIN(TestChips)
#include "tst_chips.moc"
