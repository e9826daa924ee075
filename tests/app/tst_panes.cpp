#include "app/compare/panes.h"
#include "app/matrix/matrix_scene.h"
#include "tests/app/compare_fixture.h"

#include <QTest>

#include <algorithm>

using compare::Mode;
using compare::Panes;
using fixture::compared;
using graph::Focus;
using view::Kind;

namespace {

const std::vector<mayfly::HeadIndex> two{{1, 0}, {0, 1}};

graph::Look lookAt(const Focus& focus = {}) {
    graph::Look look;
    look.focus = focus;
    return look;
}

/// On the screen, in that pane.
QPointF cell(const Panes& panes, int pane, int query, int key) {
    const auto& scene = dynamic_cast<const matrix::MatrixScene&>(panes.scene(pane));
    return scene.placeOf({query, key, 0}, {}).center() + panes.places().panes[std::size_t(pane)].topLeft();
}

/// Frames of cells that are pointed out, in each pane.
std::array<int, 2> framesOf(const Panes& panes, const Focus& focus) {
    std::array<int, 2> frames{};
    for (const drawing::Box& box : panes.marks(lookAt(focus)).boxes)
        for (std::size_t pane : {0, 1})
            frames[pane] += int(box.fill == Palette::light().ink && panes.places().panes[pane].contains(box.rect.center()));
    return frames;
}

} // namespace

class TestPanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void panesFillTheArea_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("layout");
        QTest::addColumn<QSizeF>("area");
        QTest::addColumn<bool>("above");
        const QSizeF wide(1000, 600), high(500, 900);
        QTest::newRow("arcs") << int(Kind::Graph) << int(graph::Layout::Arc) << wide << true;
        QTest::newRow("columns") << int(Kind::Graph) << int(graph::Layout::Columns) << wide << false;
        QTest::newRow("values") << int(Kind::Values) << int(graph::Layout::Columns) << wide << true;
        QTest::newRow("matrices") << int(Kind::Matrix) << int(graph::Layout::Arc) << wide << false;
        QTest::newRow("matrices in a high area") << int(Kind::Matrix) << int(graph::Layout::Arc) << high << true;
    }

    void panesFillTheArea() {
        QFETCH(int, kind);
        QFETCH(int, layout);
        QFETCH(QSizeF, area);
        QFETCH(bool, above);
        for (const bool titles : {false, true}) {
            const auto places = compare::placePanes(Kind(kind), graph::Layout(layout), titles, area);
            const QRectF &first = places.panes[0], &second = places.panes[1];
            QCOMPARE(first.size(), second.size());
            QVERIFY(!first.intersects(second));
            QVERIFY(QRectF(QPointF(), area).contains(first | second));
            QCOMPARE(first.left() == second.left(), above);
            QCOMPARE(places.title > 0, titles);
            const double covered = (first.height() + places.title) * first.width() * 2;
            QVERIFY(covered > 0.99 * area.width() * area.height());
            QCOMPARE(places.at(first.center()), 0);
            QCOMPARE(places.at(second.center()), 1);
            QCOMPARE(places.at({-1, -1}), -1);
        }
    }

    void eachHeadHasAPane_data() {
        QTest::addColumn<int>("kind");
        for (const Kind kind : view::kinds)
            if (view::isOfHeads(kind)) QTest::newRow(view::nameOf(kind)) << int(kind);
    }

    void eachHeadHasAPane() {
        QFETCH(int, kind);
        const Panes panes(compared(Mode::Heads, Kind(kind), two));
        const drawing::Drawing drawn = view::compose(panes, lookAt());
        std::array<bool, 2> named{};
        for (const drawing::Label& label : drawn.labels)
            for (std::size_t pane : {0, 1})
                named[pane] |= panes.places().panes[pane].contains(label.at) &&
                               label.text.contains(QString::fromStdString(mayfly::toString(two[pane])));
        QVERIFY(named[0] && named[1]);
        if (Kind(kind) != Kind::Graph) return;
        for (const drawing::Stroke& stroke : drawn.strokes) // a head has the colour that it has among several
            QCOMPARE(stroke.colour, Palette::light().heads[std::size_t(panes.places().at(stroke.curve[0]))]);
    }

    void whatIsPointedOutInOnePaneIsInBoth() {
        const Panes panes(compared(Mode::Heads, Kind::Matrix, two));
        for (int pane : {0, 1}) {
            const Focus focus = panes.hit({}, cell(panes, pane, 4, 2));
            QCOMPARE(focus, (Focus{4, 2, pane}));
            const auto frames = framesOf(panes, focus);
            QVERIFY(frames[0] > 0);
            QCOMPARE(frames[0], frames[1]);
            QCOMPARE(panes.walk(focus, view::Step::Left), (Focus{4, 1, pane}));
            QCOMPARE(panes.placeOf(focus, {}).center(), cell(panes, 0, 4, 2));
        }
        QVERIFY(panes.pane().contains(cell(panes, 0, 4, 2)));
        QVERIFY(panes.hit({}, panes.places().panes[1].bottomRight() - QPointF(2, 2)).isNone());
    }

    void theTextsAreBesideEachOther_data() {
        QTest::addColumn<int>("kind");
        for (const Kind kind : view::kinds) QTest::newRow(view::nameOf(kind)) << int(kind);
    }

    void theTextsAreBesideEachOther() {
        QFETCH(int, kind);
        const Panes panes(compared(Mode::BeforeAfter, Kind(kind)));
        const drawing::Drawing drawn = view::compose(panes, lookAt());
        const QStringList words = fixture::textsOf(drawn);
        QVERIFY(words.contains(QStringLiteral("before")) && words.contains(QStringLiteral("after")));
        for (const drawing::Stroke& stroke : drawn.strokes)
            for (const QPointF end : {stroke.curve[0], stroke.curve[3]})
                QVERIFY(QRectF({0, 0}, QSizeF(1000, 600)).adjusted(-1, -1, 1, 1).contains(end));
    }

    void aPairIsFoundInTheOtherText() {
        const Panes panes(compared(Mode::BeforeAfter));
        const Focus before = panes.hit({}, cell(panes, 0, 4, 1));
        QCOMPARE(before, (Focus{4, 1, 0, -1, true}));
        QCOMPARE(panes.live(before), (Focus{5, 2, 0}));
        const Focus after = panes.hit({}, cell(panes, 1, 5, 2));
        QCOMPARE(after, (Focus{5, 2, 0}));
        for (const Focus& focus : {before, after}) {
            const auto frames = framesOf(panes, focus);
            QVERIFY(frames[0] > 0 && frames[0] == frames[1]);
        }
        // One that is new is pointed out where it is.
        const auto frames = framesOf(panes, panes.hit({}, cell(panes, 1, 5, 1)));
        QVERIFY(frames[0] == 0 && frames[1] > 0);
        QCOMPARE(panes.walk(before, view::Step::Left), (Focus{4, 0, 0, -1, true}));
        // A tooltip is of the text that is pointed at.
        QVERIFY(panes.describe(before).contains(QLatin1String("1.0")));
        QVERIFY(panes.describe(after).isEmpty());
    }

    void whatIsZoomedStaysInItsPane() {
        view::Subject subject = compared(Mode::Heads, Kind::Graph, two);
        const Panes panes(subject);
        graph::Look look;
        look.viewport = {3, {-200, -150}};
        const drawing::Drawing drawn = view::compose(panes, look);
        QVERIFY(!drawn.strokes.empty());
        const Palette palette = Palette::light();
        for (const drawing::Stroke& stroke : drawn.strokes) {
            const std::size_t pane = stroke.colour == palette.heads[0] ? 0 : 1;
            for (const double t : {0.01, 0.5, 0.99})
                QVERIFY(panes.places().panes[pane].adjusted(-1, -1, 1, 1).contains(drawing::pointOn(stroke.curve, t)));
        }
        QCOMPARE(panes.anchorOf(panes.places().panes[1].topLeft() + QPointF(30, 40)), QPointF(30, 40));
    }

    void whatStaysIsNotMadeAgain() {
        const view::Subject first = compared(Mode::BeforeAfter);
        const Panes before(first);
        view::Subject next = first;
        next.snapshot = fixture::ofIds({5, 6, 7});
        const Panes panes(next, &before);
        QCOMPARE(&panes.scene(0), &before.scene(0));
        QVERIFY(&panes.scene(1) != &before.scene(1));
    }

    void theRemarkIsOfBoth() {
        view::Subject subject = compared(Mode::Heads, Kind::Graph, two);
        subject.topMass = 0.5;
        const QString remark = Panes(subject).remark();
        QVERIFY2(remark.contains(QLatin1String("1.0: shows")) && remark.contains(QLatin1String("0.1: shows")), qPrintable(remark));
        QVERIFY(Panes(compared(Mode::BeforeAfter, Kind::Path)).remark().contains(QLatin1String("axes of its own")));
    }
};

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
