#include "engine/text/token_text.h"

#include <QtTest>

using namespace mayfly;

/// Knows the ids 0 to 9, which all stand for the same bytes.
class OneText : public Tokenizer {
public:
    explicit OneText(std::string bytes) : m_bytes(std::move(bytes)) {}
    std::vector<Token> encode(std::string_view) const override { return {}; }
    std::string bytes(TokenId id) const override { return knows(id) ? m_bytes : std::string(); }
    bool knows(TokenId id) const override { return id >= 0 && id < 10; }
    bool isSpecial(TokenId) const override { return false; }
    int size() const override { return 10; }

private:
    std::string m_bytes;
};

class TestTokenText : public QObject {
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void withoutText();
};

void TestTokenText::texts_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("visible");
    const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& text, const QByteArray& visible) {
        QTest::newRow(name) << bytes << text << visible;
    };

    row("word", "girl", "girl", "girl");
    row("space before", " girl", " girl", "·girl");
    row("spaces at both ends", "  a b ", "  a b ", "··a b·");
    row("only spaces", "  ", "  ", "··");
    row("newlines", "\n\n", "\n\n", "↵↵");
    row("tab, return, NUL, delete", QByteArray("\t\r\0\x7F", 4), QByteArray("\t\r\0\x7F", 4), "⇥␍␀␡");
    row("half an emoji", " \xF0\x9F", " \uFFFD", "·‹F0 9F›");
    row("the other half", "\x98\x80", "\uFFFD\uFFFD", "‹98 80›");
    row("broken in between",
        "a\xFF\xFE"
        "b",
        "a\uFFFD\uFFFDb", "a‹FF FE›b");
    row("a real U+FFFD", "\uFFFD", "\uFFFD", "\uFFFD");
    row("no-break space", "\u00A0", "\u00A0", "‹U+00A0›");
    row("zero width", "\u200B", "\u200B", "‹U+200B›");
    row("right to left override", "a\u202Eb", "a\u202Eb", "a‹U+202E›b");
    row("C1 control", "\u0085", "\u0085", "‹U+0085›");
    row("private use", "\U000F0000", "\U000F0000", "‹U+0F0000›");
    row("combining mark alone", "\u0301", "\u0301", "◌\u0301");
    row("combining mark on a letter", "e\u0301", "e\u0301", "e\u0301");
    row("emoji variation", "❤\uFE0F", "❤\uFE0F", "❤\uFE0F");
    row("variation alone", "\uFE0F", "\uFE0F", "‹U+FE0F›");
    row("joiner at the end", "👨\u200D", "👨\u200D", "👨‹U+200D›");
    row("joined", "👨\u200D👩", "👨\u200D👩", "👨\u200D👩");
}

void TestTokenText::texts() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, visible);
    const OneText tokenizer(bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(tokenText(&tokenizer, 3)), text);
    QCOMPARE(QByteArray::fromStdString(visibleTokenText(&tokenizer, 3)), visible);
    QCOMPARE(QByteArray::fromStdString(visibleText(bytes.toStdString())), visible);
}

void TestTokenText::withoutText() {
    const OneText tokenizer("");
    QCOMPARE(tokenText(&tokenizer, 12), std::string("[12]"));
    QCOMPARE(visibleTokenText(&tokenizer, 12), std::string("[12]"));
    QCOMPARE(tokenText(&tokenizer, -1), std::string("[-1]"));
    QCOMPARE(tokenText(nullptr, 7), std::string("[7]"));
    QCOMPARE(visibleTokenText(nullptr, 7), std::string("[7]"));
    QCOMPARE(tokenText(&tokenizer, 3), std::string());
    QCOMPARE(visibleTokenText(&tokenizer, 3), std::string("[3]"));
}

QTEST_APPLESS_MAIN(TestTokenText)
#include "tst_token_text.moc"
