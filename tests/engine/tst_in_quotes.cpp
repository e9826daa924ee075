#include "engine/files/in_quotes.h"

#include <QTest>

using namespace mayfly;

class InQuotesTest : public QObject {
    Q_OBJECT

private slots:
    void quotes_data();
    void quotes();
};

void InQuotesTest::quotes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("nothing") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("a word") << QByteArray("wte.weight") << QByteArray(R"("wte.weight")");
    QTest::newRow("quotes and backslashes") << QByteArray(R"(a"b\c)") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("control characters") << QByteArray("\0\n\x1B[2J\x7F", 7) << QByteArray(R"("\x00\x0a\x1b[2J\x7f")");
    QTest::newRow("like a path") << QByteArray("../../x") << QByteArray(R"("../../x")");
    QTest::newRow("letters") << QByteArray("é你🐱") << QByteArray("\"é你🐱\"");
    QTest::newRow("80 bytes") << QByteArray(80, 'x') << '"' + QByteArray(80, 'x') + '"';
    QTest::newRow("81 bytes") << QByteArray(81, 'x') << '"' + QByteArray(80, 'x') + "...\"";
    QTest::newRow("cut before a letter") << QByteArray(79, 'x') + "é" << '"' + QByteArray(79, 'x') + "...\"";
    QTest::newRow("cut before an emoji") << QByteArray(77, 'x') + "🐱" << '"' + QByteArray(77, 'x') + "...\"";
}

void InQuotesTest::quotes() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, quoted);
    QCOMPARE(QByteArray::fromStdString(inQuotes(text.toStdString())), quoted);
}

QTEST_GUILESS_MAIN(InQuotesTest)
#include "tst_in_quotes.moc"
