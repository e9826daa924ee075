#include "app/graph/gravity.h"

#include <QTest>

#include <cmath>

using graph::Attraction;

namespace {

const QSizeF area{1000, 640};
using Held = std::vector<std::optional<QPointF>>;

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

/// So many words, each drawn to one a few words before and all a little to the first.
struct Crowd {
    explicit Crowd(int count) : widths(std::size_t(count), 2.0), held(std::size_t(count)) {
        rows = graph::placeInRows(widths, area);
        for (int i = 1; i < count; ++i) {
            attractions.push_back({i, 0, 0.3});
            attractions.push_back({i, std::max(0, i - 1 - i % 3), 0.5});
        }
    }
    std::vector<QPointF> settled() const { return graph::settle(rows, widths, attractions, held, area); }

    std::vector<double> widths;
    Held held;
    graph::Placement rows;
    std::vector<Attraction> attractions;
};

} // namespace

class TestGravity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreInReadingOrder_data() { counts(); }
    void rowsAreInReadingOrder() {
        QFETCH(int, count);
        const auto rows = graph::placeInRows(std::vector<double>(std::size_t(count), 2.0), area);
        QCOMPARE(rows.places.size(), std::size_t(count));
        const double start = rows.places.front().query.x();
        for (std::size_t i = 1; i < rows.places.size(); ++i) {
            const QPointF by = rows.places[i].query - rows.places[i - 1].query;
            // On to the right, or down to the beginning of the next row.
            QVERIFY(by.x() > 0 || (by.y() > 0 && rows.places[i].query.x() < start + 120));
        }
    }

    void everyTokenIsInTheArea_data() { counts(); }
    void everyTokenIsInTheArea() {
        QFETCH(int, count);
        const auto points = Crowd(count).settled();
        QCOMPARE(points.size(), std::size_t(count));
        for (const QPointF& point : points) QVERIFY(QRectF({0, 0}, area).contains(point));
    }

    void theSameAgain() { QCOMPARE(Crowd(60).settled(), Crowd(60).settled()); }

    void attentionDrawsTogether() {
        Crowd crowd(8);
        crowd.attractions = {{0, 7, 0.1}, {1, 6, 0.1}};
        const auto weak = crowd.settled();
        crowd.attractions = {{0, 7, 2}, {1, 6, 0.1}};
        const auto strong = crowd.settled();
        QVERIFY(distance(strong[0], strong[7]) < 0.6 * distance(weak[0], weak[7]));
        QVERIFY(distance(strong[0], strong[7]) < distance(strong[1], strong[6]));
    }

    void nobodyAttendsKeepsTheReadingOrder() {
        Crowd crowd(6);
        crowd.attractions.clear();
        const auto points = crowd.settled();
        for (std::size_t i = 1; i < points.size(); ++i) QVERIFY(points[i].x() > points[i - 1].x());
    }

    void labelsKeepApart() {
        const Crowd crowd(30);
        const auto points = crowd.settled();
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const QPointF by = points[i] - points[j];
                const double across = by.x() / (3 * crowd.rows.font);
                const double down = by.y() / (2.5 * crowd.rows.font);
                QVERIFY2(std::hypot(across, down) > 0.9, qPrintable(QStringLiteral("%1 %2").arg(i).arg(j)));
            }
    }

    void whatIsHeldStays() {
        Crowd crowd(20);
        const auto before = crowd.settled();
        crowd.held[0] = QPointF(950, 600);
        const auto after = crowd.settled();
        QCOMPARE(after[0], QPointF(950, 600));
        double nearer = 0; // the others are drawn to it
        for (std::size_t i = 1; i < after.size(); ++i)
            nearer += distance(before[i], {950, 600}) - distance(after[i], {950, 600});
        QVERIFY(nearer > 0);
        crowd.held[0] = QPointF(1e300, -1e300); // however far
        for (std::size_t i = 1; i < 20; ++i) QVERIFY(QRectF({0, 0}, area).contains(crowd.settled()[i]));
    }

    void aSmallChangeIsASmallMove() {
        Crowd crowd(12);
        const auto before = crowd.settled();
        crowd.attractions[5].strength += 0.01;
        const auto after = crowd.settled();
        for (std::size_t i = 0; i < after.size(); ++i) QVERIFY(distance(before[i], after[i]) < 25);
    }

    /// Two on one place step to the sides where they stood.
    void theyKeepTheirSides() {
        Crowd crowd(6);
        crowd.attractions = {{2, 3, 50}};
        const auto first = crowd.settled();
        QVERIFY(distance(first[2], first[3]) > 20);
        Held last(first.begin(), first.end());
        const auto again = graph::settle(crowd.rows, crowd.widths, crowd.attractions, crowd.held, area, last);
        for (std::size_t i = 0; i < first.size(); ++i) QVERIFY(distance(first[i], again[i]) < 12);
        std::swap(last[2], last[3]);
        const auto swapped = graph::settle(crowd.rows, crowd.widths, crowd.attractions, crowd.held, area, last);
        const QPointF was = first[3] - first[2], is = swapped[3] - swapped[2];
        QVERIFY(QPointF::dotProduct(was, is) < 0);
    }

    void nothingAndOne() {
        QVERIFY(graph::settle({}, {}, {}, {}, area).empty());
        QCOMPARE(Crowd(1).settled().size(), std::size_t(1));
    }

    void theTwoWaysOfAPairPart() {
        const auto back = graph::bow({100, 100}, {300, 100}, graph::Way::Back, 0);
        const auto ahead = graph::bow({300, 100}, {100, 100}, graph::Way::Ahead, 0);
        QVERIFY(distance(drawing::pointOn(back, 0.5), drawing::pointOn(ahead, 0.5)) > 20);
        const auto second = graph::bow({100, 100}, {300, 100}, graph::Way::Back, 1);
        QVERIFY(distance(drawing::pointOn(back, 0.5), drawing::pointOn(second, 0.5)) > 3);
    }

private:
    static void counts() {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 3, 12, 60, 500, 3000}) QTest::addRow("%d", count) << count;
    }
};

QTEST_APPLESS_MAIN(TestGravity)
#include "tst_gravity.moc"
