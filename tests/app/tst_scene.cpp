#include "snapshot_fixture.h"

#include <QTest>

#include <cmath>

using graph::Layout;
using graph::Scene;

namespace {

const graph::SceneNode* nodeOf(const Scene& scene, quint64 identity) {
    for (const graph::SceneNode& node : scene.nodes)
        if (node.identity == identity) return &node;
    return nullptr;
}

/// Weight of the edge between two identities in the first head; 0 if it is not there.
double weightOf(const Scene& scene, quint64 query, quint64 key) {
    for (const graph::SceneEdge& edge : scene.edges)
        if (edge.slot == 0 && scene.nodes[std::size_t(edge.query)].identity == query &&
            scene.nodes[std::size_t(edge.key)].identity == key)
            return edge.weight;
    return 0;
}

} // namespace

class TestScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSceneIsItsSelection_data();
    void aSceneIsItsSelection();
    void theLastSceneChangesNoWidth();
    void aMovedTokenTakesItsEdgesAlong();
    void gravityComesToWhatWasMoved();
    void loopsKeepTheirSizeOnTheScreen();
    void atOneItIsTheNewScene();
    void atZeroItLooksLikeTheOldScene();
    void halfWayKeptTokensAreBetween();
    void newOnesFadeInAndGoneOnesFadeOut();
    void anotherHeadsEdgesDoNotMorphIntoIt();

private:
    std::shared_ptr<const mayfly::Model> m_model = fixture::tiny();
    SnapshotPtr m_before, m_after;
};

void TestScene::initTestCase() {
    m_before = takeSnapshot(m_model, "The cat the hat");                   // 1 2 3 4
    m_after = takeSnapshot(m_model, "The in cat hat", {}, m_before.get()); // something new, something gone
}

void TestScene::aSceneIsItsSelection_data() {
    QTest::addColumn<Layout>("layout");
    for (const Layout layout : graph::everyLayout) QTest::newRow(graph::nameOf(layout)) << layout;
}

void TestScene::aSceneIsItsSelection() {
    QFETCH(Layout, layout);
    const auto selection = mayfly::selectEdges(*m_before->trace, {{{0, 0}, {1, 1}}, 0.9, true});
    const Scene scene = graph::buildScene(*m_before, selection, true, layout, fixture::area);
    QCOMPARE(scene.nodes.size(), std::size_t(4));
    QCOMPARE(scene.edges.size(), selection.edges.size());
    QVERIFY(scene.firstHidden);
    QCOMPARE(scene.pairs, selection.pairs);
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        const graph::SceneEdge& edge = scene.edges[i];
        QCOMPARE(edge.query, selection.edges[i].query);
        QCOMPARE(edge.weight, double(selection.edges[i].weight));
        QCOMPARE(edge.curve[0], scene.nodes[std::size_t(edge.query)].place.query);
        QCOMPARE(edge.curve[3], scene.nodes[std::size_t(edge.key)].place.key);
        QVERIFY(edge.key != 0);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(scene.nodes[i].token, int(i));
        QCOMPARE(scene.nodes[i].identity, m_before->identity[i]);
        QCOMPARE(scene.nodes[i].label, m_before->labels[i]);
        QVERIFY(scene.nodes[i].width > 0);
    }
}

void TestScene::theLastSceneChangesNoWidth() {
    const Scene last = fixture::sceneOf(*m_before), fresh = fixture::sceneOf(*m_after);
    const auto selection = mayfly::selectEdges(*m_after->trace, {{{0, 0}}, 0.9, false});
    const Scene next = graph::buildScene(*m_after, selection, false, Layout::Arc, fixture::area, {}, &last);
    QCOMPARE(next.nodes.size(), fresh.nodes.size());
    for (std::size_t i = 0; i < next.nodes.size(); ++i) {
        QCOMPARE(next.nodes[i].width, fresh.nodes[i].width);
        QCOMPARE(next.nodes[i].place.query, fresh.nodes[i].place.query);
    }
}

void TestScene::aMovedTokenTakesItsEdgesAlong() {
    const Scene still = fixture::sceneOf(*m_before);
    const Scene moved = fixture::sceneOf(*m_before, Layout::Arc, {{0, 0}}, false, {{m_before->identity[1], {10, -30}}});
    QCOMPARE(moved.nodes[1].place.query, still.nodes[1].place.query + QPointF(10, -30));
    QCOMPARE(moved.nodes[2].place.query, still.nodes[2].place.query);
    for (const graph::SceneEdge& edge : moved.edges)
        QCOMPARE(edge.curve[3], moved.nodes[std::size_t(edge.key)].place.key);
}

void TestScene::gravityComesToWhatWasMoved() {
    const auto snapshot = takeSnapshot(m_model, "The cat the hat");
    const Scene still = fixture::sceneOf(*snapshot, Layout::Gravity);
    const QPointF own = still.placement.places[3].query;
    const Scene moved =
        fixture::sceneOf(*snapshot, Layout::Gravity, {{0, 0}}, false, {{snapshot->identity[3], QPointF(50, 450) - own}});
    QCOMPARE(moved.placement.places[3].query, own);
    QCOMPARE(moved.nodes[3].place.query, QPointF(50, 450));
    QVERIFY(moved.nodes[0].place.query != still.nodes[0].place.query);
    for (const graph::SceneEdge& edge : moved.edges) {
        QCOMPARE(edge.curve[0], moved.nodes[std::size_t(edge.query)].place.query);
        QCOMPARE(edge.curve[3], moved.nodes[std::size_t(edge.key)].place.key);
    }
}

void TestScene::loopsKeepTheirSizeOnTheScreen() {
    const Scene scene = fixture::sceneOf(*m_before);
    for (const graph::SceneEdge& edge : scene.edges) {
        const auto once = graph::onScreen(scene, edge, {1, {}});
        const auto larger = graph::onScreen(scene, edge, {4, {7, 9}});
        QCOMPARE(larger[0], edge.curve[0] * 4 + QPointF(7, 9));
        const QPointF change = (larger[1] - larger[0]) - (once[1] - once[0]) * (edge.query == edge.key ? 1 : 4);
        QVERIFY(change.manhattanLength() < 1e-9);
    }
}

void TestScene::atOneItIsTheNewScene() {
    const Scene from = fixture::sceneOf(*m_before);
    const Scene to = fixture::sceneOf(*m_after);
    const Scene at = graph::morph(from, to, 1);
    QCOMPARE(at.nodes.size(), to.nodes.size());
    QCOMPARE(at.edges.size(), to.edges.size());
    for (std::size_t i = 0; i < to.nodes.size(); ++i) {
        QCOMPARE(at.nodes[i].place.query, to.nodes[i].place.query);
        QCOMPARE(at.nodes[i].presence, 1.0);
    }
    for (std::size_t i = 0; i < to.edges.size(); ++i) QCOMPARE(at.edges[i].curve, to.edges[i].curve);
}

void TestScene::atZeroItLooksLikeTheOldScene() {
    const Scene from = fixture::sceneOf(*m_before);
    const Scene at = graph::morph(from, fixture::sceneOf(*m_after), 0);
    for (const graph::SceneNode& was : from.nodes) {
        const graph::SceneNode* node = nodeOf(at, was.identity);
        QVERIFY(node);
        QCOMPARE(node->place.query, was.place.query);
        QCOMPARE(node->presence, 1.0);
    }
    for (const graph::SceneEdge& was : from.edges) {
        const quint64 query = from.nodes[std::size_t(was.query)].identity;
        const quint64 key = from.nodes[std::size_t(was.key)].identity;
        QVERIFY(std::abs(weightOf(at, query, key) - was.weight) < 1e-9);
    }
}

void TestScene::halfWayKeptTokensAreBetween() {
    const Scene from = fixture::sceneOf(*m_before);
    const Scene to = fixture::sceneOf(*m_after);
    const Scene at = graph::morph(from, to, 0.5);
    for (const graph::SceneNode& is : to.nodes) {
        const graph::SceneNode* was = nodeOf(from, is.identity);
        if (!was) continue;
        QCOMPARE(nodeOf(at, is.identity)->place.query, (was->place.query + is.place.query) / 2);
        const double weight = (weightOf(from, is.identity, is.identity) + weightOf(to, is.identity, is.identity)) / 2;
        QVERIFY(std::abs(weightOf(at, is.identity, is.identity) - weight) < 1e-9);
    }
}

void TestScene::newOnesFadeInAndGoneOnesFadeOut() {
    const SnapshotPtr one = takeSnapshot(m_model, "The cat");
    const SnapshotPtr two = takeSnapshot(m_model, "The cat hat", {}, one.get());
    const Scene shorter = fixture::sceneOf(*one);
    const Scene longer = fixture::sceneOf(*two);
    const Scene coming = graph::morph(shorter, longer, 0.25);
    QCOMPARE(nodeOf(coming, 3)->presence, 0.25);
    QCOMPARE(nodeOf(coming, 1)->presence, 1.0);
    QVERIFY(std::abs(weightOf(coming, 3, 3) - weightOf(longer, 3, 3) * 0.25) < 1e-9);
    const Scene going = graph::morph(longer, shorter, 0.25);
    QCOMPARE(nodeOf(going, 3)->presence, 0.75);
    QCOMPARE(nodeOf(going, 3)->token, -1);
    QVERIFY(std::abs(weightOf(going, 3, 3) - weightOf(longer, 3, 3) * 0.75) < 1e-9);
    QVERIFY(!nodeOf(graph::morph(longer, shorter, 1), 3));
}

void TestScene::anotherHeadsEdgesDoNotMorphIntoIt() {
    const Scene from = fixture::sceneOf(*m_before, Layout::Arc, {{0, 0}});
    const Scene to = fixture::sceneOf(*m_before, Layout::Arc, {{1, 1}});
    const Scene at = graph::morph(from, to, 0.5);
    QCOMPARE(at.edges.size(), to.edges.size());
    for (std::size_t i = 0; i < to.edges.size(); ++i) QCOMPARE(at.edges[i].weight, to.edges[i].weight / 2);
}

QTEST_MAIN(TestScene)
#include "tst_scene.moc"
