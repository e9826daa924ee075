#include "engine/text/byte_pairs.h"

#include "engine/text/byte_alphabet.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace mayfly;

class TestBytePairs : public QObject {
    Q_OBJECT

private slots:
    void alphabet();
    void mergesLowestRankFirst_data();
    void mergesLowestRankFirst();
    void mergesAsTheDefinitionDoes();
    void longWordsFinish();
    void symbolsWithoutToken_data();
    void symbolsWithoutToken();
    void characters_data();
    void characters();
    void wholeWords();
};

namespace {

/// Tokens 0 to 255 are the bytes; each merge, written "a b", makes the next one.
BytePairParts partsOf(const QByteArrayList& merges) {
    BytePairParts parts;
    std::map<std::string, TokenId> ids;
    const auto add = [&](const std::string& bytes) {
        if (ids.emplace(bytes, TokenId(ids.size())).second) parts.vocabulary.push_back({ids.at(bytes), bytes});
    };
    for (int byte = 0; byte < 256; ++byte) add(std::string(1, char(byte)));
    for (const QByteArray& merge : merges) {
        const std::string left = merge.split(' ')[0].toStdString();
        const std::string right = merge.split(' ')[1].toStdString();
        add(left + right);
        const auto rank = std::uint32_t(parts.merges.size());
        parts.merges.push_back({ids.at(left), ids.at(right), ids.at(left + right), rank});
    }
    return parts;
}

/// The texts as tokens 0, 1, 2.
BytePairParts partsOfTexts(const QByteArrayList& texts) {
    BytePairParts parts;
    for (const QByteArray& text : texts)
        parts.vocabulary.push_back({TokenId(parts.vocabulary.size()), text.toStdString()});
    return parts;
}

/// "ab|c": the word as the tokens cut it; "0:ab|1:c" with ids.
QByteArray cut(const BytePairs& model, const QByteArray& word, bool withIds = false) {
    std::vector<WordToken> tokens;
    model.encode(word.toStdString(), tokens);
    QByteArrayList parts;
    qsizetype at = 0;
    for (const WordToken& token : tokens) {
        const QByteArray bytes = word.mid(at, qsizetype(token.length));
        parts << (withIds ? QByteArray::number(token.id) + ':' + bytes : bytes);
        at += qsizetype(token.length);
    }
    return at == word.size() ? parts.join('|') : "lengths do not add up";
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

void TestBytePairs::alphabet() {
    QCOMPARE(lettersOfBytes(" a\n"), std::string("ĠaĊ"));
    for (int byte = 0; byte < 256; ++byte) {
        const std::string bytes(1, char(byte));
        QCOMPARE(bytesOfLetters(lettersOfBytes(bytes)), std::optional(bytes));
    }
    QCOMPARE(bytesOfLetters("a b"), std::optional<std::string>()); // a space is no letter
    QCOMPARE(bytesOfLetters("一"), std::optional<std::string>());
    QCOMPARE(bytesOfLetters("\xFF"), std::optional<std::string>());
}

void TestBytePairs::mergesLowestRankFirst_data() {
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
    QTest::newRow("a pair twice has the later rank")
        << L{"a b", "b c", "a b"} << QByteArray("abc") << QByteArray("a|bc");
}

void TestBytePairs::mergesLowestRankFirst() {
    QFETCH(QByteArrayList, merges);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(cut(BytePairs(partsOf(merges)), text), expected);
}

void TestBytePairs::mergesAsTheDefinitionDoes() {
    const BytePairParts parts =
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

void TestBytePairs::longWordsFinish() {
    const BytePairs model(partsOf({"a a", "aa aa", "aaaa aaaa", "a b", "b a"}));
    std::vector<WordToken> tokens;
    model.encode(std::string(1'000'000, 'a'), tokens);
    QCOMPARE(int(tokens.size()), 125'000);
    QByteArray mixed(1'000'000, 'a');
    for (qsizetype i = 0; i < mixed.size(); i += 3) mixed[i] = 'b';
    QVERIFY(cut(model, mixed).size() > 1'000'000);
}

void TestBytePairs::symbolsWithoutToken_data() {
    QTest::addColumn<bool>("byteLevel");
    QTest::addColumn<bool>("hasUnknown");
    QTest::addColumn<bool>("fuses");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("bytes, none") << true << false << false << QByteArray("0:A|-1:x|-1:\xC3|-1:\xA9|1:B");
    QTest::newRow("bytes, unknown") << true << true << false << QByteArray("0:A|2:x|2:\xC3|2:\xA9|1:B");
    QTest::newRow("bytes, fused") << true << true << true << QByteArray("0:A|2:x\xC3\xA9|1:B");
    QTest::newRow("characters, none") << false << false << true << QByteArray("0:A|-1:x|-1:\xC3\xA9|1:B");
    QTest::newRow("characters, unknown") << false << true << false << QByteArray("0:A|2:x|2:\xC3\xA9|1:B");
    QTest::newRow("characters, fused") << false << true << true << QByteArray("0:A|2:x\xC3\xA9|1:B");
}

/// "AxéB" with tokens for A and B.
void TestBytePairs::symbolsWithoutToken() {
    QFETCH(bool, byteLevel);
    QFETCH(bool, hasUnknown);
    QFETCH(bool, fuses);
    QFETCH(QByteArray, expected);
    BytePairParts parts = partsOfTexts({"A", "B", "C"});
    parts.byteLevel = byteLevel;
    parts.fuseUnknown = fuses;
    if (hasUnknown) parts.unknown = 2;
    QCOMPARE(cut(BytePairs(std::move(parts)), "AxéB", true), expected);
}

void TestBytePairs::characters_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("merged") << QByteArray("é€é") << QByteArray("2:é€|0:é");
    QTest::newRow("bytes of a character without a token") << QByteArray("éü") << QByteArray("0:é|10:\xC3|11:\xBC");
    QTest::newRow("only where all of its bytes have one") << QByteArray("éÿ") << QByteArray("0:é|3:ÿ");
    QTest::newRow("broken bytes") << QByteArray("\xC3é\xFF") << QByteArray("10:\xC3|0:é|3:\xFF");
    QTest::newRow("bytes merge too") << QByteArray("\xBC\xC3") << QByteArray("12:\xBC\xC3");
}

/// The characters é and €, the bytes C3 and BC, and rules for each of the pairs.
void TestBytePairs::characters() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    BytePairParts parts = partsOfTexts({"é", "€", "é€"});
    parts.byteLevel = false;
    parts.unknown = 3;
    parts.byteTokens[0xC3] = 10;
    parts.byteTokens[0xBC] = 11;
    parts.merges = {{0, 1, 2, 0}, {11, 10, 12, 1}};
    QCOMPARE(cut(BytePairs(std::move(parts)), text, true), expected);
}

void TestBytePairs::wholeWords() {
    BytePairParts parts = partsOf({"a b"});
    parts.vocabulary.push_back({500, "abc"}); // no merge makes it
    QCOMPARE(cut(BytePairs(parts), "abc", true), QByteArray("256:ab|99:c"));
    parts.ignoreMerges = true;
    QCOMPARE(cut(BytePairs(parts), "abc", true), QByteArray("500:abc"));
    QCOMPARE(cut(BytePairs(parts), "abcc", true), QByteArray("256:ab|99:c|99:c"));
}

QTEST_APPLESS_MAIN(TestBytePairs)
#include "tst_byte_pairs.moc"
