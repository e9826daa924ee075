#include "snapshot_fixture.h"

#include "app/graph/hit.h"
#include "app/graph/labels.h"

#include <QTest>

using graph::Focus;
using graph::Layout;
using graph::Scene;

namespace {

/// Four tokens far apart and three edges to the first, made by hand so that every place is known.
Scene scene(Layout layout) {
    Scene scene;
    scene.layout = layout;
    scene.area = {900, 560};
    scene.heads = {{0, 0}, {0, 1}};
    scene.placement = graph::place(layout, {2, 2, 2, 2}, scene.area);
    for (int i = 0; i < 4; ++i)
        scene.nodes.push_back({QStringLiteral("word"), 2, quint64(i + 1), i, scene.placement.places[std::size_t(i)]});
    const auto add = [&](int query, int key, int slot, double weight) {
        const auto& places = scene.placement.places;
        scene.edges.push_back({query, key, slot, weight,
                               graph::curveOf(layout, places[std::size_t(query)], places[std::size_t(key)],
                                              graph::wayOf(query, key), slot, scene.placement)});
    };
    add(2, 0, 0, 0.1);
    add(2, 2, 0, 0.3);
    add(3, 0, 0, 0.4);
    add(2, 0, 1, 0.6);
    return scene;
}

void everyLayout() {
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 2.5}) {
        for (const Layout layout : graph::everyLayout)
            QTest::addRow("%s at %g", graph::nameOf(layout), zoom) << layout << zoom;
    }
}

} // namespace

class TestHit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensAreHit_data() { everyLayout(); }
    void tokensAreHit();
    void aLabelIsHitToItsEnd_data();
    void aLabelIsHitToItsEnd();
    void edgesAreHit_data() { everyLayout(); }
    void edgesAreHit();
    void emptySpaceHitsNothing_data() { everyLayout(); }
    void emptySpaceHitsNothing();
    void theHeavierOfTwoWins_data() { everyLayout(); }
    void theHeavierOfTwoWins();
    void tokensThatGoAreNotHit();
};

void TestHit::tokensAreHit() {
    QFETCH(Layout, layout);
    QFETCH(double, zoom);
    const Scene all = scene(layout);
    const graph::Viewport viewport{zoom, {13, -7}};
    for (const graph::SceneNode& node : all.nodes) {
        const Focus expected{node.token, -1, -1};
        const QPointF query = viewport.map(node.place.query);
        const QPointF key = viewport.map(node.place.key);
        QCOMPARE(graph::hit(all, viewport, query), expected);
        QCOMPARE(graph::hit(all, viewport, key), expected);
        QPointF label = query + (layout == Layout::Columns ? QPointF(-25, 0) : QPointF(5, 18));
        if (layout == Layout::Circle) label = graph::labelSpot(all, node, graph::labelStyle(all, viewport), viewport).at;
        QCOMPARE(graph::hit(all, viewport, label), expected);
    }
}

void TestHit::aLabelIsHitToItsEnd_data() {
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.25, 1.0, 2.5})
        for (const Layout layout : {Layout::Arc, Layout::Columns})
            QTest::addRow("%s at %g", graph::nameOf(layout), zoom) << layout << zoom;
}

/// In the font that it is drawn in, which is not always the layout's times the zoom.
void TestHit::aLabelIsHitToItsEnd() {
    QFETCH(Layout, layout);
    QFETCH(double, zoom);
    Scene all = scene(layout);
    for (graph::SceneNode& node : all.nodes) node.width = 5;
    const graph::Viewport viewport{zoom, {}};
    const graph::LabelFit fit = graph::labelStyle(all, viewport);
    const graph::SceneNode& node = all.nodes[3];
    const Focus expected{node.token, -1, -1};
    if (layout == Layout::Columns) {
        const QPointF end(13 + 5 * fit.font, 0); // as compose() has it
        QCOMPARE(graph::hit(all, viewport, viewport.map(node.place.query) - end), expected);
        QCOMPARE(graph::hit(all, viewport, viewport.map(node.place.key) + end), expected);
    } else {
        const QPointF middle = graph::labelSpot(all, node, fit, viewport).at;
        QCOMPARE(graph::hit(all, viewport, middle + QPointF(2.5 * fit.font, 0)), expected);
    }
}

void TestHit::edgesAreHit() {
    QFETCH(Layout, layout);
    QFETCH(double, zoom);
    const Scene all = scene(layout);
    const graph::Viewport viewport{zoom, {13, -7}};
    for (const graph::SceneEdge& edge : all.edges) {
        Scene alone = all; // where they cross, another may be as near
        alone.edges = {edge};
        const QPointF middle = drawing::pointOn(graph::onScreen(all, edge, viewport), 0.4);
        const Focus expected{edge.query, edge.key, edge.slot};
        QCOMPARE(graph::hit(alone, viewport, middle), expected);
        QCOMPARE(graph::hit(alone, viewport, middle + QPointF(0, -2)), expected);
        QVERIFY(graph::hit(alone, viewport, middle - QPointF(0, 40)).isNone());
    }
}

void TestHit::emptySpaceHitsNothing() {
    QFETCH(Layout, layout);
    QFETCH(double, zoom);
    const Scene all = scene(layout);
    const graph::Viewport viewport{zoom, {}};
    for (const QPointF point : {QPointF(2, 2), QPointF(-500, 100), QPointF(5000, 5000)})
        QVERIFY(graph::hit(all, viewport, point).isNone());
    QVERIFY(graph::hit(Scene{}, viewport, {5, 5}).isNone());
}

void TestHit::theHeavierOfTwoWins() {
    QFETCH(Layout, layout);
    QFETCH(double, zoom);
    Scene all = scene(layout);
    all.edges[0].curve = all.edges[3].curve; // one upon the other
    const graph::Viewport viewport{zoom, {}};
    const QPointF middle = viewport.map(drawing::pointOn(all.edges[0].curve, 0.4));
    QCOMPARE(graph::hit(all, viewport, middle), (Focus{2, 0, 1}));
    std::swap(all.edges[0], all.edges[3]); // whatever their order
    QCOMPARE(graph::hit(all, viewport, middle), (Focus{2, 0, 1}));
}

void TestHit::tokensThatGoAreNotHit() {
    Scene all = scene(Layout::Arc);
    const QPointF label = all.nodes[3].place.query + QPointF(5, 18);
    all.nodes[3].token = -1;
    QVERIFY(graph::hit(all, {}, label).isNone());
    const QPointF edge = drawing::pointOn(all.edges[2].curve, 0.4);
    QVERIFY(graph::hit(all, {}, edge).query != 3);
}

QTEST_APPLESS_MAIN(TestHit)
#include "tst_hit.moc"
