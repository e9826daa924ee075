#include "app/compare/difference_graph.h"
#include "tests/app/compare_fixture.h"

#include <QTest>

#include <algorithm>

using compare::Changes;
using compare::DifferenceGraph;
using compare::Mode;
using fixture::compared;
using graph::Focus;
using view::Kind;

namespace {

graph::Look lookAt(const Focus& focus = {}) {
    graph::Look look;
    look.focus = focus;
    return look;
}

int countOf(const drawing::Drawing& drawing, const QColor& colour, int dash) {
    return int(std::ranges::count_if(drawing.strokes, [&](const drawing::Stroke& stroke) {
        return stroke.colour == colour && stroke.dash == dash;
    }));
}

} // namespace

class TestDifferenceGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void gainsAndLossesDifferInColourAndDash_data() {
        QTest::addColumn<int>("layout");
        for (const graph::Layout layout : graph::everyLayout) QTest::newRow(graph::nameOf(layout)) << int(layout);
    }

    void gainsAndLossesDifferInColourAndDash() {
        QFETCH(int, layout);
        view::Subject subject = compared(Mode::Difference, Kind::Graph);
        subject.layout = graph::Layout(layout);
        const DifferenceGraph scene(subject);
        const Palette palette = Palette::light();
        const auto& edges = scene.changes().graph.edges;
        const auto gained = std::ranges::count(edges, Changes::gain, &mayfly::Edge::slot);
        for (const Focus& focus : {Focus{}, Focus{2, -1, -1}}) { // a token in focus changes no colour
            const drawing::Drawing ground = scene.ground(lookAt(focus));
            QCOMPARE(countOf(ground, palette.gained, 0), int(gained));
            QCOMPARE(countOf(ground, palette.lost, 1), int(edges.size()) - int(gained));
            const drawing::Drawing marks = scene.marks(lookAt(focus)); // what is in focus, and the legend's samples
            QCOMPARE(countOf(marks, palette.gained, 0) + countOf(marks, palette.lost, 1), int(marks.strokes.size()));
            QCOMPARE(marks.strokes.size() > 2, !focus.isNone());
        }
        const QStringList words = fixture::textsOf(view::compose(scene, lookAt()));
        QVERIFY(words.contains(QStringLiteral("head 1.0: gained")) && words.contains(QStringLiteral("lost")));
        QVERIFY(std::ranges::any_of(words, [](const QString& word) { return word.startsWith(u'+'); }));
    }

    void theWidestIsTheLargestChange() {
        const DifferenceGraph scene(compared(Mode::Difference, Kind::Graph));
        const auto& edges = scene.graphPane().scene().edges;
        QCOMPARE(edges.back().weight, 1.0);
        const auto& changes = scene.changes().graph.edges;
        for (std::size_t i = 0; i < edges.size(); ++i)
            QVERIFY(std::abs(edges[i].weight * scene.changes().largest - double(changes[i].weight)) < 1e-6);
        QVERIFY(scene.remark().contains(QLocale().toString(scene.changes().largest, 'f', 2)));
    }

    void whatIsHitIsOfTheTextThatHasIt() {
        // The fourth token is gone.
        const DifferenceGraph scene(compared(Mode::Difference, Kind::Graph, {{1, 0}}, {5, 6, 7, 8, 9}, {5, 6, 7, 9}));
        const auto& nodes = scene.graphPane().scene().nodes;
        QCOMPARE(scene.hit({}, nodes[2].place.query), (Focus{2, -1, -1}));
        QCOMPARE(scene.hit({}, nodes[3].place.query), (Focus{3, -1, -1, -1, true}));
        QCOMPARE(scene.hit({}, nodes[4].place.query), (Focus{3, -1, -1}));
        QVERIFY(nodes[3].presence < 1 && nodes[4].presence == 1);
        for (const Focus& focus : {Focus{2, -1, -1}, Focus{3, -1, -1, -1, true}})
            QCOMPARE(scene.hit({}, scene.placeOf(focus, {}).center()), focus);
        QVERIFY(scene.live({3, -1, -1, -1, true}).isNone());
    }

    void anEdgeTellsItsNumbers() {
        const DifferenceGraph scene(compared(Mode::Difference, Kind::Graph));
        const auto& edge = scene.graphPane().scene().edges.back();
        const Focus focus = scene.hit({}, drawing::pointOn(edge.curve, 0.5));
        QCOMPARE(focus, scene.live(focus));
        QCOMPARE(focus.slot, 0); // the head, and not what was gained or lost
        QVERIFY(scene.describe(focus).contains(QLatin1String("difference")));
        const QString line = fixture::textsOf(scene.marks(lookAt(focus))).join(u'\n');
        QVERIFY2(line.contains(QLatin1String("before ")), qPrintable(line));
    }

    void theKeyboardWalksThroughChanges() {
        const DifferenceGraph scene(compared(Mode::Difference, Kind::Graph));
        Focus at = scene.walk({}, view::Step::Right);
        QCOMPARE(at, (Focus{0, -1, -1}));
        for (int i = 0; i < 5; ++i) at = scene.walk(at, view::Step::Right);
        QCOMPARE(at, (Focus{5, -1, -1}));
        const Focus heaviest = scene.walk(at, view::Step::Down), next = scene.walk(heaviest, view::Step::Down);
        QVERIFY(heaviest.isEdge() && next.isEdge() && heaviest != next);
        const auto sizeOf = [&](const Focus& focus) {
            return std::abs(Difference(scene).at(focus.query, focus.key).difference);
        };
        QVERIFY(sizeOf(heaviest) >= sizeOf(next));
    }

private:
    /// Places and the text after are the same where nothing is gone.
    static compare::Difference Difference(const DifferenceGraph&) {
        return {fixture::ofIds(fixture::idsBefore), fixture::ofIds(fixture::idsAfter),
                {{{1, 0}}, matrix::Quantity::Weight, false, false}};
    }
};

QTEST_MAIN(TestDifferenceGraph)
#include "tst_difference_graph.moc"
