#include "engine/text/utf8.h"

#include <QtTest>

using namespace mayfly;

class TestUtf8 : public QObject {
    Q_OBJECT

private slots:
    void illFormed_data();
    void illFormed();
    void everyCharacterComesBack();
    void whiteSpaceIsUnicodes();
};

/// Rows of the Unicode standard's table 3-8 and of what is around each limit. `prefix` is the well-formed beginning.
void TestUtf8::illFormed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("prefix");
    QTest::addColumn<QByteArray>("replaced");
    const QByteArray r = "\xEF\xBF\xBD";

    QTest::newRow("empty") << QByteArray() << 0 << QByteArray();
    QTest::newRow("plain") << QByteArray("0123456789abcdef\xC3\xA9") << 18 << QByteArray("0123456789abcdef\xC3\xA9");
    QTest::newRow("a NUL is a character") << QByteArray("a\0b", 3) << 3 << QByteArray("a\0b", 3);
    QTest::newRow("lone continuation") << QByteArray("abc\x80z") << 3 << "abc" + r + "z";
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0 << r + r;
    QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\xAF") << 0 << r + r + r;
    QTest::newRow("overlong, four bytes") << QByteArray("\xF0\x80\x80\xAF") << 0 << r + r + r + r;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0 << r + r + r;
    QTest::newRow("below the surrogates") << QByteArray("\xED\x9F\xBF") << 3 << QByteArray("\xED\x9F\xBF");
    QTest::newRow("U+10FFFF") << QByteArray("\xF4\x8F\xBF\xBF") << 4 << QByteArray("\xF4\x8F\xBF\xBF");
    QTest::newRow("U+110000") << QByteArray("\xF4\x90\x80\x80") << 0 << r + r + r + r;
    QTest::newRow("F5 and FF") << QByteArray("\xF5\xFF") << 0 << r + r;
    QTest::newRow("cut short by the end") << QByteArray("ab\xF0\x9F\x98") << 2 << "ab" + r;
    QTest::newRow("cut short by a letter") << QByteArray("\xE2\x82z") << 0 << r + "z";
    QTest::newRow("cut short twice") << QByteArray("\xF0\x9F\xF0\x9F\x98") << 0 << r + r;
    QTest::newRow("table 3-8") << QByteArray("a\xF1\x80\x80\xE1\x80\xC2"
                                             "b\x80"
                                             "c\x80\xBF"
                                             "d")
                               << 1 << "a" + r + r + r + "b" + r + "c" + r + r + "d";
    QTest::newRow("behind eight letters") << QByteArray("12345678\xFF") << 8 << "12345678" + r;
}

void TestUtf8::illFormed() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, prefix);
    QFETCH(QByteArray, replaced);
    const std::string text = bytes.toStdString();
    QCOMPARE(int(validUtf8Prefix(text)), prefix);
    QCOMPARE(isValidUtf8(text), prefix == bytes.size());
    QCOMPARE(QByteArray::fromStdString(replaceInvalidUtf8(text)), replaced);
}

void TestUtf8::everyCharacterComesBack() {
    for (char32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        std::string text;
        appendUtf8(text, c);
        const Utf8Step step = utf8Step(text, 0);
        if (!step.valid || step.codePoint != c || step.length != text.size()) QFAIL(qPrintable(QString::number(c, 16)));
    }
}

void TestUtf8::whiteSpaceIsUnicodes() {
    int count = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) count += isWhiteSpace(c);
    QCOMPARE(count, 25);
    QVERIFY(!isWhiteSpace(0x180E)); // it was, before Unicode 6.3
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
