#include "engine/text/byte_level_bpe.h"

#include "engine/text/byte_alphabet.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace mayfly;

class TestByteLevelBpe : public QObject {
    Q_OBJECT

private slots:
    void alphabet();
    void mergesLowestRankFirst_data();
    void mergesLowestRankFirst();
    void mergesAsTheDefinitionDoes();
    void longWordsFinish();
    void anyBytesTile();
    void bytesWithoutToken_data();
    void bytesWithoutToken();
    void addedTokens_data();
    void addedTokens();
    void prefixSpace();
    void endsAndWholeWords();
    void textsAndIds();
};

namespace {

/// Tokens 0 to 255 are the bytes; each merge, written "a b", makes the next one.
ByteLevelBpeParts partsOf(const QByteArrayList& merges) {
    ByteLevelBpeParts parts;
    std::map<std::string, TokenId> ids;
    const auto add = [&](const std::string& bytes) {
        if (!ids.emplace(bytes, TokenId(ids.size())).second) return;
        parts.vocabulary.push_back({ids.at(bytes), lettersOfBytes(bytes)});
    };
    for (int byte = 0; byte < 256; ++byte) add(std::string(1, char(byte)));
    for (const QByteArray& merge : merges) {
        const std::string left = merge.split(' ')[0].replace('_', ' ').toStdString();
        const std::string right = merge.split(' ')[1].toStdString();
        add(left + right);
        parts.merges.push_back({ids.at(left), ids.at(right), ids.at(left + right)});
    }
    return parts;
}

/// A vocabulary of single letters, as a toy model has it.
ByteLevelBpeParts partsOfLetters(const char* letters) {
    ByteLevelBpeParts parts;
    for (const char* letter = letters; *letter != '\0'; ++letter)
        parts.vocabulary.push_back({TokenId(letter - letters), lettersOfBytes(std::string(1, *letter))});
    return parts;
}

/// "ab|c": the text as the tokens cut it; "0:ab|1:c" with ids.
QByteArray cut(const std::vector<Token>& tokens, const QByteArray& text, bool withIds = false) {
    QByteArrayList parts;
    for (const Token& token : tokens)
        parts << (withIds ? QByteArray::number(token.id) + ':' : QByteArray()) +
                     text.mid(qsizetype(token.begin), qsizetype(token.end - token.begin));
    return parts.join('|');
}

bool tiles(const std::vector<Token>& tokens, std::size_t size) {
    std::size_t at = 0;
    for (const Token& token : tokens) {
        if (token.begin != at || token.end < at) return false;
        at = token.end;
    }
    return at == size;
}

/// The definition: as long as some pair has a rule, merge the leftmost pair of the lowest rank.
std::vector<TokenId> mergedByDefinition(std::vector<TokenId> ids, const std::vector<Merge>& merges) {
    for (;;) {
        const auto rankAt = [&](std::size_t i) {
            return std::find_if(merges.begin(), merges.end(),
                                [&](const Merge& m) { return m.left == ids[i] && m.right == ids[i + 1]; }) -
                   merges.begin();
        };
        std::size_t best = 0;
        for (std::size_t i = 1; i + 1 < ids.size(); ++i)
            if (rankAt(i) < rankAt(best)) best = i;
        if (ids.size() < 2 || rankAt(best) == std::ptrdiff_t(merges.size())) return ids;
        ids[best] = merges[std::size_t(rankAt(best))].result;
        ids.erase(ids.begin() + std::ptrdiff_t(best) + 1);
    }
}

} // namespace

void TestByteLevelBpe::alphabet() {
    QCOMPARE(lettersOfBytes(" a\n"), std::string("ĠaĊ"));
    for (int byte = 0; byte < 256; ++byte) {
        const std::string bytes(1, char(byte));
        QCOMPARE(bytesOfLetters(lettersOfBytes(bytes)), std::optional(bytes));
    }
    QCOMPARE(bytesOfLetters("a b"), std::optional<std::string>()); // a space is no letter
    QCOMPARE(bytesOfLetters("一"), std::optional<std::string>());
    QCOMPARE(bytesOfLetters("\xFF"), std::optional<std::string>());
}

void TestByteLevelBpe::mergesLowestRankFirst_data() {
    QTest::addColumn<QByteArrayList>("merges");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    using L = QByteArrayList;
    QTest::newRow("no merges") << L() << QByteArray("abc") << QByteArray("a|b|c");
    QTest::newRow("the later pair has the lower rank") << L{"b c", "a b"} << QByteArray("abc") << QByteArray("a|bc");
    QTest::newRow("leftmost of equals") << L{"a a"} << QByteArray("aaa") << QByteArray("aa|a");
    QTest::newRow("results merge again") << L{"a a", "aa aa", "aa a"} << QByteArray("aaaaaaa")
                                         << QByteArray("aaaa|aaa");
    QTest::newRow("across what was merged") << L{"b c", "a bc", "abc d"} << QByteArray("abcd") << QByteArray("abcd");
    QTest::newRow("a space belongs to its word") << L{"_ a", "_a b"} << QByteArray("ab ab") << QByteArray("a|b| ab");
    QTest::newRow("never across words") << L{"a ,"} << QByteArray("a,") << QByteArray("a|,");
    QTest::newRow("a word again") << L{"a b"} << QByteArray("cab cab cab") << QByteArray("c|ab| |c|ab| |c|ab");
    QTest::newRow("a pair twice has the later rank")
        << L{"a b", "b c", "a b"} << QByteArray("abc") << QByteArray("a|bc");
}

void TestByteLevelBpe::mergesLowestRankFirst() {
    QFETCH(QByteArrayList, merges);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(cut(ByteLevelBpe(partsOf(merges)).encode(text.toStdString()), text), expected);
}

void TestByteLevelBpe::mergesAsTheDefinitionDoes() {
    const ByteLevelBpeParts parts =
        partsOf({"b a", "a a", "a b", "ab a", "aa aa", "ba b", "c a", "ca ba", "aa b", "aba aba", "b b", "bb ca"});
    const MergeRules rules(parts.merges);
    QRandomGenerator random(1);
    for (int round = 0; round < 2000; ++round) {
        std::vector<TokenId> symbols(std::size_t(random.bounded(30)));
        for (TokenId& id : symbols) id = 'a' + random.bounded(3);
        std::vector<TokenId> merged;
        std::size_t length = 0;
        for (const MergeRules::Run& run : rules.apply(symbols)) {
            merged.push_back(run.id);
            length += run.length;
        }
        QCOMPARE(merged, mergedByDefinition(symbols, parts.merges));
        QCOMPARE(length, symbols.size());
    }
}

void TestByteLevelBpe::longWordsFinish() {
    const ByteLevelBpe tokenizer(partsOf({"a a", "aa aa", "aaaa aaaa", "a b", "b a"}));
    QCOMPARE(int(tokenizer.encode(std::string(1'000'000, 'a')).size()), 125'000);
    std::string mixed(1'000'000, 'a');
    for (std::size_t i = 0; i < mixed.size(); i += 3) mixed[i] = 'b';
    QVERIFY(tiles(tokenizer.encode(mixed), mixed.size()));
}

void TestByteLevelBpe::anyBytesTile() {
    const ByteLevelBpe tokenizer(partsOf({"\xE2 \x82", "\xE2\x82 \xAC", "\xFF \xFF", "_ a"}));
    QRandomGenerator random(2);
    const std::string_view pieces[] = {"a", " a", "€", "\xE2", "\x82\xAC", "\xFF", "\xF0\x9F", " ", "\n", "é"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = random.bounded(12); i > 0; --i) text += pieces[random.bounded(int(std::size(pieces)))];
        const std::vector<Token> tokens = tokenizer.encode(text);
        QVERIFY(tiles(tokens, text.size()));
        std::string back;
        for (const Token& token : tokens) back += tokenizer.bytes(token.id);
        QCOMPARE(back, text);
    }
    QCOMPARE(cut(tokenizer.encode("\xE2\x82 \xFF\xFF"), "12 34"), QByteArray("12| |34"));
}

void TestByteLevelBpe::bytesWithoutToken_data() {
    QTest::addColumn<bool>("hasUnknown");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("behind a token") << false << QByteArray("AxyB") << QByteArray("0:Axy|1:B");
    QTest::newRow("at the beginning") << false << QByteArray("xA") << QByteArray("0:xA");
    QTest::newRow("at the end") << false << QByteArray("AB x") << QByteArray("0:A|1:B x");
    QTest::newRow("nothing else") << false << QByteArray("xyz") << QByteArray();
    QTest::newRow("one unknown token a byte") << true << QByteArray("Axy") << QByteArray("0:A|2:x|2:y");
}

void TestByteLevelBpe::bytesWithoutToken() {
    QFETCH(bool, hasUnknown);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    ByteLevelBpeParts parts = partsOfLetters("ABC");
    if (hasUnknown) parts.unknown = 2;
    QCOMPARE(cut(ByteLevelBpe(std::move(parts)).encode(text.toStdString()), text, true), expected);
}

void TestByteLevelBpe::addedTokens_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("inside") << QByteArray("a<s>b") << QByteArray("0:a|10:<s>|1:b");
    QTest::newRow("twice") << QByteArray("<s><s>") << QByteArray("10:<s>|10:<s>");
    QTest::newRow("alone") << QByteArray("<s>") << QByteArray("10:<s>");
    QTest::newRow("the longest") << QByteArray("<s>>") << QByteArray("11:<s>>");
    QTest::newRow("the leftmost") << QByteArray("<<s>>") << QByteArray("2:<|11:<s>>");
    QTest::newRow("not whole") << QByteArray("<s") << QByteArray("2:<|3:s");
    QTest::newRow("takes spaces") << QByteArray("a \u2003[M]\n b") << QByteArray("0:a|12: \u2003[M]\n |1:b");
    QTest::newRow("but not another's") << QByteArray("<s> [M]") << QByteArray("10:<s>|12: [M]");
}

void TestByteLevelBpe::addedTokens() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    ByteLevelBpeParts parts = partsOfLetters("ab<s> ");
    parts.added = {{"<s>", 10, true}, {"<s>>", 11}, {"[M]", 12, true, true, true}};
    const ByteLevelBpe tokenizer(std::move(parts));
    QCOMPARE(cut(tokenizer.encode(text.toStdString()), text, true), expected);
    QVERIFY(tokenizer.isSpecial(10));
    QVERIFY(!tokenizer.isSpecial(11));
    QVERIFY(!tokenizer.isSpecial(0));
}

void TestByteLevelBpe::prefixSpace() {
    ByteLevelBpeParts parts = partsOf({"_ a"});
    parts.added = {{"<s>", 1000, true}};
    parts.addPrefixSpace = true;
    const ByteLevelBpe tokenizer(std::move(parts));
    QCOMPARE(cut(tokenizer.encode("ab<s>a"), "ab<s>a", true), QByteArray("256:a|98:b|1000:<s>|256:a"));
    QCOMPARE(cut(tokenizer.encode(" ab"), " ab", true), QByteArray("256: a|98:b"));
    QCOMPARE(tokenizer.encode("b"), (std::vector<Token>{{' ', 0, 0}, {'b', 0, 1}}));
    QVERIFY(tokenizer.encode("").empty());
}

void TestByteLevelBpe::endsAndWholeWords() {
    ByteLevelBpeParts parts = partsOf({"a b"});
    parts.vocabulary.push_back({500, "abc"}); // no merge makes it
    parts.before = {7};
    parts.after = {8, 9};
    const ByteLevelBpe merged(parts);
    QCOMPARE(merged.encode("abc"), (std::vector<Token>{{7, 0, 0}, {256, 0, 2}, {'c', 2, 3}, {8, 3, 3}, {9, 3, 3}}));
    QCOMPARE(merged.encode(""), (std::vector<Token>{{7, 0, 0}, {8, 0, 0}, {9, 0, 0}}));
    parts.ignoreMerges = true;
    QCOMPARE(ByteLevelBpe(parts).encode("abc")[1], (Token{500, 0, 3}));
}

void TestByteLevelBpe::textsAndIds() {
    ByteLevelBpeParts parts;
    parts.vocabulary = {{7, "Ġa"}, {3, "<pad>"}, {4, "一"}};
    parts.added = {{"<pad>", 3, true}, {"a b", 9}};
    const ByteLevelBpe tokenizer(std::move(parts));
    QCOMPARE(tokenizer.size(), 10);
    QCOMPARE(tokenizer.bytes(7), std::string(" a"));
    QCOMPARE(tokenizer.bytes(3), std::string("<pad>"));
    QCOMPARE(tokenizer.bytes(4), std::string("一")); // not of the alphabet: as it stands
    QCOMPARE(tokenizer.bytes(9), std::string("a b"));
    for (const TokenId id : {-1, 0, 8, 10}) QVERIFY(!tokenizer.knows(id) && tokenizer.bytes(id).empty());
    QCOMPARE(ByteLevelBpe(ByteLevelBpeParts()).size(), 0);
    QVERIFY(ByteLevelBpe(ByteLevelBpeParts()).encode("abc").empty());
}

QTEST_APPLESS_MAIN(TestByteLevelBpe)
#include "tst_byte_level_bpe.moc"
