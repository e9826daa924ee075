#include "app/drawing/paint.h"
#include "app/exporting/png.h"
#include "engine/error.h"
#include "tests/app/sample_drawing.h"

#include <QBuffer>
#include <QImageReader>
#include <QTest>

class TestPng : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizeAndResolutionFollowTheScale_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("1") << 1.0 << QSize(400, 300);
        QTest::newRow("1.5") << 1.5 << QSize(600, 450);
        QTest::newRow("4") << 4.0 << QSize(1600, 1200);
    }
    void sizeAndResolutionFollowTheScale() {
        QFETCH(double, scale);
        QFETCH(QSize, pixels);
        const QImage image = QImage::fromData(exporting::png(sampleDrawing(), scale), "png");
        QCOMPARE(image.size(), pixels);
        QVERIFY(std::abs(image.dotsPerMeterX() - scale * 96 / 0.0254) < 1);
        QCOMPARE(image.dotsPerMeterX(), image.dotsPerMeterY());
    }

    void pixelsAreThoseOfTheScreen() {
        QImage shown = drawing::render(sampleDrawing(), 2);
        shown.setDevicePixelRatio(1);
        QImage saved = QImage::fromData(exporting::png(sampleDrawing(), 2), "png").convertToFormat(shown.format());
        QCOMPARE(saved, shown);
    }

    void titleAndDescriptionAreWritten() {
        drawing::Drawing drawing = sampleDrawing();
        drawing.description = QStringLiteral("all of it \u2026");
        QByteArray bytes = exporting::png(drawing, 1);
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "png");
        QCOMPARE(reader.text(QStringLiteral("Title")), sampleDrawing().title);
        QCOMPARE(reader.text(QStringLiteral("Description")), drawing.description);
    }

    void transparentPaperStaysTransparent() {
        drawing::Drawing drawing = sampleDrawing();
        drawing.paper = QColor();
        const QImage image = QImage::fromData(exporting::png(drawing, 1), "png");
        QVERIFY(image.hasAlphaChannel());
        QCOMPARE(image.pixelColor(399, 0).alpha(), 0);
    }

    void tooLargeIsAnError_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("wide and high") << QSizeF(1e5, 1e5);
        QTest::newRow("beyond counting") << QSizeF(1e12, 1e12);
        QTest::newRow("wide") << QSizeF(1e9, 0.001);
    }
    void tooLargeIsAnError() {
        QFETCH(QSizeF, size);
        drawing::Drawing drawing;
        drawing.size = size;
        QVERIFY_THROWS_EXCEPTION(mayfly::Error, exporting::png(drawing, 1));
    }
};

QTEST_MAIN(TestPng)
#include "tst_png.moc"
