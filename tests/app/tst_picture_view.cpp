#include "app/view/picture_view.h"
#include "app/matrix/matrix_scene.h"
#include "tests/app/matrix_fixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using graph::Focus;
using view::PictureView;

namespace {

Focus lastOf(const QSignalSpy& spy) {
    return spy.isEmpty() ? Focus{} : qvariant_cast<Focus>(spy.back().front());
}

void wheel(QWidget& widget, QPointF at, int delta) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TestPictureView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Focus>("graph::Focus"); }
    void init();
    void aPictureComesFromAnotherThread_data();
    void aPictureComesFromAnotherThread();
    void hoveringChangesTheMarksAlone();
    void hoveringTellsThePair();
    void aClickActivates();
    void thePinShowsWhereNothingIsPointedAt();
    void theWheelZoomsAndDraggingPans();
    void theOldPictureStandsInUntilTheNewOneIsThere_data();
    void theOldPictureStandsInUntilTheNewOneIsThere();
    void eachViewKeepsItsZoom();
    void arrowsWalkAndEnterPins();
    void whatIsWalkedToComesIntoSight();
    void aHiddenViewAsksForNothing();
    void aShorterTextDropsTheHover();
    void itTakesAnotherSizeAndPalette();
    void theGraphIsDrawnWhereItIsCompared();
    void aPaneThatIsPointedAtTellsItsText();

private:
    QPoint cell(int query, int key) const;
    bool settle(const Focus& focus = {});

    Document m_document;
    std::unique_ptr<PictureView> m_view;
};

void TestPictureView::init() {
    m_view = std::make_unique<PictureView>();
    m_view->resize(900, 560);
    m_document = {};
    m_document.view = view::Kind::Matrix;
    m_document.heads = {{1, 0}};
    m_view->setDocument(m_document);
    m_view->setSnapshot(fixture::tokens(8));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QVERIFY(settle());
}

/// Until the picture on the screen is that of the present place, size and focus.
bool TestPictureView::settle(const Focus& focus) {
    return QTest::qWaitFor([&] {
        const view::PicturePtr& picture = m_view->picture();
        return picture && picture->subject.area == QSizeF(m_view->size()) &&
               picture->look.viewport == m_view->viewport() && picture->look.focus == focus;
    });
}

QPoint TestPictureView::cell(int query, int key) const {
    return m_view->picture()->scene->placeOf({query, key, 0}, m_view->viewport()).center().toPoint();
}

void TestPictureView::aPictureComesFromAnotherThread_data() {
    QTest::addColumn<int>("kind");
    for (const view::Kind kind : view::kinds)
        if (kind != view::Kind::Graph) QTest::newRow(view::nameOf(kind)) << int(kind);
}

void TestPictureView::aPictureComesFromAnotherThread() {
    QFETCH(int, kind);
    m_document.view = view::Kind(kind);
    m_view->setDocument(m_document);
    QTRY_COMPARE(m_view->picture()->subject.kind, view::Kind(kind));
    QCOMPARE(m_view->picture()->image.deviceIndependentSize(), QSizeF(m_view->size()));
    const QImage image = m_view->grab().toImage();
    QCOMPARE(image.pixelColor(2, 2), Palette::light().paper);
    QVERIFY(image.pixelColor(cell(5, 2)) != Palette::light().paper);
}

void TestPictureView::hoveringChangesTheMarksAlone() {
    const view::ScenePtr scene = m_view->picture()->scene;
    const QImage before = m_view->picture()->image;
    m_view->setHover({5, 2, 0});
    QVERIFY(settle({5, 2, 0}));
    QCOMPARE(m_view->picture()->scene, scene);
    QVERIFY(m_view->picture()->image != before);
    m_view->setHover({});
    QVERIFY(settle());
    QCOMPARE(m_view->picture()->image, before);
    m_view->setHover({5, -1, -1});
    QVERIFY(settle({5, -1, -1}));
    QVERIFY(!m_view->picture()->readings.empty() && m_view->picture()->readings.front().begin == 5);
}

void TestPictureView::hoveringTellsThePair() {
    QSignalSpy hovered(m_view.get(), &PictureView::hovered);
    QTest::mouseMove(m_view.get(), cell(5, 2));
    QTRY_COMPARE(lastOf(hovered), (Focus{5, 2, 0}));
    QCOMPARE(m_view->hover(), (Focus{5, 2, 0}));
    QTest::mouseMove(m_view.get(), {3, 3});
    QTRY_VERIFY(m_view->hover().isNone());
    QCOMPARE(hovered.count(), 2);
}

void TestPictureView::aClickActivates() {
    QSignalSpy activated(m_view.get(), &PictureView::activated);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, cell(4, 1));
    QCOMPARE(lastOf(activated), (Focus{4, 1, 0}));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {3, 3});
    QCOMPARE(activated.count(), 2);
    QVERIFY(lastOf(activated).isNone());
    QTest::mouseClick(m_view.get(), Qt::RightButton, {}, cell(4, 1));
    QCOMPARE(activated.count(), 2);
    QSignalSpy joined(m_view.get(), &PictureView::joined);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, cell(4, 1));
    QCOMPARE(lastOf(joined), (Focus{4, 1, 0}));
    QCOMPARE(activated.count(), 2);
}

void TestPictureView::thePinShowsWhereNothingIsPointedAt() {
    m_view->setPinned({3, 1, 0});
    QVERIFY(settle({3, 1, 0}));
    m_view->setHover({5, 2, 0});
    QVERIFY(settle({5, 2, 0}));
    m_view->setHover({});
    QVERIFY(settle({3, 1, 0}));
}

void TestPictureView::theWheelZoomsAndDraggingPans() {
    QSignalSpy activated(m_view.get(), &PictureView::activated);
    const QPointF at = cell(4, 2);
    const QPointF under = m_view->viewport().unmap(at);
    wheel(*m_view, at, 240);
    QVERIFY(std::abs(m_view->viewport().zoom - 1.44) < 1e-9);
    QVERIFY((m_view->viewport().unmap(at) - under).manhattanLength() < 1e-9);
    m_view->fit();
    QVERIFY(settle());
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at.toPoint());
    QTest::mouseMove(m_view.get(), at.toPoint() + QPoint(60, 40));
    QTRY_COMPARE(m_view->viewport().pan, QPointF(60, 40));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at.toPoint() + QPoint(60, 40));
    QCOMPARE(activated.count(), 0);
    m_view->fit();
    QVERIFY(m_view->viewport() == graph::Viewport{});
}

void TestPictureView::theOldPictureStandsInUntilTheNewOneIsThere_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("step"); // which of the linked matrices
    QTest::newRow("matrix") << int(view::Kind::Matrix) << 0;
    QTest::newRow("first of the steps") << int(view::Kind::Steps) << 0;
    QTest::newRow("last of the steps") << int(view::Kind::Steps) << 3;
}

void TestPictureView::theOldPictureStandsInUntilTheNewOneIsThere() {
    QFETCH(int, kind);
    QFETCH(int, step);
    m_document.view = view::Kind(kind);
    m_view->setDocument(m_document);
    QTRY_VERIFY(m_view->picture()->subject.kind == m_document.view && settle());
    const QPointF offset = m_view->picture()->scene->panes().at(std::size_t(step)).offset;
    const auto colour = [&](int query, int key) {
        const QRectF cell = m_view->picture()->scene->placeOf({query, key, 0}, m_view->viewport());
        return m_view->grab().toImage().pixelColor((cell.center() + offset + QPointF(0, cell.height() / 4)).toPoint());
    };
    const QColor one = colour(4, 3), other = colour(5, 3);
    QVERIFY(one != other);
    const view::PicturePtr before = m_view->picture();
    wheel(*m_view, cell(4, 3) + QPointF(0, 1), 240);
    QCOMPARE(m_view->picture(), before); // the next one waits for the event loop
    QCOMPARE(colour(4, 3), one);
    QCOMPARE(colour(5, 3), other);
    QVERIFY(settle());
    QCOMPARE(colour(4, 3), one);
    QCOMPARE(colour(5, 3), other);
}

void TestPictureView::eachViewKeepsItsZoom() {
    m_view->zoomIn();
    const graph::Viewport zoomed = m_view->viewport();
    m_document.view = view::Kind::Steps;
    m_view->setDocument(m_document);
    QVERIFY(m_view->viewport() == graph::Viewport{});
    m_document.view = view::Kind::Matrix;
    m_view->setDocument(m_document);
    QVERIFY(m_view->viewport() == zoomed);
}

void TestPictureView::arrowsWalkAndEnterPins() {
    QSignalSpy activated(m_view.get(), &PictureView::activated);
    m_view->setPinned({3, 1, 0});
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->hover(), (Focus{3, 2, 0}));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->hover(), (Focus{4, 2, 0}));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(lastOf(activated), (Focus{4, 2, 0}));
    m_document.matrix.transpose = true;
    m_view->setDocument(m_document);
    QTRY_VERIFY(m_view->picture()->subject.matrix.transpose);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->hover(), (Focus{4, 3, 0}));
}

void TestPictureView::whatIsWalkedToComesIntoSight() {
    for (int i = 0; i < 8; ++i) m_view->zoomIn();
    QVERIFY(settle());
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(m_view.get(), i < 4 ? Qt::Key_Down : Qt::Key_Right);
        const QRectF place = m_view->picture()->scene->placeOf(m_view->hover(), m_view->viewport());
        QVERIFY(m_view->picture()->scene->pane().adjusted(-1, -1, 1, 1).contains(place.center()));
    }
    QVERIFY(m_view->hover().isEdge());
}

void TestPictureView::aHiddenViewAsksForNothing() {
    const view::PicturePtr before = m_view->picture();
    m_view->hide();
    QSignalSpy shown(m_view.get(), &PictureView::pictureShown);
    m_view->setHover({5, 2, 0});
    QTest::qWait(100);
    QCOMPARE(shown.count(), 0);
    m_view->show();
    QVERIFY(settle({5, 2, 0}));
}

void TestPictureView::aShorterTextDropsTheHover() {
    m_view->setHover({7, 6, 0});
    m_view->setSnapshot(fixture::tokens(3));
    QVERIFY(m_view->hover().isNone());
    QVERIFY(settle());
    m_view->setSnapshot(fixture::tokens(0));
    QTRY_COMPARE(m_view->picture()->subject.snapshot->size(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->hover().isNone());
}

void TestPictureView::itTakesAnotherSizeAndPalette() {
    m_view->resize(500, 400);
    QVERIFY(settle());
    m_view->setColours(Palette::dark());
    QTRY_COMPARE(m_view->grab().toImage().pixelColor(2, 2), Palette::dark().paper);
}

void TestPictureView::theGraphIsDrawnWhereItIsCompared() {
    m_document.view = view::Kind::Graph;
    m_document.heads = {{1, 0}, {0, 1}};
    m_document.compare = compare::Mode::Heads;
    m_view->setDocument(m_document);
    QTRY_COMPARE(m_view->picture()->subject.kind, view::Kind::Graph);
    QCOMPARE(m_view->picture()->subject.compare, compare::Mode::Heads);
    m_document.layout = graph::Layout::Columns;
    m_view->setDocument(m_document);
    QTRY_COMPARE(m_view->picture()->subject.layout, graph::Layout::Columns);
}

void TestPictureView::aPaneThatIsPointedAtTellsItsText() {
    QSignalSpy hovered(m_view.get(), &PictureView::hovered);
    m_document.compare = compare::Mode::BeforeAfter;
    m_document.kept = fixture::tokens(5);
    m_view->setDocument(m_document);
    QTRY_VERIFY(m_view->picture()->subject.before);
    const QPoint inFirst = m_view->picture()->scene->placeOf({3, 1, 0, -1, true}, {}).center().toPoint();
    QTest::mouseMove(m_view.get(), inFirst);
    QTRY_COMPARE(lastOf(hovered), (Focus{3, 1, 0, -1, true}));
    QCOMPARE(m_view->live(lastOf(hovered)), (Focus{3, 1, 0}));
    // A token's neighbours are read in the text that is pointed at.
    m_view->setHover({4, -1, -1, -1, true});
    QTRY_VERIFY(!m_view->picture()->readings.empty() && m_view->picture()->look.focus.kept);
    QCOMPARE(m_view->picture()->readings.front().begin, 4);
    m_document.kept.reset(); // what is gone is no longer pointed at
    m_view->setDocument(m_document);
    QVERIFY(m_view->hover().isNone());
}

QTEST_MAIN(TestPictureView)
#include "tst_picture_view.moc"
