#include "app/values/values_scene.h"
#include "engine/reading/contribution.h"
#include "tests/app/matrix_fixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using fixture::lookAt;
using graph::Focus;
using values::ValuesScene;

namespace {

view::Subject valuesOf(int tokens, double topMass = 1) {
    view::Subject subject = fixture::subject(fixture::tokens(tokens), {}, {{1, 0}, {0, 1}}, {900, 560});
    subject.kind = view::Kind::Values;
    subject.topMass = topMass;
    return subject;
}

QPointF middleOf(const graph::SceneEdge& edge) { return drawing::pointOn(edge.curve, 0.5); }

} // namespace

class TestValuesScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void weightsAreAboveAndWhatTheyCarryBelow() {
        const view::Subject subject = valuesOf(8);
        const ValuesScene scene(subject);
        const mayfly::Trace& trace = *subject.snapshot->trace;
        double largest = 0;
        for (const auto& head : subject.heads)
            for (int i = 0; i < 8; ++i)
                for (int j = 0; j <= i; ++j)
                    largest = std::max(largest, mayfly::contribution(trace, *subject.snapshot->model, head, i, j));
        int below = 0;
        for (const graph::SceneEdge& edge : scene.both().edges) {
            const auto head = subject.heads[std::size_t(edge.slot)];
            const double weight = double(trace.weight(head, edge.query, edge.key));
            const double carried = mayfly::contribution(trace, *subject.snapshot->model, head, edge.query, edge.key);
            QVERIFY(std::abs(edge.weight - (edge.mirrored ? carried / largest : weight)) < 1e-5);
            const double line = scene.both().nodes[0].place.query.y();
            QVERIFY(edge.mirrored ? middleOf(edge).y() > line + scene.both().placement.band : middleOf(edge).y() < line);
            below += int(edge.mirrored);
        }
        QVERIFY(below > 0 && below < int(scene.both().edges.size()));
        QVERIFY(std::ranges::is_sorted(scene.both().edges, {}, &graph::SceneEdge::weight));
    }

    void edgesOfBothSidesAreHit() {
        const ValuesScene scene(valuesOf(4, 0.5));
        for (const graph::SceneEdge& edge : scene.both().edges)
            if (edge.query != edge.key) QVERIFY(scene.hit({}, middleOf(edge)).isEdge());
        QCOMPARE(scene.hit({}, scene.both().nodes[2].place.query), (Focus{2, -1, -1}));
        QVERIFY(scene.hit({}, {2, 2}).isNone());
    }

    /// So that its pixels last while the mouse moves.
    void theGroundKnowsOnlyWhetherThereIsAFocus() {
        const ValuesScene scene(valuesOf(8));
        const drawing::Drawing one = scene.ground(lookAt({5, 2, 0}));
        const drawing::Drawing other = scene.ground(lookAt({3, -1, -1}));
        const drawing::Drawing none = scene.ground(lookAt());
        QCOMPARE(one.strokes.size(), scene.both().edges.size());
        QVERIFY(one.discs.empty() && one.labels.empty());
        for (std::size_t i = 0; i < one.strokes.size(); ++i) {
            QCOMPARE(one.strokes[i].opacity, other.strokes[i].opacity);
            QCOMPARE(one.strokes[i].colour, other.strokes[i].colour);
            QVERIFY(one.strokes[i].opacity < none.strokes[i].opacity);
        }
        const drawing::Drawing marks = scene.marks(lookAt({5, 2, 0}));
        const auto strong = [](const drawing::Stroke& stroke) { return stroke.opacity > 0.9; };
        QVERIFY(std::any_of(marks.strokes.begin(), marks.strokes.end(), strong));
    }

    void thePictureSaysTheNumbers() {
        const view::Subject subject = valuesOf(8);
        const ValuesScene scene(subject);
        const double carried = mayfly::contribution(*subject.snapshot->trace, *subject.snapshot->model, {1, 0}, 5, 2);
        const QString words = fixture::textsOf(scene.marks(lookAt({5, 2, 0}))).join(u'\n');
        QVERIFY2(words.contains(QLocale::c().toString(carried, 'g', 3)), qPrintable(words));
        QVERIFY(words.contains(QLocale::c().toString(double(subject.snapshot->trace->weight({1, 0}, 5, 2)), 'f', 3)));
        QVERIFY(fixture::textsOf(scene.marks(lookAt())).join(u'\n').contains(QStringLiteral("below: what they carry")));
        QVERIFY(scene.remark().contains(QStringLiteral("100.0 %")));
    }

    void topMassHoldsOfBoth() {
        const auto count = [](const ValuesScene& scene, bool mirrored) {
            return std::ranges::count(scene.both().edges, mirrored, &graph::SceneEdge::mirrored);
        };
        const ValuesScene all(valuesOf(20));
        const ValuesScene few(valuesOf(20, 0.4));
        for (const bool mirrored : {false, true}) QVERIFY(count(few, mirrored) < count(all, mirrored));
    }

    void theKeyboardWalksThroughTheWeights() {
        const ValuesScene scene(valuesOf(6));
        QCOMPARE(scene.walk({}, view::Step::Right), (Focus{0, -1, -1}));
        const Focus from{5, -1, -1};
        std::vector<Focus> seen{from};
        for (Focus at = scene.walk(from, view::Step::Down); at != seen.back(); at = scene.walk(at, view::Step::Down))
            seen.push_back(at);
        QCOMPARE(seen.size(), std::size_t(1 + 2 * 6)); // the token, and each edge of its two heads once
        QCOMPARE(scene.walk(seen[1], view::Step::Up), from);
        QVERIFY(!scene.placeOf(seen[1], {}).isEmpty());
    }

    void anEmptyTextIsEmpty() {
        const ValuesScene scene(valuesOf(0));
        QVERIFY(scene.both().edges.empty() && scene.remark().isEmpty());
        QVERIFY(scene.hit({}, {450, 280}).isNone() && scene.walk({}, view::Step::Left).isNone());
    }
};

QTEST_MAIN(TestValuesScene)
#include "tst_values_scene.moc"
