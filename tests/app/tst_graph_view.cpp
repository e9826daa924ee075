#include "snapshot_fixture.h"

#include "app/graph/graph_view.h"
#include "app/graph/labels.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using graph::Focus;
using graph::GraphView;

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

class TestGraphView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Focus>("graph::Focus"); }
    void init();
    void aPictureComesFromAnotherThread();
    void hoveringATokenTellsIt();
    void hoveringATokenTellsItsWord();
    void hoveringAnEdgeExplainsIt();
    void aClickActivates();
    void shiftJoins();
    void draggingPans();
    void draggingATokenMovesIt();
    void theWheelZoomsAboutTheMouse();
    void keysZoomAndKeepTheWordsInSight_data();
    void keysZoomAndKeepTheWordsInSight();
    void keysWalkTokensAndEdges();
    void aShorterTextDropsTheHover();
    void itsColoursAreThoseOfThePalette();
    void itTakesAnotherSize();

private:
    const graph::Scene& scene() const { return *m_view->picture()->scene; }
    QPoint token(int index) const;
    QPoint onEdge(const graph::SceneEdge& edge) const;
    const graph::SceneEdge& farEdge() const;
    bool settle();

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    std::unique_ptr<GraphView> m_view;
};

void TestGraphView::init() {
    m_view = std::make_unique<GraphView>();
    m_view->resize(900, 560);
    m_view->setMorphs(false);
    Document document;
    document.heads = {{0, 0}};
    m_view->setDocument(document);
    m_view->setSnapshot(fixture::snapshotOf(m_model, 6));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QVERIFY(settle());
}

/// Until the picture on the screen is that of the present place and size.
bool TestGraphView::settle() {
    return QTest::qWaitFor([this] {
        const graph::PicturePtr& picture = m_view->picture();
        return picture && picture->settled && picture->viewport == m_view->viewport() &&
               picture->scene->area == QSizeF(m_view->size());
    });
}

QPoint TestGraphView::token(int index) const {
    return (m_view->viewport().map(scene().nodes[std::size_t(index)].place.query) + QPointF(0, 15)).toPoint();
}

QPoint TestGraphView::onEdge(const graph::SceneEdge& edge) const {
    return drawing::pointOn(graph::onScreen(scene(), edge, m_view->viewport()), 0.5).toPoint();
}

const graph::SceneEdge& TestGraphView::farEdge() const {
    const auto wide = [](const graph::SceneEdge& edge) { return edge.query - edge.key; };
    return *std::max_element(scene().edges.begin(), scene().edges.end(),
                             [&](const auto& a, const auto& b) { return wide(a) < wide(b); });
}

void TestGraphView::aPictureComesFromAnotherThread() {
    QCOMPARE(scene().nodes.size(), std::size_t(6));
    QCOMPARE(m_view->picture()->image.deviceIndependentSize(), QSizeF(m_view->size()));
    const QImage image = m_view->grab().toImage();
    QCOMPARE(image.pixelColor(2, 2), Palette::light().paper);
    QVERIFY(image.pixelColor(scene().nodes[2].place.key.toPoint()) != Palette::light().paper);
}

void TestGraphView::hoveringATokenTellsIt() {
    QSignalSpy hovered(m_view.get(), &GraphView::hovered);
    QTest::mouseMove(m_view.get(), token(2));
    QTRY_COMPARE(lastOf(hovered), (Focus{2, -1, -1}));
    QCOMPARE(m_view->hover(), (Focus{2, -1, -1}));
    QTRY_VERIFY(!m_view->picture()->readings.empty() && m_view->picture()->readings.front().begin == 2);
    QTest::mouseMove(m_view.get(), {3, 3});
    QTRY_VERIFY(m_view->hover().isNone());
    QCOMPARE(hovered.count(), 2);
}

void TestGraphView::hoveringATokenTellsItsWord() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "one thaumatropes two");
    const auto& word = snapshot->words.at(1);
    QVERIFY(word.end - word.begin > 1);
    Document document;
    document.heads = {{0, 0}};
    document.wholeWords = true;
    m_view->setDocument(document);
    m_view->setSnapshot(snapshot);
    QVERIFY(QTest::qWaitFor([&] { return m_view->picture()->snapshot == snapshot; }));
    const QSignalSpy spy(m_view.get(), &GraphView::hovered);
    const Focus whole{int(word.begin), -1, -1, int(word.end)};
    QTest::mouseMove(m_view.get(), token(int(word.begin) + 1));
    QCOMPARE(lastOf(spy), whole);
    QTest::keyClick(m_view.get(), Qt::Key_Right); // over what is left of the word
    QCOMPARE(lastOf(spy), (Focus{int(word.end), -1, -1}));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(lastOf(spy), whole);
}

void TestGraphView::hoveringAnEdgeExplainsIt() {
    QSignalSpy hovered(m_view.get(), &GraphView::hovered);
    m_view->setDescription(
        [](const Focus& focus) { return QStringLiteral("%1 to %2").arg(focus.query).arg(focus.key); });
    const graph::SceneEdge edge = farEdge();
    QTest::mouseMove(m_view.get(), onEdge(edge));
    QTRY_COMPARE(lastOf(hovered), (Focus{edge.query, edge.key, edge.slot}));
    QTRY_VERIFY(QToolTip::isVisible());
    const QString text = QStringLiteral("%1 to %2").arg(edge.query).arg(edge.key);
    QCOMPARE(QToolTip::text(), text);
    // It comes again where the mouse rests after it has gone.
    QToolTip::hideText();
    QTRY_VERIFY(!QToolTip::isVisible());
    const QPoint at = onEdge(edge);
    QHelpEvent rest(QEvent::ToolTip, at, m_view->mapToGlobal(at));
    QCoreApplication::sendEvent(m_view.get(), &rest);
    QTRY_VERIFY(QToolTip::isVisible());
    QCOMPARE(QToolTip::text(), text);
    QTest::mouseMove(m_view.get(), {3, 3});
    QTRY_VERIFY(!QToolTip::isVisible());
}

void TestGraphView::aClickActivates() {
    QSignalSpy activated(m_view.get(), &GraphView::activated);
    const graph::SceneEdge edge = farEdge();
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, token(1));
    QCOMPARE(lastOf(activated), (Focus{1, -1, -1}));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, onEdge(edge));
    QCOMPARE(lastOf(activated), (Focus{edge.query, edge.key, edge.slot}));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {3, 3});
    QCOMPARE(activated.count(), 3);
    QVERIFY(lastOf(activated).isNone());
    QTest::mouseClick(m_view.get(), Qt::RightButton, {}, token(1));
    QCOMPARE(activated.count(), 3);
}

void TestGraphView::shiftJoins() {
    QSignalSpy activated(m_view.get(), &GraphView::activated);
    QSignalSpy joined(m_view.get(), &GraphView::joined);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, token(1));
    QCOMPARE(lastOf(joined), (Focus{1, -1, -1}));
    m_view->setHover({2, -1, -1});
    QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(lastOf(joined), (Focus{2, -1, -1}));
    QCOMPARE(activated.count(), 0);
}

void TestGraphView::draggingPans() {
    QSignalSpy activated(m_view.get(), &GraphView::activated);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {5, 5});
    QTest::mouseMove(m_view.get(), {65, 45});
    QTRY_COMPARE(m_view->viewport().pan, QPointF(60, 40));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {65, 45});
    QCOMPARE(activated.count(), 0);
    QVERIFY(settle());
    m_view->fit();
    QVERIFY(m_view->viewport() == graph::Viewport{});
}

void TestGraphView::draggingATokenMovesIt() {
    QSignalSpy moved(m_view.get(), &GraphView::tokenMoved);
    const QPointF own = scene().placement.places[3].query;
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, token(3));
    QTest::mouseMove(m_view.get(), token(3) + QPoint(40, -90));
    QTRY_VERIFY(!moved.isEmpty());
    QCOMPARE(moved.back().at(0).toInt(), 3);
    const QPointF by = moved.back().at(1).toPointF();
    QVERIFY2((by - QPointF(40, -90)).manhattanLength() < 20,
             qPrintable(QStringLiteral("%1 %2").arg(by.x()).arg(by.y())));
    QCOMPARE(m_view->viewport().pan, QPointF());
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, token(3));
    QVERIFY(own == scene().placement.places[3].query); // that is for the session to say
}

void TestGraphView::theWheelZoomsAboutTheMouse() {
    const QPointF at(200, 300);
    const QPointF under = m_view->viewport().unmap(at);
    wheel(*m_view, at, 240);
    QVERIFY(std::abs(m_view->viewport().zoom - 1.44) < 1e-9);
    QVERIFY((m_view->viewport().unmap(at) - under).manhattanLength() < 1e-9);
    for (int i = 0; i < 80; ++i) wheel(*m_view, at, 480);
    QCOMPARE(m_view->viewport().zoom, 64.0);
    for (int i = 0; i < 80; ++i) wheel(*m_view, at, -480);
    QCOMPARE(m_view->viewport().zoom, 0.25);
    m_view->zoomIn();
    QVERIFY(m_view->viewport().zoom > 0.25);
    QVERIFY(settle());
}

void TestGraphView::keysZoomAndKeepTheWordsInSight_data() {
    QTest::addColumn<int>("repetitions");
    for (const int repetitions : {1, 2, 20}) QTest::addRow("%d", repetitions) << repetitions;
}

void TestGraphView::keysZoomAndKeepTheWordsInSight() {
    QFETCH(int, repetitions);
    const QByteArray text = "The little girl looked at the great black horse and said nothing to her mother. ";
    m_view->setSnapshot(takeSnapshot(m_model, text.repeated(repetitions)));
    QTRY_VERIFY(scene().nodes.size() > 12 && settle());
    for (int i = 1; i <= 8; ++i) {
        m_view->zoomIn();
        QVERIFY(std::abs(m_view->viewport().zoom - std::pow(1.25, i)) < 1e-9);
        const double line = m_view->viewport().map(scene().nodes[0].place.query).y();
        QVERIFY(line > 0 && line + graph::labelRoom(scene(), m_view->viewport()) <= m_view->height() + 1e-9);
    }
    QVERIFY(settle());
}

void TestGraphView::keysWalkTokensAndEdges() {
    QSignalSpy activated(m_view.get(), &GraphView::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->hover(), (Focus{5, -1, -1}));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->hover(), (Focus{4, -1, -1}));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->hover().isEdge());
    QCOMPARE(m_view->hover().query, 4);
    const Focus edge = m_view->hover();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(lastOf(activated), edge);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->hover(), (Focus{4, -1, -1}));
}

void TestGraphView::aShorterTextDropsTheHover() {
    m_view->setHover({5, 2, 0});
    m_view->setSnapshot(fixture::snapshotOf(m_model, 3));
    QVERIFY(m_view->hover().isNone());
    QTRY_COMPARE(scene().nodes.size(), std::size_t(3));
    m_view->setSnapshot(fixture::snapshotOf(m_model, 1));
    QTRY_COMPARE(scene().nodes.size(), std::size_t(1));
}

void TestGraphView::itsColoursAreThoseOfThePalette() {
    m_view->setColours(Palette::dark());
    QTRY_COMPARE(m_view->grab().toImage().pixelColor(2, 2), Palette::dark().paper);
}

void TestGraphView::itTakesAnotherSize() {
    m_view->resize(500, 400);
    QVERIFY(settle());
    QCOMPARE(scene().area, QSizeF(500, 400));
}

QTEST_MAIN(TestGraphView)
#include "tst_graph_view.moc"
