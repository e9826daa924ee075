#include "app/accessible/picture_items.h"
#include "app/graph/graph_view.h"
#include "app/view/picture_view.h"
#include "tests/app/matrix_fixture.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using graph::Focus;

namespace {

Document documentOf(view::Kind kind) {
    Document document;
    document.view = kind;
    document.heads = {{1, 0}};
    return document;
}

Focus lastOf(const QSignalSpy& spy) { return spy.isEmpty() ? Focus{} : qvariant_cast<Focus>(spy.back().front()); }

} // namespace

class TestPictureItems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        qRegisterMetaType<Focus>("graph::Focus");
    }

    void tokensAndEdgesOfTheGraphAreChildren() {
        graph::GraphView graph;
        showGraph(graph, 6);
        QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&graph);
        QVERIFY(whole);
        QCOMPARE(whole->text(QAccessible::Name), QStringLiteral("Attention graph"));
        const graph::Scene& scene = *graph.picture()->scene;
        QCOMPARE(whole->childCount(), int(6 + scene.edges.size()));
        const SnapshotPtr& snapshot = graph.picture()->snapshot;
        for (int token = 0; token < 6; ++token) {
            QAccessibleInterface* child = whole->child(token);
            QCOMPARE(child->role(), QAccessible::ListItem);
            QCOMPARE(child->parent(), whole);
            QCOMPARE(whole->indexOfChild(child), token);
            QVERIFY(child->text(QAccessible::Name).contains(snapshot->labels[std::size_t(token)]));
            const QPoint disc = graph.mapToGlobal(scene.nodes[std::size_t(token)].place.key.toPoint());
            QVERIFY(child->rect().contains(disc));
        }
        const graph::SceneEdge& strongest = scene.edges.back();
        QAccessibleInterface* edge = whole->child(6);
        QCOMPARE(edge->text(QAccessible::Name),
                 QStringLiteral("%1 \u2192 %2, head 1.0").arg(snapshot->labels[std::size_t(strongest.query)],
                                                              snapshot->labels[std::size_t(strongest.key)]));
        QCOMPARE(edge->text(QAccessible::Value),
                 QStringLiteral("weight %1").arg(QLocale().toString(strongest.weight, 'f', 3)));
        QVERIFY(!edge->rect().isEmpty());
        QVERIFY(!whole->child(whole->childCount()) && !whole->child(-1));
    }

    void focusFollowsTheKeyboardAndPressingPins() {
        graph::GraphView graph;
        showGraph(graph, 6);
        graph.activateWindow();
        graph.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&graph));
        QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&graph);
        QVERIFY(!whole->focusChild());
        QTest::keyClick(&graph, Qt::Key_Right);
        QTest::keyClick(&graph, Qt::Key_Right);
        QCOMPARE(whole->focusChild(), whole->child(1));
        QVERIFY(whole->child(1)->state().focused && !whole->child(0)->state().focused);
        QTest::keyClick(&graph, Qt::Key_Down);
        QAccessibleInterface* edge = whole->focusChild();
        QVERIFY(edge && whole->indexOfChild(edge) >= 6);
        QSignalSpy activated(&graph, &graph::GraphView::activated);
        whole->child(3)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(lastOf(activated), (Focus{3, -1, -1}));
        const QPoint middle = whole->child(2)->rect().center();
        QCOMPARE(whole->childAt(middle.x(), middle.y()), whole->child(2));
    }

    void childrenGoWithTheirPicture() {
        graph::GraphView graph;
        showGraph(graph, 6);
        QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&graph);
        const QString before = whole->child(1)->text(QAccessible::Name);
        graph.setSnapshot(fixture::tokens(3));
        QTRY_COMPARE(graph.picture()->scene->nodes.size(), std::size_t(3));
        QCOMPARE(whole->childCount(), int(3 + graph.picture()->scene->edges.size()));
        QVERIFY(whole->child(2)->isValid());
    }

    void everyViewHasItsTokens_data() {
        QTest::addColumn<int>("kind");
        for (const view::Kind kind : view::kinds)
            if (kind != view::Kind::Graph) QTest::newRow(view::nameOf(kind)) << int(kind);
    }

    void everyViewHasItsTokens() {
        QFETCH(int, kind);
        view::PictureView pictures;
        pictures.resize(900, 560);
        pictures.setDescription([](const Focus&) { return QStringLiteral("<b>weight</b> 0.5"); });
        pictures.setDocument(documentOf(view::Kind(kind)));
        pictures.setSnapshot(fixture::tokens(8));
        pictures.show();
        QTRY_VERIFY(pictures.picture());
        QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&pictures);
        QCOMPARE(whole->childCount(), 8);
        for (int token = 0; token < 8; ++token) {
            const QString& label = pictures.picture()->subject.snapshot->labels[std::size_t(token)];
            QVERIFY(whole->child(token)->text(QAccessible::Name).contains(label));
            QVERIFY(!whole->child(token)->rect().isEmpty());
        }
        pictures.setHover({5, 2, 0}); // the pair that is pointed out comes last
        QCOMPARE(whole->childCount(), 9);
        QCOMPARE(whole->child(8)->text(QAccessible::Value), QStringLiteral("weight 0.5"));
        QVERIFY(whole->child(8)->text(QAccessible::Name).contains(u'\u2192'));
        pictures.setHover({});
        QCOMPARE(whole->childCount(), 8);
        QSignalSpy activated(&pictures, &view::PictureView::activated);
        whole->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(lastOf(activated), (Focus{2, -1, -1}));
    }

    void anEmptyTextHasNone() {
        view::PictureView pictures;
        pictures.setDocument(documentOf(view::Kind::Matrix));
        QCOMPARE(QAccessible::queryAccessibleInterface(&pictures)->childCount(), 0);
        graph::GraphView graph;
        QCOMPARE(QAccessible::queryAccessibleInterface(&graph)->childCount(), 0);
    }

private:
    static void showGraph(graph::GraphView& graph, int tokens) {
        graph.resize(900, 560);
        graph.setMorphs(false);
        graph.setDocument(documentOf(view::Kind::Graph));
        graph.setSnapshot(fixture::tokens(tokens));
        graph.show();
        QVERIFY(QTest::qWaitForWindowExposed(&graph));
        QTRY_VERIFY(graph.picture() && graph.picture()->settled);
    }
};

QTEST_MAIN(TestPictureItems)
#include "tst_picture_items.moc"
