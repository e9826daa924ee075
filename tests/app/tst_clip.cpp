#include "app/drawing/clip.h"
#include "app/drawing/font.h"

#include <QTest>

#include <cmath>

using drawing::addClipped;
using drawing::Drawing;

namespace {

const QRectF area(100, 50, 200, 100);

drawing::Stroke line(QPointF from, QPointF to) {
    drawing::Stroke stroke;
    stroke.curve = {from, from + (to - from) / 3, from + (to - from) * 2 / 3, to};
    stroke.dash = 1;
    return stroke;
}

Drawing clipped(const Drawing& part, QPointF by = {}) {
    Drawing onto;
    addClipped(part, by, area, onto);
    return onto;
}

} // namespace

class TestClip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStrokeIsCutAtTheEdge_data() {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QList<QPointF>>("ends");
        QTest::newRow("within") << QPointF(110, 60) << QPointF(290, 140) << QList<QPointF>{{110, 60}, {290, 140}};
        QTest::newRow("outside") << QPointF(0, 0) << QPointF(50, 300) << QList<QPointF>{};
        QTest::newRow("leaves") << QPointF(200, 100) << QPointF(400, 100) << QList<QPointF>{{200, 100}, {300, 100}};
        QTest::newRow("comes in") << QPointF(0, 100) << QPointF(200, 100) << QList<QPointF>{{100, 100}, {200, 100}};
        QTest::newRow("crosses") << QPointF(0, 100) << QPointF(400, 100) << QList<QPointF>{{100, 100}, {300, 100}};
    }

    void aStrokeIsCutAtTheEdge() {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(QList<QPointF>, ends);
        Drawing part;
        part.strokes.push_back(line(from, to));
        const Drawing made = clipped(part);
        QCOMPARE(made.strokes.size() * 2, std::size_t(ends.size()));
        for (qsizetype i = 0; i < ends.size(); ++i) {
            const QPointF end = made.strokes.front().curve[i == 0 ? 0 : 3] - ends[i];
            QVERIFY2(std::hypot(end.x(), end.y()) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(end.x()).arg(end.y())));
            QCOMPARE(made.strokes.front().dash, 1);
        }
    }

    void anArcThatLeavesAndComesBackIsTwo() {
        Drawing part;
        drawing::Stroke arc;
        arc.curve = {QPointF(120, 140), QPointF(120, -60), QPointF(280, -60), QPointF(280, 140)};
        part.strokes.push_back(arc);
        const Drawing made = clipped(part);
        QCOMPARE(made.strokes.size(), std::size_t(2));
        QCOMPARE(made.strokes[0].curve[0], arc.curve[0]);
        QVERIFY(std::abs(made.strokes[0].curve[3].y() - 50) < 0.01);
        QVERIFY(std::abs(made.strokes[1].curve[0].y() - 50) < 0.01);
        QCOMPARE(made.strokes[1].curve[3], arc.curve[3]);
    }

    void boxesAreCutAndDiscsAreWhole() {
        Drawing part;
        part.boxes = {{QRectF(-20, 0, 100, 100), Qt::black, 1, 0}, {QRectF(500, 0, 10, 10), Qt::black, 1, 0}};
        part.discs = {{{10, 10}, 5, Qt::black, 1}, {{-10, 10}, 5, Qt::black, 1}};
        const Drawing made = clipped(part, area.topLeft());
        QCOMPARE(made.boxes.size(), std::size_t(1));
        QCOMPARE(made.boxes.front().rect, QRectF(100, 50, 80, 100));
        QCOMPARE(made.discs.size(), std::size_t(1));
        QCOMPARE(made.discs.front().centre, QPointF(110, 60));
    }

    void wordsStayInTheArea() {
        Drawing part;
        const auto add = [&](const QString& text, QPointF at, drawing::Anchor anchor) {
            drawing::Label label;
            label.text = text;
            label.at = at;
            label.anchor = anchor;
            part.labels.push_back(label);
        };
        add(QStringLiteral("token"), {200, 100}, drawing::Anchor::Middle);
        add(QStringLiteral("token"), {101, 100}, drawing::Anchor::Middle); // over the edge
        add(QStringLiteral("token"), {299, 100}, drawing::Anchor::Start);
        add(QStringLiteral("token"), {20, 100}, drawing::Anchor::Start);
        add(QStringLiteral("a remark that is far too long for so small an area as this one is"), {110, 60}, drawing::Anchor::Start);
        const Drawing made = clipped(part);
        QCOMPARE(made.labels.size(), std::size_t(2));
        QCOMPARE(made.labels[0].text, QStringLiteral("token"));
        QVERIFY(made.labels[1].text.startsWith(QLatin1String("a remark")) && made.labels[1].text.endsWith(QChar(0x2026)));
        QVERIFY(drawing::textWidth(made.labels[1].text, 13) <= 190);
    }
};

QTEST_MAIN(TestClip)
#include "tst_clip.moc"
