#include "app/graph/circle.h"

#include <QTest>

#include <cmath>

namespace {

const QSizeF area{1000, 640};

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

graph::Placement circleOf(int count) { return graph::placeCircle(std::vector<double>(std::size_t(count), 2.0), area); }

} // namespace

class TestCircle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTokenIsOnIt_data() {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 3, 12, 60, 500}) QTest::addRow("%d", count) << count;
    }
    void everyTokenIsOnIt() {
        QFETCH(int, count);
        const auto circle = circleOf(count);
        double turned = -1;
        for (const graph::Place& place : circle.places) {
            QVERIFY(std::abs(distance(place.query, circle.centre) - circle.radius) < 1e-6);
            const QPointF out = graph::outward(place.query, circle);
            const double angle = std::atan2(out.x(), -out.y()); // clockwise from the top
            const double turn = angle < -1e-9 ? angle + 2 * M_PI : angle;
            QVERIFY(turn > turned);
            turned = turn;
        }
        if (count < 2) return;
        const double between = distance(circle.places[0].query, circle.places[1].query);
        if (count > 3) // the text begins and ends where there is a gap
            QVERIFY(distance(circle.places.front().query, circle.places.back().query) > 1.3 * between);
    }

    void fewTokensStandNear() { QVERIFY(circleOf(3).radius < 160 && circleOf(3).radius < circleOf(12).radius); }

    void labelsFitOutside() {
        for (const int count : {12, 60, 500}) {
            const auto circle = circleOf(count);
            QVERIFY(circle.centre.y() - circle.radius > 44 + circle.font);
            QVERIFY(circle.centre.y() + circle.radius < area.height() - 20 - circle.font);
        }
        QVERIFY(circleOf(12).natural && !circleOf(500).natural);
    }

    void chordsStayWithin() {
        const auto circle = circleOf(12);
        for (std::size_t i = 0; i < 12; ++i)
            for (std::size_t j = 0; j < 12; ++j)
                for (const int slot : {0, 7}) {
                    const auto curve = graph::chord(circle.places[i].query, circle.places[j].key,
                                                    graph::wayOf(int(i), int(j)), slot, circle);
                    for (int t = 1; t < 16; ++t)
                        QVERIFY(distance(drawing::pointOn(curve, t / 16.0), circle.centre) < circle.radius);
                }
    }

    void theFurtherTheDeeper() {
        const auto circle = circleOf(12);
        double last = circle.radius;
        for (std::size_t j = 1; j <= 6; ++j) {
            const auto curve = graph::chord(circle.places[j].query, circle.places[0].key, graph::Way::Back, 0, circle);
            const double middle = distance(drawing::pointOn(curve, 0.5), circle.centre);
            QVERIFY(middle < last);
            last = middle;
        }
    }

    void theTwoWaysOfAPairPart() {
        const auto circle = circleOf(12);
        const QPointF one = circle.places[1].query;
        const QPointF other = circle.places[5].query;
        const auto back = graph::chord(other, one, graph::Way::Back, 0, circle);
        const auto ahead = graph::chord(one, other, graph::Way::Ahead, 0, circle);
        QVERIFY(distance(drawing::pointOn(back, 0.5), drawing::pointOn(ahead, 0.5)) > 8);
    }

    void theMiddleHasAWayOut() {
        const auto circle = circleOf(3);
        QCOMPARE(graph::outward(circle.centre, circle), QPointF(0, -1));
    }
};

QTEST_APPLESS_MAIN(TestCircle)
#include "tst_circle.moc"
