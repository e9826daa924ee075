#include "engine/text/pipeline.h"

#include "engine/text/byte_pairs.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace mayfly;

class TestPipeline : public QObject {
    Q_OBJECT

private slots:
    void rangesAreOfTheOriginal_data();
    void rangesAreOfTheOriginal();
    void anyBytesTile();
    void addedTokens_data();
    void addedTokens();
    void prefixSpace();
    void ends();
    void textsAndIds();
};

namespace {

/// A model of single characters, the n-th of which is token n.
PipelineParts partsOf(const QStringList& characters) {
    PipelineParts parts;
    BytePairParts model;
    model.byteLevel = false;
    for (const QString& character : characters) {
        const auto id = TokenId(parts.words.size());
        parts.words.push_back({id, character.toStdString()});
        model.vocabulary.push_back({id, character.toStdString()});
    }
    parts.model = std::make_unique<BytePairs>(std::move(model));
    return parts;
}

/// "0:a|1:b": ids, and the text as they cut it.
QByteArray cut(const Tokenizer& tokenizer, const QByteArray& text) {
    QByteArrayList parts;
    for (const Token& token : tokenizer.encode(text.toStdString()))
        parts << QByteArray::number(token.id) + ':' +
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

} // namespace

void TestPipeline::rangesAreOfTheOriginal_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("one by one") << QByteArray("ab") << QByteArray("0:a|1:b");
    QTest::newRow("another case") << QByteArray("AB") << QByteArray("0:A|1:B");
    QTest::newRow("composed") << QByteArray("au\u0308b") << QByteArray("0:a|4:u\u0308|1:b");
    QTest::newRow("one makes several") << QByteArray("a\uFB01b") << QByteArray("0:a|2:\uFB01|3:|1:b");
    QTest::newRow("several make several") << QByteArray("\uFB01\uFB01") << QByteArray("2:\uFB01|3:|2:\uFB01|3:");
    QTest::newRow("dropped in front") << QByteArray("  ab") << QByteArray("0:  a|1:b");
    QTest::newRow("dropped behind") << QByteArray("ab \n") << QByteArray("0:a|1:b \n");
    QTest::newRow("dropped around an added token") << QByteArray("a <s> b") << QByteArray("0:a |9:<s> |1:b");
    QTest::newRow("unknown") << QByteArray("?a?\xFF?b") << QByteArray("0:?a?\xFF?|1:b");
    QTest::newRow("nothing known") << QByteArray("??") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

/// NFKC, lower case and stripped white space before a model of five characters.
void TestPipeline::rangesAreOfTheOriginal() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    PipelineParts parts = partsOf({"a", "b", "f", "i", "ü"});
    parts.normalizer = Normalizer({UnicodeForm::NFKC, Lowercase{}, Strip{}});
    parts.added = {{"<s>", 9, true}};
    QCOMPARE(cut(Pipeline(std::move(parts)), text), expected);
}

void TestPipeline::anyBytesTile() {
    PipelineParts parts = partsOf({"a", "€", "é", "\u2581", "i"});
    parts.normalizer = Normalizer({CleanText{}, UnicodeForm::NFKD, StripAccents{}, CollapseSpaces{}, Lowercase{}});
    parts.pretokenizer = Pretokenizer({CharacterSplit{}, Metaspace{}});
    parts.added = {{"<s>", 9, true}, {"[M]", 10, true, true, true}};
    const Pipeline tokenizer(std::move(parts));
    QRandomGenerator random(2);
    const std::string_view pieces[] = {"a",       " a", "€",      "\xE2", "\x82\xAC", "\xFF",
                                       "e\u0301", " ",  "\uFB01", "<s>",  "[M]"};
    for (int round = 0; round < 2000; ++round) {
        std::string text("a");
        for (int i = random.bounded(12); i > 0; --i) text += pieces[random.bounded(int(std::size(pieces)))];
        QVERIFY2(tiles(tokenizer.encode(text), text.size()), text.c_str());
    }
}

void TestPipeline::addedTokens_data() {
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
    QTest::newRow("a whole word") << QByteArray("ss ss") << QByteArray("13:ss|5: |13:ss");
    QTest::newRow("no whole word") << QByteArray("ssb\u00E9ss") << QByteArray("3:s|3:s|1:b\u00E9|3:s|3:s");
    QTest::newRow("normalised") << QByteArray("aAB<S>") << QByteArray("0:a|14:AB|2:<|3:S|4:>");
    QTest::newRow("piece") << QByteArray("BA") << QByteArray("15:BA");
}

void TestPipeline::addedTokens() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    PipelineParts parts = partsOf({"a", "b", "<", "s", ">", " "});
    parts.normalizer = Normalizer({Lowercase{}});
    AddedToken word{"ss", 13};
    word.wholeWord = true;
    AddedToken normalized{"Ab", 14};
    normalized.normalized = true;
    AddedToken piece{"ba", 15};
    piece.isPiece = true;
    parts.added = {{"<s>", 10, true}, {"<s>>", 11}, {"[M]", 12, true, true, true}, word, normalized, piece};
    const Pipeline tokenizer(std::move(parts));
    QCOMPARE(cut(tokenizer, text), expected);
    QVERIFY(tokenizer.isSpecial(10));
    QVERIFY(!tokenizer.isSpecial(11));
    QVERIFY(!tokenizer.isSpecial(0));
}

void TestPipeline::prefixSpace() {
    PipelineParts parts = partsOf({" ", "a", "b"});
    parts.added = {{"<s>", 9, true}};
    parts.pretokenizer = Pretokenizer({PrefixSpace{}});
    const Pipeline tokenizer(std::move(parts));
    QCOMPARE(cut(tokenizer, "ab<s>a"), QByteArray("0:|1:a|2:b|9:<s>|0:|1:a"));
    QCOMPARE(cut(tokenizer, " ab"), QByteArray("0: |1:a|2:b"));
    QVERIFY(tokenizer.encode("").empty());
}

void TestPipeline::ends() {
    PipelineParts parts = partsOf({"a"});
    parts.before = {7};
    parts.after = {8, 9};
    const Pipeline tokenizer(std::move(parts));
    QCOMPARE(tokenizer.encode("aa"), (std::vector<Token>{{7, 0, 0}, {0, 0, 1}, {0, 1, 2}, {8, 2, 2}, {9, 2, 2}}));
    QCOMPARE(tokenizer.encode(""), (std::vector<Token>{{7, 0, 0}, {8, 0, 0}, {9, 0, 0}}));
    QCOMPARE(tokenizer.encode("?"), (std::vector<Token>{{7, 0, 0}, {8, 1, 1}, {9, 1, 1}}));
    PipelineParts behind = partsOf({"a"});
    behind.after = {8, 9};
    QCOMPARE(Pipeline(std::move(behind)).encode("?"), (std::vector<Token>{{8, 1, 1}, {9, 1, 1}}));
}

void TestPipeline::textsAndIds() {
    PipelineParts parts;
    parts.words = {{7, " a"}, {3, "<pad>"}, {4, "一"}};
    parts.added = {{"<pad>", 3, true}, {"a b", 9}};
    const Pipeline tokenizer(std::move(parts));
    QCOMPARE(tokenizer.size(), 10);
    QCOMPARE(tokenizer.bytes(7), std::string(" a"));
    QCOMPARE(tokenizer.bytes(3), std::string("<pad>"));
    QCOMPARE(tokenizer.bytes(9), std::string("a b"));
    QVERIFY(tokenizer.isSpecial(3) && !tokenizer.isSpecial(9));
    for (const TokenId id : {-1, 0, 8, 10}) QVERIFY(!tokenizer.knows(id) && tokenizer.bytes(id).empty());
    QCOMPARE(Pipeline(PipelineParts()).size(), 0);
    QVERIFY(Pipeline(PipelineParts()).encode("abc").empty());
}

QTEST_APPLESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
