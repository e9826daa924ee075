#include "snapshot_fixture.h"

#include "app/graph/compose.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using drawing::Drawing;
using graph::Focus;
using graph::Layout;

namespace {

/// The legend's samples are flat and come last.
std::vector<drawing::Stroke> edgesOf(const Drawing& drawing, const graph::Scene& scene) {
    return {drawing.strokes.begin(), drawing.strokes.begin() + std::ptrdiff_t(scene.edges.size())};
}

const drawing::Label* labelWith(const Drawing& drawing, const QString& part) {
    const auto at = std::find_if(drawing.labels.begin(), drawing.labels.end(),
                                 [&](const drawing::Label& label) { return label.text.contains(part); });
    return at == drawing.labels.end() ? nullptr : &*at;
}

} // namespace

class TestCompose : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeIsDrawn();
    void aTokenInFocusHasTwoColours();
    void aTokenInFocusKeepsTheHeadsColours();
    void aWordInFocusHasTheEdgesOfItsTokens();
    void anEdgeInFocusStandsOut();
    void whatIsNotInFocusFades();
    void theHiddenFirstTokenIsStated();
    void eightHeadsHaveEightDashes();
    void columnsHaveHeadings();
    void theViewportMovesThePicture();
    void noTokensDrawNoEdges();
    void moreWeightIsMoreVisible();

private:
    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    SnapshotPtr m_snapshot = takeSnapshot(m_model, "one two three one two three");
};

void TestCompose::everyEdgeIsDrawn() {
    for (const Layout layout : graph::everyLayout) {
        const graph::Scene scene = fixture::sceneOf(*m_snapshot, layout);
        const Drawing drawing = graph::compose(scene, {});
        QCOMPARE(drawing.size, scene.area);
        QCOMPARE(drawing.paper, Palette::light().paper);
        QCOMPARE(drawing.strokes.size(), scene.edges.size() + 1);
        QCOMPARE(drawing.discs.size(), scene.nodes.size() * (layout == Layout::Columns ? 2 : 1));
        QVERIFY(labelWith(drawing, QStringLiteral("0.0")));
        for (const QString& label : m_snapshot->labels) QVERIFY(labelWith(drawing, label));
    }
}

void TestCompose::aTokenInFocusHasTwoColours() {
    const Palette palette = Palette::light();
    const graph::Scene scene = fixture::sceneOf(*m_snapshot);
    const Drawing drawing = graph::compose(scene, {palette, {}, {2, -1, -1}});
    const auto strokes = edgesOf(drawing, scene);
    const auto of = [&](bool (*wanted)(const graph::SceneEdge&)) {
        return std::count_if(scene.edges.begin(), scene.edges.end(), wanted);
    };
    const auto coloured = [&](const QColor& colour) {
        return std::count_if(strokes.begin(), strokes.end(),
                             [&](const auto& stroke) { return stroke.colour == colour; });
    };
    QCOMPARE(coloured(palette.outgoing), of([](const graph::SceneEdge& edge) { return edge.query == 2; }));
    QCOMPARE(coloured(palette.incoming),
             of([](const graph::SceneEdge& edge) { return edge.key == 2 && edge.query != 2; }));
    QVERIFY(coloured(palette.incoming) > 0);
    // Colour is never alone: words say which is which.
    const auto outgoing = labelWith(drawing, QStringLiteral("attends to it"));
    QVERIFY(outgoing && outgoing->colour == palette.incoming);
    QVERIFY(labelWith(drawing, QStringLiteral("it attends to"))->colour == palette.outgoing);
}

/// The legend says what they stand for: what comes in is fainter instead.
void TestCompose::aTokenInFocusKeepsTheHeadsColours() {
    const Palette palette = Palette::light();
    const graph::Scene scene = fixture::sceneOf(*m_snapshot, Layout::Arc, {{0, 0}, {1, 1}});
    const Drawing drawing = graph::compose(scene, {palette, {}, {2, -1, -1}});
    double faintest = 1, strongest = 0; // for its weight
    std::size_t at = 0;
    const auto touches = [](const graph::SceneEdge& edge) { return edge.query == 2 || edge.key == 2; };
    for (const graph::SceneEdge& edge : scene.edges) at += !touches(edge);
    for (const graph::SceneEdge& edge : scene.edges) {
        if (!touches(edge)) continue;
        const drawing::Stroke& stroke = drawing.strokes[at++];
        QCOMPARE(stroke.colour, palette.heads[std::size_t(edge.slot)]);
        QCOMPARE(stroke.dash, edge.slot);
        const double share = stroke.opacity / std::min(0.97, 0.3 + 0.7 * edge.weight);
        if (edge.query == 2)
            faintest = std::min(faintest, share);
        else
            strongest = std::max(strongest, share);
    }
    QVERIFY(strongest > 0 && strongest < 0.6 * faintest);
    for (const drawing::Label& label : drawing.labels) QVERIFY(label.colour != palette.outgoing && label.colour != palette.incoming);
    QVERIFY(labelWith(drawing, QStringLiteral("attends to it, faint")) && labelWith(drawing, QStringLiteral("it attends to")));
}

void TestCompose::aWordInFocusHasTheEdgesOfItsTokens() {
    const Palette palette = Palette::light();
    const graph::Scene scene = fixture::sceneOf(*m_snapshot);
    const Drawing drawing = graph::compose(scene, {palette, {}, {1, -1, -1, 3}});
    const auto strokes = edgesOf(drawing, scene);
    const auto coloured = std::count_if(strokes.begin(), strokes.end(),
                                        [&](const auto& stroke) { return stroke.colour == palette.outgoing; });
    QCOMPARE(coloured, std::count_if(scene.edges.begin(), scene.edges.end(),
                                     [](const auto& edge) { return edge.query == 1 || edge.query == 2; }));
    for (const int token : {1, 2}) {
        const auto label = labelWith(drawing, m_snapshot->labels[std::size_t(token)]);
        QVERIFY(label && label->bold);
    }
}

void TestCompose::anEdgeInFocusStandsOut() {
    const Palette palette = Palette::light();
    const graph::Scene scene = fixture::sceneOf(*m_snapshot, Layout::Arc, {{0, 0}, {1, 1}});
    const graph::SceneEdge& edge = scene.edges[scene.edges.size() / 2];
    const Drawing drawing = graph::compose(scene, {palette, {}, {edge.query, edge.key, edge.slot}});
    const auto strokes = edgesOf(drawing, scene);
    QCOMPARE(strokes.back().opacity, 0.97); // on top of all others
    QCOMPARE(strokes.back().colour, palette.heads[std::size_t(edge.slot)]);
    for (std::size_t i = 0; i + 1 < strokes.size(); ++i) QVERIFY(strokes[i].opacity < 0.3);
    const auto bold = std::count_if(drawing.labels.begin(), drawing.labels.end(), [](const auto& l) { return l.bold; });
    QCOMPARE(bold, edge.query == edge.key ? 1 : 2);
}

void TestCompose::whatIsNotInFocusFades() {
    const graph::Scene scene = fixture::sceneOf(*m_snapshot);
    const Drawing plain = graph::compose(scene, {});
    const Drawing focused = graph::compose(scene, {Palette::light(), {}, {0, 0, 0}});
    for (std::size_t i = 1; i < scene.nodes.size(); ++i) QVERIFY(focused.discs[i].opacity < plain.discs[i].opacity / 2);
    QCOMPARE(focused.discs[0].opacity, plain.discs[0].opacity);
}

void TestCompose::theHiddenFirstTokenIsStated() {
    const QString remark = QStringLiteral("first token hidden");
    QVERIFY(!labelWith(graph::compose(fixture::sceneOf(*m_snapshot), {}), remark));
    const graph::Scene scene = fixture::sceneOf(*m_snapshot, Layout::Arc, {{0, 0}}, true);
    const auto label = labelWith(graph::compose(scene, {}), remark);
    QVERIFY(label);
    QVERIFY2(label->text.contains(QLocale().toString(scene.onFirst * 100, 'f', 1)), qPrintable(label->text));
}

void TestCompose::eightHeadsHaveEightDashes() {
    std::vector<mayfly::HeadIndex> heads;
    for (int head = 0; head < 8; ++head) heads.push_back({1, head});
    const graph::Scene scene = fixture::sceneOf(*m_snapshot, Layout::Arc, heads);
    const Drawing drawing = graph::compose(scene, {});
    QCOMPARE(drawing.strokes.size(), scene.edges.size() + 8);
    QSet<int> dashes;
    QSet<QRgb> colours;
    double last = -1;
    for (std::size_t i = scene.edges.size(); i < drawing.strokes.size(); ++i) {
        dashes.insert(drawing.strokes[i].dash);
        colours.insert(drawing.strokes[i].colour.rgb());
        QVERIFY(drawing.strokes[i].curve[0].x() > last && drawing.strokes[i].curve[3].x() < scene.area.width());
        last = drawing.strokes[i].curve[3].x();
    }
    QCOMPARE(dashes.size(), 8);
    QCOMPARE(colours.size(), 8);
    for (const mayfly::HeadIndex head : heads)
        QVERIFY(labelWith(drawing, QString::fromStdString(mayfly::toString(head))));
    for (std::size_t i = 0; i < scene.edges.size(); ++i)
        QCOMPARE(drawing.strokes[i].dash, drawing.strokes[scene.edges.size() + std::size_t(scene.edges[i].slot)].dash);
}

void TestCompose::columnsHaveHeadings() {
    const Drawing drawing = graph::compose(fixture::sceneOf(*m_snapshot, Layout::Columns), {});
    const auto queries = labelWith(drawing, QStringLiteral("queries"));
    const auto keys = labelWith(drawing, QStringLiteral("keys"));
    QVERIFY(queries && keys && queries->at.x() < keys->at.x());
}

void TestCompose::theViewportMovesThePicture() {
    const graph::Scene scene = fixture::sceneOf(*m_snapshot);
    const graph::Viewport viewport{2, {30, -40}};
    const Drawing drawing = graph::compose(scene, {Palette::light(), viewport, {}});
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        QCOMPARE(drawing.strokes[i].curve[0], viewport.map(scene.edges[i].curve[0]));
        QCOMPARE(drawing.strokes[i].curve[3], viewport.map(scene.edges[i].curve[3]));
    }
    QCOMPARE(drawing.discs[1].centre, viewport.map(scene.nodes[1].place.key));
    // The legend stays where it is.
    QCOMPARE(drawing.strokes.back().curve[0], graph::compose(scene, {}).strokes.back().curve[0]);
}

void TestCompose::noTokensDrawNoEdges() {
    for (const Layout layout : graph::everyLayout) {
        const Drawing drawing = graph::compose(fixture::sceneOf(*takeSnapshot(m_model, ""), layout), {});
        QVERIFY(drawing.discs.empty());
        QCOMPARE(drawing.strokes.size(), std::size_t(1)); // the legend's
    }
}

void TestCompose::moreWeightIsMoreVisible() {
    double opacity = -1;
    double width = -1;
    for (const double weight : {0.0, 0.01, 0.1, 0.5, 1.0}) {
        QVERIFY(graph::edgeOpacity(weight) > opacity && graph::edgeWidth(weight) > width);
        opacity = graph::edgeOpacity(weight);
        width = graph::edgeWidth(weight);
    }
    QVERIFY(opacity <= 1);
}

QTEST_MAIN(TestCompose)
#include "tst_compose.moc"
