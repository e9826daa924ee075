#include "snapshot_fixture.h"

#include "app/graph/labels.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using graph::Layout;

class TestLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsNeverTouch_data();
    void labelsNeverTouch();
    void raysPointAwayFromTheMiddle();
    void fewTokensAreAllNamed();
    void aWordThatIsDraggedAwayHidesNoOther();
    void whatIsPointedAtComesFirst();
    void partnersHaveTheirWeights();
    void noTokensNoLabels();

private:
    static void compareAnywhere(const graph::Scene& scene, const graph::Viewport& viewport, const graph::LabelFit& fit);

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
};

void TestLabels::labelsNeverTouch_data() {
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<double>("zoom");
    for (const Layout layout : graph::everyLayout)
        for (const int tokens : {1, 3, 40, 500})
            for (const double zoom : {0.25, 1.0, 3.0, 20.0})
                QTest::addRow("%s %d at %g", graph::nameOf(layout), tokens, zoom) << layout << tokens << zoom;
}

void TestLabels::labelsNeverTouch() {
    QFETCH(Layout, layout);
    QFETCH(int, tokens);
    QFETCH(double, zoom);
    const graph::Scene scene = fixture::sceneOf(*fixture::snapshotOf(m_model, tokens), layout);
    const graph::Viewport viewport{zoom, {-30, 11}};
    for (const graph::Focus& focus : {graph::Focus{}, graph::Focus{tokens / 2, -1, -1}}) {
        const graph::LabelFit fit = graph::fitLabels(scene, viewport, focus);
        QVERIFY(fit.font >= 4 && fit.font <= 30);
        if (layout == Layout::Gravity || layout == Layout::Circle) {
            compareAnywhere(scene, viewport, fit);
            continue;
        }
        std::vector<std::pair<double, double>> taken; // along the line
        for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
            if (!fit.shown[i]) continue;
            const QPointF at = viewport.map(scene.nodes[i].place.query);
            // A slanted label, like one in a column, is as thick as its letters are high.
            const bool upright = layout == Layout::Arc && fit.angle == 0;
            const double half = (upright ? scene.nodes[i].width : 1) * fit.font / 2;
            const double middle = layout == Layout::Arc ? at.x() : at.y();
            taken.emplace_back(middle - half, middle + half);
        }
        QVERIFY(!taken.empty());
        std::sort(taken.begin(), taken.end());
        for (std::size_t i = 1; i < taken.size(); ++i) QVERIFY(taken[i].first >= taken[i - 1].second - 1e-9);
    }
}

/// Upright ones are rectangles; rays leave room for a line of letters between their feet.
void TestLabels::compareAnywhere(const graph::Scene& scene, const graph::Viewport& viewport, const graph::LabelFit& fit) {
    std::vector<std::pair<QPointF, QRectF>> taken;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        if (!fit.shown[i]) continue;
        const graph::LabelSpot spot = graph::labelSpot(scene, scene.nodes[i], fit, viewport);
        const QRectF rect = graph::labelRect(spot, scene.nodes[i].width * fit.font, fit.font);
        for (const auto& [at, other] : taken) {
            const QPointF by = spot.at - at;
            QVERIFY(fit.radial ? std::hypot(by.x(), by.y()) >= fit.font * 0.95 : !rect.intersects(other));
        }
        taken.emplace_back(spot.at, rect);
    }
    QVERIFY(!taken.empty());
}

void TestLabels::raysPointAwayFromTheMiddle() {
    const graph::Scene scene = fixture::sceneOf(*fixture::snapshotOf(m_model, 60), Layout::Circle);
    const graph::LabelFit fit = graph::labelStyle(scene, {});
    QVERIFY(fit.radial);
    for (const graph::SceneNode& node : scene.nodes) {
        const graph::LabelSpot spot = graph::labelSpot(scene, node, fit, {});
        const QPointF out = spot.at - scene.placement.centre;
        QVERIFY(std::hypot(out.x(), out.y()) > scene.placement.radius);
        QVERIFY(std::abs(std::remainder(spot.angle, 360)) <= 90 + 1e-6); // never upside down
        QCOMPARE(spot.anchor == drawing::Anchor::End, out.x() < 0);
        const double angle = std::atan2(out.y(), out.x()) * 180 / M_PI;
        QVERIFY(std::abs(std::remainder(angle - spot.angle, 180)) < 1e-6);
    }
}

void TestLabels::fewTokensAreAllNamed() {
    for (const Layout layout : graph::everyLayout)
        for (const int tokens : {1, 3, 8}) {
            const auto fit = graph::fitLabels(fixture::sceneOf(*fixture::snapshotOf(m_model, tokens), layout), {}, {});
            QCOMPARE(std::count(fit.shown.begin(), fit.shown.end(), true), std::ptrdiff_t(tokens));
            QCOMPARE(fit.angle, 0.0);
        }
}

void TestLabels::aWordThatIsDraggedAwayHidesNoOther() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "The little girl looked at the great black horse");
    for (int token = 1; token + 1 < snapshot->size(); ++token) {
        // Above its neighbour on the right.
        const graph::Moved moved{{snapshot->identity[std::size_t(token)], QPointF(60, -160)}};
        const graph::Scene scene = fixture::sceneOf(*snapshot, Layout::Arc, {{0, 0}}, false, moved);
        const graph::LabelFit fit = graph::fitLabels(scene, {}, {token, -1, -1});
        QCOMPARE(std::count(fit.shown.begin(), fit.shown.end(), true), std::ptrdiff_t(snapshot->size()));
    }
}

void TestLabels::whatIsPointedAtComesFirst() {
    for (const Layout layout : graph::everyLayout) {
        const graph::Scene scene = fixture::sceneOf(*fixture::snapshotOf(m_model, 500), layout);
        const auto plain = graph::fitLabels(scene, {}, {});
        const auto hidden = std::find(plain.shown.begin() + 1, plain.shown.end(), false);
        QVERIFY(hidden != plain.shown.end());
        const int token = int(hidden - plain.shown.begin());
        QVERIFY(graph::fitLabels(scene, {}, {token, -1, -1}).shown[std::size_t(token)]);
        const auto edge = graph::fitLabels(scene, {}, {token, 250, 0});
        QVERIFY(edge.shown[std::size_t(token)] && edge.shown[250]);
    }
}

void TestLabels::partnersHaveTheirWeights() {
    const graph::Scene scene = fixture::sceneOf(*fixture::snapshotOf(m_model, 6));
    const std::vector<double> partners = graph::partnersOf(scene, {3, -1, -1});
    QCOMPARE(partners[3], 1.0);
    for (const graph::SceneEdge& edge : scene.edges)
        if (edge.query == 3 && edge.key != 3)
            QCOMPARE(partners[std::size_t(edge.key)], edge.weight);
        else if (edge.key == 3 && edge.query != 3)
            QCOMPARE(partners[std::size_t(edge.query)], edge.weight);
    const std::vector<double> nobody = graph::partnersOf(scene, {});
    QVERIFY(std::all_of(nobody.begin(), nobody.end(), [](double weight) { return weight == 0; }));
}

void TestLabels::noTokensNoLabels() {
    QVERIFY(graph::fitLabels(fixture::sceneOf(*takeSnapshot(m_model, "")), {}, {}).shown.empty());
}

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"
