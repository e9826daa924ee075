#include "engine/files/in_quotes.h"

#include <QTest>

using namespace mayfly;

class InQuotesTest : public QObject {
    Q_OBJECT

private slots:
    void quotes_data();
    void quotes();
    void sentences_data();
    void sentences();
};

void InQuotesTest::quotes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("nothing") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("a word") << QByteArray("wte.weight") << QByteArray(R"("wte.weight")");
    QTest::newRow("quotes and backslashes") << QByteArray(R"(a"b\c)") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("control characters") << QByteArray("\0\n\x1B[2J\x7F", 7) << QByteArray(R"("\x00\x0a\x1b[2J\x7f")");
    QTest::newRow("controls of ISO 6429") << QByteArray("a\u0085\u009b2Jb") << QByteArray(R"("a\x85\x9b2Jb")");
    QTest::newRow("directions") << QByteArray("\u202Egpj\u2069\u200F\u061C") << QByteArray(R"("\u202egpj\u2069\u200f\u061c")");
    QTest::newRow("not UTF-8") << QByteArray("\xE2\x80|\x80\xFF") << QByteArray("\"\xE2\x80|\x80\xFF\"");
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

void InQuotesTest::sentences_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray quoted = QByteArray::fromStdString(inQuotes(std::string(90, 'x') + "\n\""));
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("words") << QByteArray("/a/b c.json is \"é\\\" 🐱.") << QByteArray("/a/b c.json is \"é\\\" 🐱.");
    QTest::newRow("quoted before") << "it is " + quoted + '.' << "it is " + quoted + '.';
    QTest::newRow("lines and colours") << QByteArray("a\nb\x1B[31m.") << QByteArray(R"(a\x0ab\x1b[31m.)");
    QTest::newRow("directions") << QByteArray("no model \u202Efdp.") << QByteArray(R"(no model \u202efdp.)");
    QTest::newRow("a long path") << "no " + QByteArray("/folder").repeated(40) << "no " + QByteArray("/folder").repeated(40);
    QTest::newRow("a long word") << "no /" + QByteArray(300, 'x') + "/y is" << "no /" + QByteArray(100, 'x') + ".../y is";
    QTest::newRow("what follows a long word") << "\"" + QByteArray(300, 'x') + "\": no " + QByteArray(101, 'y') + "."
                                              << "\"" + QByteArray(99, 'x') + "...\": no " + QByteArray(100, 'y') + "....";
    QTest::newRow("letters, not bytes") << QByteArray("語").repeated(100) << QByteArray("語").repeated(100);
}

void InQuotesTest::sentences() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(inSentence(text.toStdString())), shown);
}

QTEST_GUILESS_MAIN(InQuotesTest)
#include "tst_in_quotes.moc"
