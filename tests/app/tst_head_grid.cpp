#include "snapshot_fixture.h"

#include "app/heads/grid.h"
#include "app/heads/head_grid.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using mayfly::HeadIndex;

namespace {

std::vector<HeadIndex> headsOf(const QSignalSpy& spy) {
    std::vector<HeadIndex> heads;
    for (const QVariantList& call : spy) heads.push_back(qvariant_cast<HeadIndex>(call.front()));
    return heads;
}

using Heads = std::vector<HeadIndex>;

} // namespace

class TestHeadGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<HeadIndex>("mayfly::HeadIndex"); }
    void init();
    void cellsTileWithoutOverlap();
    void clicksChoose();
    void keysWalk();
    void pagesChangeTheLayer();
    void typingGoesThere();
    void chosenHeadsAreFramed();
    void thumbnailsFollowTheText();
    void manyHeadsScroll();
    void numbersStayInSight();
    void whatLiesBeneathTheNumbersIsNotHit();

private:
    QPoint cell(HeadIndex head) const;

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    std::unique_ptr<HeadGrid> m_grid;
    std::unique_ptr<QSignalSpy> m_chosen, m_toggled;
};

void TestHeadGrid::init() {
    m_grid = std::make_unique<HeadGrid>();
    m_grid->resize(400, 300);
    m_grid->setSnapshot(fixture::snapshotOf(m_model, 6));
    m_grid->setChosen({{1, 2}});
    m_grid->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
    m_chosen = std::make_unique<QSignalSpy>(m_grid.get(), &HeadGrid::headChosen);
    m_toggled = std::make_unique<QSignalSpy>(m_grid.get(), &HeadGrid::headToggled);
}

QPoint TestHeadGrid::cell(HeadIndex head) const {
    return layoutHeadGrid(4, 8, m_grid->viewport()->width()).cellOf(head).center().toPoint();
}

void TestHeadGrid::cellsTileWithoutOverlap() {
    for (const double width : {100.0, 268.0, 2000.0}) {
        const HeadGridGeometry grid = layoutHeadGrid(3, 5, width);
        for (int layer = 0; layer < 3; ++layer)
            for (int head = 0; head < 5; ++head) {
                QVERIFY(grid.at(grid.cellOf({layer, head}).center()) == (HeadIndex{layer, head}));
                QVERIFY(QRectF({0, 0}, grid.size()).contains(grid.cellOf({layer, head})));
                if (head > 0) QVERIFY(!grid.cellOf({layer, head}).intersects(grid.cellOf({layer, head - 1})));
            }
        QVERIFY(!grid.at({1, 1}));
        QVERIFY(!grid.at({grid.size().width() + 1, grid.size().height() + 1}));
    }
}

void TestHeadGrid::clicksChoose() {
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, cell({3, 6}));
    QCOMPARE(headsOf(*m_chosen), (Heads{{3, 6}}));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, cell({0, 1}));
    QCOMPARE(headsOf(*m_toggled), (Heads{{0, 1}}));
    QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, cell({2, 2}));
    QVERIFY(headsOf(*m_chosen).back() == (HeadIndex{2, 2}));
    m_chosen->clear();
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, {2, 2});
    QTest::mouseClick(m_grid->viewport(), Qt::RightButton, {}, cell({0, 0}));
    QCOMPARE(m_chosen->count(), 0);
}

void TestHeadGrid::keysWalk() {
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up})
        QTest::keyClick(m_grid.get(), key);
    QCOMPARE(headsOf(*m_chosen), (Heads{{1, 3}, {2, 3}, {2, 2}, {1, 2}}));
    m_chosen->clear();
    for (int i = 0; i < 12; ++i) QTest::keyClick(m_grid.get(), Qt::Key_Right); // stops at the last
    QVERIFY(headsOf(*m_chosen).back() == (HeadIndex{1, 7}));
    QCOMPARE(m_chosen->count(), 5);
    QTest::keyClick(m_grid.get(), Qt::Key_Return);
    QVERIFY(headsOf(*m_chosen).back() == (HeadIndex{1, 7}));
    QTest::keyClick(m_grid.get(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(headsOf(*m_toggled), (Heads{{1, 7}}));
}

void TestHeadGrid::pagesChangeTheLayer() {
    for (int i = 0; i < 5; ++i) QTest::keyClick(m_grid.get(), Qt::Key_PageDown); // there is no seventh layer
    QTest::keyClick(m_grid.get(), Qt::Key_PageUp);
    QCOMPARE(headsOf(*m_chosen), (Heads{{2, 2}, {3, 2}, {4, 2}, {5, 2}, {4, 2}}));
}

void TestHeadGrid::typingGoesThere() {
    QTest::keyClicks(m_grid.get(), QStringLiteral("3."));
    QCOMPARE(m_chosen->count(), 0);
    QTest::keyClicks(m_grid.get(), QStringLiteral("6"));
    QCOMPARE(headsOf(*m_chosen), (Heads{{3, 6}}));
    QTest::keyClicks(m_grid.get(), QStringLiteral("1.2")); // at once, without a pause
    QCOMPARE(headsOf(*m_chosen), (Heads{{3, 6}, {1, 2}}));
    HeadGrid other;
    other.setSnapshot(fixture::snapshotOf(m_model, 2));
    QSignalSpy chosen(&other, &HeadGrid::headChosen);
    QTest::keyClicks(&other, QStringLiteral("9.9"));
    QCOMPARE(chosen.count(), 0); // the model has no such head
}

void TestHeadGrid::chosenHeadsAreFramed() {
    const Palette palette = Palette::light();
    m_grid->setChosen({{1, 2}, {3, 0}});
    const QImage image = m_grid->viewport()->grab().toImage();
    const HeadGridGeometry grid = layoutHeadGrid(4, 8, m_grid->viewport()->width());
    const auto frame = [&](HeadIndex head) {
        const QRectF at = grid.cellOf(head);
        return image.pixelColor(QPointF(at.center().x(), at.top() + 0.5).toPoint());
    };
    QCOMPARE(frame({1, 2}), palette.heads[0]);
    QCOMPARE(frame({3, 0}), palette.heads[1]);
}

void TestHeadGrid::thumbnailsFollowTheText() {
    const QImage before = m_grid->viewport()->grab().toImage();
    m_grid->setSnapshot(takeSnapshot(m_model, "a cat and a hat"));
    const QImage after = m_grid->viewport()->grab().toImage();
    QVERIFY(after != before);
    m_grid->setColours(Palette::dark());
    QVERIFY(m_grid->viewport()->grab().toImage() != after);
    m_grid->setSnapshot(takeSnapshot(m_model, "")); // nothing to show, nothing to fail
    m_grid->viewport()->grab();
}

void TestHeadGrid::manyHeadsScroll() {
    m_grid->resize(150, 90);
    QTRY_VERIFY(m_grid->verticalScrollBar()->maximum() > 0);
    for (int i = 0; i < 3; ++i) QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QVERIFY(m_grid->verticalScrollBar()->value() > 0); // what is walked to is in sight
    m_grid->horizontalScrollBar()->setValue(m_grid->horizontalScrollBar()->maximum());
    for (int i = 0; i < 2; ++i) QTest::keyClick(m_grid.get(), Qt::Key_Left);
    QVERIFY(m_chosen->back().front().value<HeadIndex>() == (HeadIndex{4, 0})); // and not beneath the numbers
    QCOMPARE(m_grid->horizontalScrollBar()->value(), 0);
}

/// Those of the heads above and those of the layers beside what is scrolled, and nothing shows through them.
void TestHeadGrid::numbersStayInSight() {
    m_grid->resize(150, 110);
    QScrollBar* down = m_grid->verticalScrollBar();
    QScrollBar* across = m_grid->horizontalScrollBar();
    QTRY_VERIFY(down->maximum() > 0 && across->maximum() > 0);
    const HeadGridGeometry grid = layoutHeadGrid(4, 8, m_grid->viewport()->width());
    const int step = int(grid.cell + grid.gap), left = int(grid.left) - 2, top = int(grid.top) - 2;
    const QSize seen = m_grid->viewport()->size();
    const auto strips = [&](int moved) {
        const QImage image = m_grid->viewport()->grab().toImage();
        return std::pair(image.copy(left + step - moved, 0, seen.width() - left - step, top),
                         image.copy(0, top + step - moved, left, seen.height() - top - step));
    };
    const auto still = strips(0);
    const auto bare = [](const QImage& image) { return image == image.copy(0, 0, 1, 1).scaled(image.size()); };
    QVERIFY(!bare(still.first) && !bare(still.second));
    down->setValue(step);
    QCOMPARE(strips(0).first, still.first);
    QCOMPARE(strips(step).second, still.second);
    down->setValue(0);
    across->setValue(step);
    QCOMPARE(strips(step).first, still.first);
    QCOMPARE(strips(0).second, still.second);
}

void TestHeadGrid::whatLiesBeneathTheNumbersIsNotHit() {
    m_grid->resize(150, 110);
    QTRY_VERIFY(m_grid->verticalScrollBar()->maximum() > 0);
    const QPoint above(cell({0, 1}).x(), 10);
    m_grid->verticalScrollBar()->setValue(12); // a thumbnail lies there now
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, above);
    QCOMPARE(m_chosen->count(), 0);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, above + QPoint(0, 12));
    QCOMPARE(headsOf(*m_chosen), (Heads{{0, 1}}));
}

QTEST_MAIN(TestHeadGrid)
#include "tst_head_grid.moc"
