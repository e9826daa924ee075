#include "app/flow/flow_scene.h"
#include "tests/app/matrix_fixture.h"

#include <QTest>

#include <algorithm>

using flow::FlowScene;
using fixture::lookAt;
using graph::Focus;

namespace {

view::Subject flowOf(int tokens, int from = -1) {
    view::Subject subject = fixture::subject(fixture::tokens(tokens), {}, {{0, 0}}, {900, 560});
    subject.kind = view::Kind::Flow;
    subject.from = from;
    subject.topMass = 1;
    return subject;
}

} // namespace

class TestFlowScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void itFollowsTheChosenToken() {
        QCOMPARE(FlowScene(flowOf(8, 3)).rollout().token, 3);
        QCOMPARE(FlowScene(flowOf(8)).rollout().token, 7);
        QCOMPARE(FlowScene(flowOf(8, 99)).rollout().token, 7); // the text has become shorter
        const view::Subject subject = flowOf(8, 3);
        QCOMPARE(FlowScene(subject).rollout().reach, mayfly::rollOut(*subject.snapshot->trace, {3, 1.0}).reach);
    }

    void layersStandAboveEachOther() {
        const FlowScene scene(flowOf(8, 7));
        for (int token = 0; token < 8; ++token) {
            if (token > 0) QVERIFY(scene.pointOf(0, token).x() > scene.pointOf(0, token - 1).x());
            QVERIFY(scene.pointOf(1, token).y() < scene.pointOf(0, token).y());
        }
        const drawing::Drawing drawn = scene.ground(lookAt());
        QCOMPARE(drawn.strokes.size(), scene.rollout().edges.size());
        for (std::size_t i = 0; i < drawn.strokes.size(); ++i) {
            const mayfly::Edge& edge = scene.rollout().edges[i];
            QCOMPARE(drawn.strokes[i].curve[0], scene.pointOf(edge.slot + 1, edge.query));
            QCOMPARE(drawn.strokes[i].curve[3], scene.pointOf(edge.slot, edge.key));
        }
    }

    void discsAreAsLargeAsTheirShares() {
        const FlowScene scene(flowOf(8, 7));
        const drawing::Drawing drawn = scene.ground(lookAt());
        const auto radiusAt = [&](QPointF at) {
            const auto disc = std::find_if(drawn.discs.begin(), drawn.discs.end(),
                                           [&](const drawing::Disc& each) { return each.centre == at; });
            return disc == drawn.discs.end() ? 0.0 : disc->radius;
        };
        QVERIFY(radiusAt(scene.pointOf(2, 7)) > radiusAt(scene.pointOf(1, 7)));
        QCOMPARE(radiusAt(scene.pointOf(2, 3)), 0.0); // at the end the token is all that it is made of
        QVERIFY(radiusAt(scene.pointOf(0, 3)) > 0);
    }

    void aTokenInFocusSaysItsShares() {
        const FlowScene scene(flowOf(8, 7));
        const drawing::Drawing drawn = scene.marks(lookAt({7, -1, -1}));
        const QStringList words = fixture::textsOf(drawn);
        QVERIFY(words.contains(QStringLiteral("100 %")));
        const double share = double(scene.rollout().at(1, 7)) * 100;
        QVERIFY(words.contains(QStringLiteral("%1 %").arg(QLocale::c().toString(share, 'f', 0))));
        QVERIFY(!drawn.strokes.empty());
        for (const drawing::Stroke& stroke : drawn.strokes) QCOMPARE(stroke.colour, Palette::light().outgoing);
        for (const drawing::Stroke& stroke : scene.ground(lookAt({7, -1, -1})).strokes) QVERIFY(stroke.opacity < 0.35);
        QCOMPARE(scene.ground(lookAt({7, -1, -1})).discs.size(), scene.ground(lookAt({2, -1, -1})).discs.size());
    }

    void columnsAreHit() {
        const FlowScene scene(flowOf(8));
        const graph::Viewport viewport{2, {-100, 5}};
        for (int token = 0; token < 8; ++token)
            for (int depth = 0; depth <= 2; ++depth)
                QCOMPARE(scene.hit(viewport, viewport.map(scene.pointOf(depth, token)) + QPointF(3, 5)),
                         (Focus{token, -1, -1}));
        QVERIFY(scene.hit({}, {3, 3}).isNone());
    }

    void theKeyboardWalks() {
        const FlowScene scene(flowOf(8, 4));
        QCOMPARE(scene.walk({}, view::Step::Right).query, 4);
        QCOMPARE(scene.walk({4, -1, -1}, view::Step::Right).query, 5);
        QCOMPARE(scene.walk({0, -1, -1}, view::Step::Left).query, 0);
    }

    void labelsCoverEachOtherNowhere() {
        const FlowScene scene(flowOf(32));
        std::vector<double> feet;
        for (const drawing::Label& label : scene.marks(lookAt()).labels)
            if (label.anchor != drawing::Anchor::Start) feet.push_back(label.at.x());
        std::sort(feet.begin(), feet.end());
        QVERIFY(feet.size() > 8);
        for (std::size_t i = 1; i < feet.size(); ++i) QVERIFY(feet[i] - feet[i - 1] > 12);
    }

    void fewTokensAreNoTrouble() {
        const FlowScene empty(flowOf(0));
        QVERIFY(empty.ground(lookAt()).strokes.empty() && empty.marks(lookAt()).labels.empty());
        QVERIFY(empty.hit({}, {450, 280}).isNone() && empty.remark().isEmpty() && empty.walk({}, view::Step::Up).isNone());
        const FlowScene one(flowOf(1));
        QCOMPARE(one.rollout().at(0, 0), 1.0F);
        QCOMPARE(one.hit({}, one.pointOf(1, 0)).query, 0);
    }
};

QTEST_MAIN(TestFlowScene)
#include "tst_flow_scene.moc"
