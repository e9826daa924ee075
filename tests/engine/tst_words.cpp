#include "engine/text/words.h"

#include <QtTest>

using namespace mayfly;

/// Only asked which tokens are special: those below 0.
class SpecialBelowZero : public Tokenizer {
public:
    std::vector<Token> encode(std::string_view) const override { return {}; }
    std::string bytes(TokenId) const override { return {}; }
    bool knows(TokenId) const override { return true; }
    bool isSpecial(TokenId id) const override { return id < 0; }
    int size() const override { return 0; }
};

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
};

/// `tokens` are divided by "|"; one in brackets is special and has no text, "{…}" is special and has one.
void TestWords::words_data() {
    QTest::addColumn<QByteArray>("tokens");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& tokens, const QByteArray& expected) {
        QTest::newRow(name) << tokens << expected;
    };
    row("nothing", "", "");
    row("one", "cat", "cat");
    row("space before", "The| cat| eat|s", "The/ cat/ eat|s");
    row("space behind, as WordPiece has it", "The |cat |eat|s", "The /cat /eat|s");
    row("several pieces", " un|found|able| x", " un|found|able/ x");
    row("letters and digits", "GPT|2| x|7", "GPT|2/ x|7");
    row("punctuation", "soup|,| and|.|.", "soup/,/ and/./.");
    row("apostrophe", "don|'t| cats|'| '|x", "don|'t/ cats/'/ '/x");
    row("apostrophe alone", "it|'|s|’|s", "it|'|s|’|s");
    row("newline", "a|\n|\n|b", "a/\n/\n/b");
    row("bytes of a character", "a |\xE8|\xAA|\x9E|\xF0\x9F|\x98\x80", "a /\xE8|\xAA|\x9E/\xF0\x9F|\x98\x80");
    row("rest of a character", "a|é||b", "a|é||b");
    row("ideographs", "日|本|語", "日/本/語");
    row("kana", "テ|スト", "テ/スト");
    row("accent", "e|\u0301|a", "e|\u0301|a");
    row("joined emoji", "👩|\u200D|🚀| x", "👩|\u200D|🚀/ x");
    row("emoji", "😀|😀", "😀/😀");
    row("special", "[s]|a|b|[e]", "[s]/a|b/[e]");
    row("special with text", "a|{M}|b", "a/{M}/b");
    row("prefix without text", "[s]||a|b", "[s]/|a|b");
    row("broken bytes", "\xFF|\xFE|a", "\xFF|\xFE/a");
}

void TestWords::words() {
    QFETCH(QByteArray, tokens);
    QFETCH(QByteArray, expected);
    std::string text;
    std::vector<Token> encoded;
    const QByteArrayList parts = tokens.isEmpty() ? QByteArrayList() : tokens.split('|');
    for (const QByteArray& part : parts) {
        const bool isSpecial = part.startsWith('[') || part.startsWith('{');
        const std::size_t begin = text.size();
        if (!part.startsWith('[')) text += part.toStdString();
        encoded.push_back({isSpecial ? -1 : 1, begin, text.size()});
    }
    QByteArrayList words;
    std::size_t next = 0;
    for (const TokenRange& word : wordsOf(text, encoded, SpecialBelowZero())) {
        QCOMPARE(word.begin, next);
        words << parts.mid(qsizetype(word.begin), qsizetype(word.end - word.begin)).join('|');
        next = word.end;
    }
    QCOMPARE(next, encoded.size());
    QCOMPARE(words.join('/'), expected);
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
