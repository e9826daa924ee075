#include "app/drawing/font.h"
#include "app/exporting/svg.h"
#include "tests/app/sample_drawing.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <limits>

namespace {

struct Element {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;  ///< with that of all inside
    int lines = 0; ///< tspans inside
    QString value(const char* attribute) const { return attributes.value(QLatin1String(attribute)).toString(); }
};

/// Every element in the order in which it opens, with what its groups say about it. Fails the test if it is not
/// well-formed.
std::vector<Element> elementsOf(const QByteArray& bytes) {
    std::vector<Element> found;
    std::vector<std::size_t> open;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            Element element{reader.name().toString(), reader.attributes(), {}, 0};
            if (!open.empty()) {
                if (element.name == u"tspan") ++found[open.back()].lines;
                for (const QXmlStreamAttribute& attribute : found[open.back()].attributes)
                    if (!element.attributes.hasAttribute(attribute.name().toString()))
                        element.attributes.append(attribute);
            }
            open.push_back(found.size());
            found.push_back(element);
        } else if (reader.isEndElement()) {
            open.pop_back();
        } else if (reader.isCharacters()) {
            for (const std::size_t i : open) found[i].text += reader.text();
        }
    }
    if (reader.hasError()) QTest::qFail(qPrintable(reader.errorString()), __FILE__, __LINE__);
    return found;
}

std::vector<Element> named(const QByteArray& bytes, const char* name) {
    std::vector<Element> all = elementsOf(bytes);
    std::erase_if(all, [&](const Element& element) { return element.name != QLatin1String(name); });
    return all;
}

drawing::Drawing textDrawing(const QString& text) {
    drawing::Drawing drawing;
    drawing.size = QSizeF(100, 100);
    drawing.title = text;
    drawing.description = text + text;
    drawing.labels.push_back(sampleLabel(text, {50, 50}, drawing::Anchor::Middle));
    return drawing;
}

} // namespace

class TestSvg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictureHasSizeAndTitle() {
        const Element root = elementsOf(exporting::svg(sampleDrawing())).front();
        QCOMPARE(root.name, QStringLiteral("svg"));
        QCOMPARE(root.value("width"), QStringLiteral("400"));
        QCOMPARE(root.value("height"), QStringLiteral("300"));
        QCOMPARE(root.value("viewBox"), QStringLiteral("0 0 400 300"));
        QCOMPARE(root.value("version"), QStringLiteral("1.1"));
        QCOMPARE(named(exporting::svg(sampleDrawing()), "title").front().text, sampleDrawing().title);
    }

    void everythingIsThereOnce() {
        const QByteArray bytes = exporting::svg(sampleDrawing());
        QCOMPARE(named(bytes, "path").size(), std::size_t(3));
        QCOMPARE(named(bytes, "circle").size(), std::size_t(1));
        QCOMPARE(named(bytes, "rect").size(), std::size_t(2)); // paper and box
        QCOMPARE(named(bytes, "text").size(), std::size_t(3));
    }

    void strokesLookAsDrawn() {
        const std::vector<Element> paths = named(exporting::svg(sampleDrawing()), "path");
        QCOMPARE(paths[0].value("d"), QStringLiteral("M10 200C10 100.12 200 100 200 200"));
        QCOMPARE(paths[0].value("stroke"), QStringLiteral("#0072b2"));
        QCOMPARE(paths[0].value("stroke-width"), QStringLiteral("1.25"));
        QCOMPARE(paths[0].value("stroke-opacity"), QStringLiteral("0.3"));
        QCOMPARE(paths[0].value("fill"), QStringLiteral("none"));
        QVERIFY(!paths[0].attributes.hasAttribute(QStringLiteral("stroke-dasharray")));
        QVERIFY(!paths[0].attributes.hasAttribute(QStringLiteral("stroke-dashoffset")));
        QCOMPARE(paths[2].value("stroke"), QStringLiteral("#b35900"));
        QCOMPARE(paths[2].value("stroke-dasharray"), QStringLiteral("9 5"));
        QCOMPARE(paths[2].value("stroke-dashoffset"), QStringLiteral("4"));
        QVERIFY(!paths[2].attributes.hasAttribute(QStringLiteral("stroke-opacity")));
    }

    void labelsAreAnchored() {
        const std::vector<Element> texts = named(exporting::svg(sampleDrawing()), "text");
        QCOMPARE(texts[0].text, QStringLiteral(" creature"));
        QCOMPARE(texts[0].lines, 0);
        QCOMPARE(texts[0].value("text-anchor"), QStringLiteral("middle"));
        QCOMPARE(texts[0].value("x"), QStringLiteral("200"));
        QVERIFY(std::abs(texts[0].value("y").toDouble() - 220 - drawing::baselineOffset(13)) < 0.01);
        QVERIFY(exporting::svg(sampleDrawing()).contains("xml:space=\"preserve\"> creature<"));
        QCOMPARE(texts[1].value("text-anchor"), QStringLiteral("end"));
        QCOMPARE(texts[1].value("transform"), QStringLiteral("translate(100 220) rotate(-45)"));
        QCOMPARE(texts[1].value("font-weight"), QStringLiteral("bold"));
    }

    void paragraphIsOneText() {
        const QByteArray bytes = exporting::svg(sampleDrawing());
        const Element paragraph = named(bytes, "text")[2];
        QCOMPARE(paragraph.text, paragraphLines.join(QString()));
        QCOMPARE(paragraph.lines, 3);
        const std::vector<Element> lines = named(bytes, "tspan");
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(lines[i].text, paragraphLines[qsizetype(i)]);
            QCOMPARE(lines[i].value("x"), QStringLiteral("16"));
            QCOMPARE(lines[i].value("dy"), i == 0 ? QStringLiteral("0") : QStringLiteral("15"));
        }
    }

    void textSurvives_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const auto same = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
        same("markup", QStringLiteral("<a href=\"x\">&amp; 'y'</a> ]]>"));
        same("spaces", QStringLiteral("  two  spaces "));
        same("line ends", QStringLiteral("a\nb\tc\rd"));
        same("letters", QStringLiteral("żółć 漢字 \U0001f600"));
        QTest::newRow("control characters") << QStringLiteral("a\u0001b\u001bc") << QStringLiteral("a\ufffdb\ufffdc");
        QTest::newRow("half a surrogate") << QString(QChar(0xd800)) + u'x' << QStringLiteral("\ufffdx");
        QTest::newRow("not a character") << QString(QChar(0xffff)) << QStringLiteral("\ufffd");
    }
    void textSurvives() {
        QFETCH(QString, text);
        QFETCH(QString, read);
        QCOMPARE(named(exporting::svg(textDrawing(text)), "text").front().text, read);
        QCOMPARE(named(exporting::svg(textDrawing(text)), "title").front().text, read);
        QCOMPARE(named(exporting::svg(textDrawing(text)), "desc").front().text, read + read);
    }

    void numbersAreShortInAnyLocale() {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        drawing::Drawing drawing = sampleDrawing();
        drawing.strokes[0].curve[0] = QPointF(123456.789, -0.0001);
        drawing.strokes[0].curve[1] = QPointF(1e6, std::numeric_limits<double>::quiet_NaN());
        const QString text = QString::fromUtf8(exporting::svg(drawing));
        QLocale::setDefault(before);
        QVERIFY(text.contains(QStringLiteral("M123456.79 0C1000000 0 200 100")));
        QVERIFY(!text.contains(QRegularExpression(QStringLiteral("\\d\\.\\d{4}|nan|[0-9]e[+-]?[0-9]"))));
    }

    void emptyPictureIsOne() { QCOMPARE(elementsOf(exporting::svg({})).size(), std::size_t(1)); }
};

QTEST_MAIN(TestSvg)
#include "tst_svg.moc"
