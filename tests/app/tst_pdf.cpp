#include "app/exporting/pdf.h"
#include "tests/app/sample_drawing.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

QString run(const QString& program, const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString textOf(const QByteArray& pdf) {
    const QString layout = QStringLiteral("-layout"), piped = QStringLiteral("-");
    return run(QStringLiteral("pdftotext"), {layout, piped, piped}, pdf);
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pageIsThePicture() {
        const QByteArray pdf = exporting::pdf(sampleDrawing());
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.contains("%%EOF"));
        // 400 by 300 pixels of 96 to an inch, in points of 72 to an inch.
        QVERIFY(QString::fromLatin1(pdf).contains(
            QRegularExpression(QStringLiteral("/MediaBox \\[0 0 300(\\.0+)? 225(\\.0+)?\\]"))));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
    }

    void fontsAreEmbedded() {
        const QByteArray pdf = exporting::pdf(sampleDrawing());
        QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile3"));
        QVERIFY(pdf.contains("/ToUnicode"));
    }

    void nothingIsAnImage() { QVERIFY(!exporting::pdf(sampleDrawing()).contains("/Subtype /Image")); }

    void wordsCanBeFound() {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext is not installed");
        drawing::Drawing drawing = sampleDrawing();
        drawing.labels[1].angle = 0; // pdftotext sets slanted words letter by letter
        const QString text = textOf(exporting::pdf(drawing)).simplified();
        for (const char* word : {"creature", "żółć", "100%"}) QVERIFY2(text.contains(QString::fromUtf8(word)), word);
        QVERIFY2(text.contains(paragraphLines.join(QString())), qPrintable(text));
    }

    void emptyPictureIsAPage() {
        drawing::Drawing empty;
        QVERIFY(exporting::pdf(empty).startsWith("%PDF-1."));
    }
};

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
