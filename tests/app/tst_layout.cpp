#include "app/graph/layout.h"

#include <QTest>

#include <cmath>

using graph::Layout;

namespace {

const QSizeF area{1000, 640};

std::vector<double> widths(int count) {
    std::vector<double> all;
    for (int i = 0; i < count; ++i) all.push_back(1.0 + 0.5 * (i % 5));
    return all;
}

double top(const graph::Curve& curve) {
    double least = curve[0].y();
    for (int i = 0; i <= 32; ++i) least = std::min(least, drawing::pointOn(curve, i / 32.0).y());
    return least;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesComeBack();
    void everyTokenHasAPlace_data();
    void everyTokenHasAPlace();
    void noTokensHaveNone();
    void threeTokensStayTogether();
    void uprightLabelsHaveRoom();
    void curvesStartAndEndAtTheirTokens_data();
    void curvesStartAndEndAtTheirTokens();
    void widerArcsAreHigher();
    void arcsStayWithinTheArea_data() { everyTokenHasAPlace_data(); }
    void arcsStayWithinTheArea();
    void loopsAreAsLargeInEveryLayout_data() { everyTokenHasAPlace_data(); }
    void loopsAreAsLargeInEveryLayout();
    void arcsToLaterTokensLieBelow_data() { everyTokenHasAPlace_data(); }
    void arcsToLaterTokensLieBelow();
    void aLoopReturnsAndGrowsWithItsSlot();
};

void TestLayout::namesComeBack() {
    for (const Layout layout : graph::everyLayout)
        QVERIFY(graph::layoutNamed(graph::nameOf(layout)) == layout);
    QVERIFY(!graph::layoutNamed("tree"));
    QVERIFY(!graph::layoutNamed(""));
}

void TestLayout::everyTokenHasAPlace_data() {
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<int>("count");
    for (const Layout layout : graph::everyLayout)
        for (const int count : {1, 2, 3, 8, 40, 100, 500})
            QTest::addRow("%s %d", graph::nameOf(layout), count) << layout << count;
}

void TestLayout::everyTokenHasAPlace() {
    QFETCH(Layout, layout);
    QFETCH(int, count);
    const graph::Placement placement = graph::place(layout, widths(count), area);
    QCOMPARE(placement.places.size(), std::size_t(count));
    const QRectF room({0, 0}, area);
    for (std::size_t i = 0; i < placement.places.size(); ++i) {
        const graph::Place& at = placement.places[i];
        QVERIFY(room.contains(at.query) && room.contains(at.key));
        if (layout == Layout::Columns)
            QVERIFY(at.query.x() < at.key.x() && at.query.y() == at.key.y());
        else
            QCOMPARE(at.query, at.key);
        if (i == 0 || layout == Layout::Circle || layout == Layout::Gravity) continue;
        const QPointF by = at.query - placement.places[i - 1].query;
        QVERIFY((layout == Layout::Arc ? by.x() : by.y()) >= placement.spacing - 1e-6);
        QVERIFY(std::abs(layout == Layout::Arc ? by.y() : by.x()) < 1e-6);
    }
    QVERIFY(placement.spacing > 0);
}

void TestLayout::noTokensHaveNone() {
    for (const Layout layout : graph::everyLayout) QVERIFY(graph::place(layout, {}, area).places.empty());
}

void TestLayout::threeTokensStayTogether() {
    const auto arc = graph::place(Layout::Arc, {1, 1, 1}, {4000, 800});
    QVERIFY(arc.places[2].query.x() - arc.places[0].query.x() < 1000);
    const auto columns = graph::place(Layout::Columns, {1, 1, 1}, {800, 4000});
    QVERIFY(columns.places[2].query.y() - columns.places[0].query.y() < 200);
}

void TestLayout::uprightLabelsHaveRoom() {
    const std::vector<double> all = widths(12);
    const auto placement = graph::place(Layout::Arc, all, area);
    QVERIFY(placement.natural);
    for (std::size_t i = 1; i < all.size(); ++i)
        QVERIFY(placement.places[i].query.x() - placement.places[i - 1].query.x() >
                (all[i] + all[i - 1]) / 2 * placement.font);
    QVERIFY(!graph::place(Layout::Arc, widths(200), area).natural);
}

void TestLayout::curvesStartAndEndAtTheirTokens_data() {
    QTest::addColumn<Layout>("layout");
    for (const Layout layout : graph::everyLayout) QTest::newRow(graph::nameOf(layout)) << layout;
}

void TestLayout::curvesStartAndEndAtTheirTokens() {
    QFETCH(Layout, layout);
    const auto placement = graph::place(layout, widths(6), area);
    for (int query = 0; query < 6; ++query)
        for (int key = 0; key < 6; ++key)
            for (const int slot : {0, 7}) {
                const graph::Place& from = placement.places[std::size_t(query)];
                const graph::Place& to = placement.places[std::size_t(key)];
                const auto curve = graph::curveOf(layout, from, to, graph::wayOf(query, key), slot, placement);
                const QPointF below(0, query < key ? placement.band : 0);
                QCOMPARE(drawing::pointOn(curve, 0), from.query + below);
                QCOMPARE(drawing::pointOn(curve, 1), to.key + below);
            }
}

void TestLayout::widerArcsAreHigher() {
    for (const int count : {8, 300}) {
        const auto placement = graph::place(Layout::Arc, widths(count), area);
        const graph::Place& first = placement.places[0];
        double last = first.query.y();
        for (int query = 1; query < count; query *= 2) {
            const auto curve =
                graph::curveOf(Layout::Arc, placement.places[std::size_t(query)], first, graph::Way::Back, 0, placement);
            QVERIFY(top(curve) < last);
            last = top(curve);
        }
    }
}

void TestLayout::arcsStayWithinTheArea() {
    QFETCH(Layout, layout);
    QFETCH(int, count);
    const auto placement = graph::place(layout, widths(count), area);
    const auto curve =
        graph::curveOf(layout, placement.places.back(), placement.places.front(), graph::wayOf(count - 1, 0), 0, placement);
    for (int i = 0; i <= 32; ++i) QVERIFY(QRectF({0, 0}, area).contains(drawing::pointOn(curve, i / 32.0)));
}

/// And larger for each further head.
void TestLayout::loopsAreAsLargeInEveryLayout() {
    QFETCH(Layout, layout);
    QFETCH(int, count);
    if (layout == Layout::Columns) return;
    const auto placement = graph::place(layout, widths(count), area);
    for (const int slot : {0, 3}) {
        const graph::Place& at = placement.places.front();
        const auto curve = graph::curveOf(layout, at, at, graph::Way::ToItself, slot, placement);
        const QPointF reach = drawing::pointOn(curve, 0.5) - at.query;
        const QPointF across = curve[2] - curve[1];
        QVERIFY(std::abs(std::hypot(reach.x(), reach.y()) - 0.75 * (42 + 10 * slot)) < 1e-9);
        QVERIFY(std::abs(std::hypot(across.x(), across.y()) - 2 * (24 + 6 * slot)) < 1e-9);
        QVERIFY(std::abs(QPointF::dotProduct(reach, across)) < 1e-9);
    }
}

void TestLayout::arcsToLaterTokensLieBelow() {
    QFETCH(Layout, layout);
    QFETCH(int, count);
    if (layout != Layout::Arc || count < 2) return;
    const auto placement = graph::place(layout, widths(count), area, true);
    const graph::Place& first = placement.places.front();
    const graph::Place& last = placement.places.back();
    const auto back = graph::curveOf(layout, last, first, graph::Way::Back, 0, placement);
    const auto ahead = graph::curveOf(layout, first, last, graph::Way::Ahead, 0, placement);
    for (int i = 0; i <= 32; ++i) {
        const QPointF above = drawing::pointOn(back, i / 32.0);
        const QPointF below = drawing::pointOn(ahead, i / 32.0);
        QVERIFY(QRectF({0, 0}, area).contains(above) && QRectF({0, 0}, area).contains(below));
        QVERIFY(above.y() <= first.query.y());
        QVERIFY(below.y() >= first.query.y() + placement.font); // the labels are between
    }
    QCOMPARE(graph::place(layout, widths(count), area).band, 0.0);
}

void TestLayout::aLoopReturnsAndGrowsWithItsSlot() {
    const auto placement = graph::place(Layout::Arc, widths(3), area);
    const graph::Place& at = placement.places[1];
    double last = at.query.y();
    for (int slot = 0; slot < 8; ++slot) {
        const auto curve = graph::curveOf(Layout::Arc, at, at, graph::Way::ToItself, slot, placement);
        QCOMPARE(curve[0], curve[3]);
        QVERIFY(top(curve) < last);
        last = top(curve);
    }
}

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
