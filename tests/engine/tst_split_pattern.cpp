#include "engine/text/split_pattern.h"

#include "engine/error.h"

#include <QtTest>

using namespace mayfly;

class TestSplitPattern : public QObject {
    Q_OBJECT

private slots:
    void splitsAsGpt2_data();
    void splitsAsGpt2();
    void otherPatterns();
    void gapsAreWords();
    void matches();
    void published();
    void longRunsFinish_data();
    void longRunsFinish();
    void brokenPattern();

private:
    static QByteArrayList words(std::string_view pattern, const QByteArray& text);
};

QByteArrayList TestSplitPattern::words(std::string_view pattern, const QByteArray& text) {
    QByteArrayList words;
    std::size_t begin = 0;
    for (const SplitPattern::Piece& piece : SplitPattern(pattern).split(text.toStdString())) {
        words << text.mid(qsizetype(begin), qsizetype(piece.end - begin));
        begin = piece.end;
    }
    if (begin != std::size_t(text.size())) words << "(left over)";
    return words;
}

void TestSplitPattern::splitsAsGpt2_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    using B = QByteArray;
    using L = QByteArrayList;

    QTest::newRow("nothing") << B() << L();
    QTest::newRow("words") << B("The girl looked.") << L{"The", " girl", " looked", "."};
    QTest::newRow("contractions") << B("he's we'll I'd they'VE")
                                  << L{"he", "'s", " we", "'ll", " I", "'d", " they", "'", "VE"};
    QTest::newRow("numbers") << B("in 1984x2") << L{"in", " 1984", "x", "2"};
    QTest::newRow("spaces leave one to the word") << B("a   b") << L{"a", "  ", " b"};
    QTest::newRow("spaces at the end") << B("a   ") << L{"a", "   "};
    QTest::newRow("newlines") << B("a\n\nb\r\n") << L{"a", "\n", "\n", "b", "\r\n"};
    QTest::newRow("tab") << B("a\tb") << L{"a", "\t", "b"};
    QTest::newRow("no-break space") << B("a\u00A0b") << L{"a", "\u00A0", "b"};
    QTest::newRow("line separator") << B("a\u2028\u2028b") << L{"a", "\u2028", "\u2028", "b"};
    QTest::newRow("U+180E is no space") << B("a \u180E b") << L{"a", " \u180E", " b"};
    QTest::newRow("U+001F is no space") << B("a \x1F") << L{"a", " \x1F"};
    QTest::newRow("digits of other scripts") << B(" ٣५Ⅷ½") << L{" ٣५Ⅷ½"};
    QTest::newRow("combining mark is no letter") << B("e\u0301a") << L{"e", "\u0301", "a"};
    QTest::newRow("letters of Unicode 15") << B("a\U00031350\U00011F04") << L{"a\U00031350\U00011F04"};
    QTest::newRow("numbers of Unicode 16") << B("1\U00010D40") << L{"1\U00010D40"};
    QTest::newRow("broken bytes are words") << B("ab \xFF\xFE\xE2\x82 c") << L{"ab", " ", "\xFF\xFE\xE2\x82", " c"};
    QTest::newRow("cut character at the end") << B("a\xF0\x9F") << L{"a", "\xF0\x9F"};
}

void TestSplitPattern::splitsAsGpt2() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(words(gpt2SplitPattern, text), expected);
}

/// What other families' patterns need: case-insensitive groups, limits, and classes inside brackets.
void TestSplitPattern::otherPatterns() {
    const std::string_view llama3 =
        R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
    QCOMPARE(words(llama3, "WE'LL (pay) 12345!\n\nnow"),
             (QByteArrayList{"WE", "'LL", " (", "pay", ")", " ", "123", "45", "!\n\n", "now"}));
}

void TestSplitPattern::gapsAreWords() {
    QCOMPARE(words("[0-9]+", "ab12c3"), (QByteArrayList{"ab", "12", "c", "3"}));
    QCOMPARE(words("[0-9]+", "12ab"), (QByteArrayList{"12", "ab"}));
    QCOMPARE(words("x*", "ab"), (QByteArrayList{"ab"}));
}

void TestSplitPattern::matches() {
    using Piece = SplitPattern::Piece;
    QCOMPARE(SplitPattern("[0-9]+").split("ab12\xFF"), (std::vector<Piece>{{2, false}, {4, true}, {5, false}}));
}

void TestSplitPattern::published() {
    QVERIFY(isPublishedPattern(gpt2SplitPattern));
    QVERIFY(isPublishedPattern(qwen2SplitPattern));
    QVERIFY(isPublishedPattern(R"(\p{N}{1,3})"));
    QVERIFY(!isPublishedPattern(""));
    QVERIFY(!isPublishedPattern("(a+)+$"));
}

void TestSplitPattern::longRunsFinish_data() {
    QTest::addColumn<QByteArray>("run");
    QTest::addColumn<int>("expected");
    QTest::newRow("letters") << QByteArray(1'000'000, 'a') << 1;
    QTest::newRow("spaces") << QByteArray(1'000'000, ' ') + 'a' << 2;
    QTest::newRow("quotes") << QByteArray(1'000'000, '\'') << 1;
    QTest::newRow("broken") << QByteArray(1'000'000, '\xF0') << 1;
    QTest::newRow("broken in between") << QByteArray("a\xFF").repeated(100'000) << 200'000;
}

void TestSplitPattern::longRunsFinish() {
    QFETCH(QByteArray, run);
    QFETCH(int, expected);
    QCOMPARE(words(gpt2SplitPattern, run).size(), expected);
}

void TestSplitPattern::brokenPattern() {
    QVERIFY_THROWS_EXCEPTION(Error, SplitPattern("(a"));
}

QTEST_APPLESS_MAIN(TestSplitPattern)
#include "tst_split_pattern.moc"
