#include "app/drawing/font.h"
#include "app/drawing/paint.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using drawing::Anchor;
using drawing::Drawing;
using drawing::Label;

namespace {

Drawing blank() {
    Drawing drawing;
    drawing.size = QSizeF(200, 100);
    drawing.paper = Qt::white;
    return drawing;
}

Label labelOf(const QString& text, QPointF at, double size, Anchor anchor, double angle = 0) {
    Label label;
    label.text = text;
    label.at = at;
    label.size = size;
    label.colour = Qt::black;
    label.anchor = anchor;
    label.angle = angle;
    return label;
}

/// What is not paper, in logical pixels.
QRectF inked(const QImage& image, double scale) {
    QRect found;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 128) found |= QRect(x, y, 1, 1);
    return {QPointF(found.topLeft()) / scale, QSizeF(found.size()) / scale};
}

/// Of any pixel, in any channel.
int largestDifference(const QImage& a, const QImage& b) {
    int largest = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int i = 0; i < a.bytesPerLine(); ++i) largest = std::max(largest, std::abs(a.constScanLine(y)[i] - b.constScanLine(y)[i]));
    return largest;
}

} // namespace

class TestPaint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsStandWhereTheyAreAnchored_data() {
        QTest::addColumn<double>("size");
        for (const double size : {7.5, 13.0, 13.5, 24.0}) QTest::addRow("%g px", size) << size;
    }
    void labelsStandWhereTheyAreAnchored() {
        QFETCH(double, size);
        constexpr double scale = 4;
        for (const Anchor anchor : {Anchor::Start, Anchor::Middle, Anchor::End}) {
            Drawing drawing = blank();
            drawing.labels.push_back(labelOf(QStringLiteral("HIH"), {100, 50}, size, anchor));
            const QRectF box = inked(drawing::render(drawing, scale), scale);
            const double width = drawing::textWidth(QStringLiteral("HIH"), size);
            const double left = anchor == Anchor::Start    ? 100
                                : anchor == Anchor::Middle ? 100 - width / 2
                                                           : 100 - width;
            QVERIFY(std::abs(box.center().y() - 50) < 0.2);
            QVERIFY(std::abs(box.center().x() - left - width / 2) < 0.4);
            QVERIFY(std::abs(box.height() / 2 - drawing::baselineOffset(size)) < 0.2);
        }
    }

    void labelsTurnAboutTheirPoint() {
        constexpr double scale = 4;
        Drawing drawing = blank();
        drawing.labels.push_back(labelOf(QStringLiteral("HIH"), {100, 50}, 16, Anchor::Start, 90));
        const QRectF box = inked(drawing::render(drawing, scale), scale);
        QVERIFY(std::abs(box.center().x() - 100) < 0.3); // the middle line runs down from the point
        QVERIFY(box.top() >= 50 && box.top() < 53);
        QVERIFY(box.height() > box.width());
    }

    void textScalesWithItsSize() {
        const QString text = QStringLiteral("attention, żółć");
        for (const double size : {5.0, 9.3, 13.0, 21.7})
            QVERIFY(std::abs(drawing::textWidth(text, size) / size - drawing::textWidth(text, 100) / 100) < 0.05);
    }

    void lettersStayLetters() {
        // No ligature: in a picture of tokens, and for who searches it, two letters are two.
        const double apart =
            drawing::textWidth(QStringLiteral("f"), 100) + drawing::textWidth(QStringLiteral("i"), 100);
        QVERIFY(std::abs(drawing::textWidth(QStringLiteral("fi"), 100) - apart) < 0.1);
    }

    void imageIsSizeTimesScale_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("1") << 1.0 << QSize(200, 100);
        QTest::newRow("1.5") << 1.5 << QSize(300, 150);
        QTest::newRow("3") << 3.0 << QSize(600, 300);
        QTest::newRow("next to nothing") << 1e-6 << QSize(1, 1);
    }
    void imageIsSizeTimesScale() {
        QFETCH(double, scale);
        QFETCH(QSize, pixels);
        const QImage image = drawing::render(blank(), scale);
        QCOMPARE(image.size(), pixels);
        QCOMPARE(image.devicePixelRatio(), scale);
    }

    void paperMayBeMissing() {
        Drawing drawing = blank();
        QCOMPARE(drawing::render(drawing, 1).pixel(5, 5), qRgb(255, 255, 255));
        drawing.paper = QColor();
        QCOMPARE(drawing::render(drawing, 1).pixel(5, 5), qRgba(0, 0, 0, 0));
    }

    void discsLookAsQPainterHasThem_data() {
        QTest::addColumn<QPointF>("centre");
        QTest::addColumn<double>("radius");
        QTest::addColumn<double>("opacity");
        QTest::newRow("smaller than a pixel") << QPointF(50.5, 50.5) << 0.25 << 1.0;
        QTest::newRow("small") << QPointF(50, 50) << 0.8 << 1.0;
        QTest::newRow("between pixels") << QPointF(50.5, 50.25) << 2.4 << 1.0;
        QTest::newRow("large") << QPointF(100.3, 51.7) << 30.1 << 1.0;
        QTest::newRow("translucent") << QPointF(60, 40) << 7.0 << 0.36;
        QTest::newRow("over the corner") << QPointF(199, 1) << 12.0 << 0.8;
        QTest::newRow("beside the image") << QPointF(-20, 50) << 12.0 << 1.0;
        QTest::newRow("larger than the image") << QPointF(100, 50) << 400.0 << 0.5;
        QTest::newRow("nowhere") << QPointF(NAN, 50) << 5.0 << 1.0;
    }
    void discsLookAsQPainterHasThem() {
        QFETCH(QPointF, centre);
        QFETCH(double, radius);
        QFETCH(double, opacity);
        for (const QColor& paper : {QColor(Qt::white), QColor(Qt::transparent)})
            for (const double scale : {1.0, 2.0}) {
                Drawing drawing = blank();
                drawing.paper = paper;
                drawing.discs.push_back({centre, radius, QColor(200, 60, 20), opacity});
                const QImage image = drawing::render(drawing, scale);
                QImage reference(image.size(), image.format());
                reference.fill(paper);
                QPainter painter(&reference);
                painter.scale(scale, scale);
                if (std::isfinite(centre.x())) drawing::paint(painter, drawing);
                painter.end();
                // What either makes of an edge differs by less than an eighth of a pixel.
                const int difference = largestDifference(image, reference);
                QVERIFY2(difference < 32, qPrintable(QString::number(difference)));
            }
    }

    void neighbouringBoxesShowNoSeam() {
        Drawing drawing = blank();
        for (int i = 0; i < 20; ++i) drawing.boxes.push_back({QRectF(10 + i * 7.3, 10, 7.3, 30), Qt::black, 1, 0});
        const QImage image = drawing::render(drawing, 1);
        for (int x = 11; x < 155; ++x) QCOMPARE(image.pixelColor(x, 20), QColor(Qt::black));
    }

    void layersLieInOrder() {
        Drawing drawing = blank();
        drawing.boxes.push_back({QRectF(50, 30, 100, 40), Qt::red, 1, 0});
        drawing::Stroke stroke;
        stroke.curve = {QPointF(0, 50), QPointF(60, 50), QPointF(140, 50), QPointF(200, 50)};
        stroke.colour = Qt::blue;
        stroke.width = 10;
        drawing.strokes.push_back(stroke);
        drawing.discs.push_back({QPointF(100, 50), 3, Qt::green, 1});
        QImage painted(200, 100, QImage::Format_RGB32);
        QPainter painter(&painted);
        drawing::paint(painter, drawing);
        painter.end();
        for (const QImage& image : {painted, drawing::render(drawing, 1)}) {
            QCOMPARE(image.pixelColor(60, 35), QColor(Qt::red));
            QCOMPARE(image.pixelColor(60, 50), QColor(Qt::blue));
            QCOMPARE(image.pixelColor(100, 50), QColor(Qt::green));
            QCOMPARE(image.pixelColor(10, 10), QColor(Qt::white));
        }
    }

    void thinDashesKeepTheirLength() {
        // QPainter counts them in other units for thin pens; the picture must not depend on it.
        for (const double width : {0.5, 1.0, 2.0}) {
            Drawing drawing = blank();
            drawing::Stroke stroke;
            stroke.curve = {QPointF(0, 50.5), QPointF(60, 50.5), QPointF(140, 50.5), QPointF(200, 50.5)};
            stroke.colour = Qt::black;
            stroke.width = width;
            stroke.dash = 1;
            drawing.strokes.push_back(stroke);
            QImage painted(200, 100, QImage::Format_RGB32);
            QPainter painter(&painted);
            drawing::paint(painter, drawing);
            painter.end();
            const std::vector<double>& pattern = drawing::dashPattern(1);
            for (double x = 0; x + pattern[0] + pattern[1] < 200; x += pattern[0] + pattern[1]) {
                QVERIFY(qGray(painted.pixel(int(x + pattern[0] / 2), 50)) < 200);
                QVERIFY(qGray(painted.pixel(int(x + pattern[0] + pattern[1] / 2), 50)) > 230);
            }
        }
    }
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"
