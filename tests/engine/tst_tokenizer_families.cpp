#include "engine/text/tokenizer.h"

#include "model_files.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace mayfly;

/// Every kind of tokenizer that models come with, against what tests/data/make_tokenizers.py computed by the published
/// algorithms.
class TestTokenizerFamilies : public QObject {
    Q_OBJECT

private slots:
    void encode_data();
    void encode();
    void texts_data();
    void texts();
    void anyBytesTile_data();
    void anyBytesTile();
    void whatIsAddedHasNothingOfTheText();
    void goldenPrompts_data();
    void goldenPrompts();
    void bertEncodesAsItsGold();
};

namespace {

QString folderOf(const QString& family) {
    return QStringLiteral(MAYFLY_TEST_DATA "/tokenizers/") + family;
}

QStringList families() {
    return QDir(folderOf({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QJsonDocument readJson(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

std::vector<TokenId> idsOf(const QJsonArray& array) {
    std::vector<TokenId> ids;
    for (const auto id : array) ids.push_back(id.toInt());
    return ids;
}

std::vector<TokenId> encoded(const Tokenizer& tokenizer, const QString& text) {
    std::vector<TokenId> ids;
    for (const Token& token : tokenizer.encode(text.toStdString())) ids.push_back(token.id);
    return ids;
}

bool tiles(const std::vector<Token>& tokens, std::size_t size) {
    std::size_t at = 0;
    for (const Token& token : tokens) {
        if (token.begin != at || token.end < at) return false;
        at = token.end;
    }
    return at == size || tokens.empty();
}

/// Where nothing of the text got a token, what the tokenizer adds has nothing of it either.
bool tilesOrAdds(const std::vector<Token>& tokens, std::size_t size) {
    return tiles(tokens, size) ||
           std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.begin == token.end; });
}

void addFamilies() {
    QTest::addColumn<QString>("family");
    for (const QString& family : families()) QTest::newRow(qPrintable(family)) << family;
}

} // namespace

void TestTokenizerFamilies::encode_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<TokenId>>("ids");
    for (const QString& family : families()) {
        const QJsonArray cases = readJson(folderOf(family) + "/expected.json").array();
        QVERIFY2(!cases.isEmpty(), qPrintable(family));
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::addRow("%s %d", qPrintable(family), int(i))
                << family << cases[i][0].toString() << idsOf(cases[i][1].toArray());
    }
}

void TestTokenizerFamilies::encode() {
    QFETCH(QString, family);
    QFETCH(QString, text);
    QFETCH(std::vector<TokenId>, ids);
    const auto tokenizer = loadTokenizer(folderOf(family).toStdString());
    QVERIFY(tokenizer);
    QCOMPARE(encoded(*tokenizer, text), ids);
    QVERIFY(tilesOrAdds(tokenizer->encode(text.toStdString()), text.toUtf8().size()));
}

void TestTokenizerFamilies::texts_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* family, const QByteArray& text, const QByteArray& expected) {
        QTest::newRow(family) << QString(family) << text << expected;
    };
    row("llama3", "the cat<s>", "[<s>]|the| cat|[<s>]");
    row("qwen2_files", "e\u0301<|end|>", "\xC3|\xA9|[<|end|>]");
    row("roberta", "the", "[<s>]| the|[</s>]");
    row("llama", "the 語", "[<s>]| the| |\xE8|\xAA|\x9E");
    row("llama_model", "the 語", "[<s>]| the| |\xE8|\xAA|\x9E");
    row("gemma", "eats", "[<s>]|e|ats");
    row("unigram", "The cat", "[<s>]| |The| c|at|[</s>]");
    row("bert", "Eats soups", "[[CLS]]|eat|s|soup|s|[[SEP]]");
}

/// The bytes that tokens stand for, special ones in brackets.
void TestTokenizerFamilies::texts() {
    QFETCH(QString, family);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto tokenizer = loadTokenizer(folderOf(family).toStdString());
    QByteArrayList parts;
    for (const Token& token : tokenizer->encode(text.toStdString())) {
        const QByteArray bytes = QByteArray::fromStdString(tokenizer->bytes(token.id));
        parts << (tokenizer->isSpecial(token.id) ? '[' + bytes + ']' : bytes);
    }
    QCOMPARE(parts.join('|'), expected);
}

void TestTokenizerFamilies::anyBytesTile_data() {
    addFamilies();
}

void TestTokenizerFamilies::anyBytesTile() {
    QFETCH(QString, family);
    const auto tokenizer = loadTokenizer(folderOf(family).toStdString());
    QRandomGenerator random(3);
    const std::string_view pieces[] = {"a",  " the", "語",  "\xE8", "\xAA\x9E", "\xFF", "e\u0301", " ",
                                       "\n", "ﬁ",    "<s>", "▁",    "[MASK]",   "'s",   "\0",      "12"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = random.bounded(14); i > 0; --i) text += pieces[random.bounded(int(std::size(pieces)))];
        const std::vector<Token> tokens = tokenizer->encode(text);
        QVERIFY2(tilesOrAdds(tokens, text.size()), text.c_str());
        for (const Token& token : tokens) QVERIFY(tokenizer->knows(token.id));
    }
}

void TestTokenizerFamilies::whatIsAddedHasNothingOfTheText() {
    const auto tokenizer = loadTokenizer(folderOf(QStringLiteral("bert")).toStdString());
    const std::vector<Token> spaces = tokenizer->encode("   ");
    QCOMPARE(spaces.size(), std::size_t(2));
    QCOMPARE(spaces[0].begin, spaces[0].end);
    QCOMPARE(spaces[1].begin, spaces[1].end);
    const std::vector<Token> words = tokenizer->encode(" the ");
    QVERIFY(words.front().end == 0 && words[1].begin == 0 && words.back().begin == 5);
}

void TestTokenizerFamilies::goldenPrompts_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("tokenizer.json") << QStringLiteral("json");
    QTest::newRow("tokenizer.model") << QStringLiteral("model");
}

/// stories260K from each of its two files.
void TestTokenizerFamilies::goldenPrompts() {
    QFETCH(QString, folder);
    const QString model = QStringLiteral(MAYFLY_SHARED "/models/stories260K/");
    if (!QFile::exists(model)) QSKIP("the reference models (MAYFLY_SHARED) are not here");
    const modelfiles::Folder copy;
    QVERIFY(QFile::copy(model + "tokenizer." + folder, copy.path("tokenizer." + folder)));
    const auto tokenizer = loadTokenizer(copy.root());
    int count = 0;
    for (QDirIterator golden(MAYFLY_SHARED "/golden/stories260K", {"*.json"}); golden.hasNext(); ++count) {
        const QJsonObject prompt = readJson(golden.next()).object();
        QCOMPARE(encoded(*tokenizer, prompt["prompt"].toString()), idsOf(prompt["ids"].toArray()));
    }
    QVERIFY(count > 0);
    QCOMPARE(tokenizer->size(), 512);
}

void TestTokenizerFamilies::bertEncodesAsItsGold() {
    const QJsonObject gold = readJson(MAYFLY_SHARED "/tokenizers/gold/bert_uncased_encoded.json").object();
    if (gold.isEmpty()) QSKIP("the reference models (MAYFLY_SHARED) are not here");
    const auto tokenizer = loadTokenizer(MAYFLY_SHARED "/tokenizers/bert");
    QCOMPARE(encoded(*tokenizer, gold["text"].toString()), idsOf(gold["token_ids"].toArray()));
    QVERIFY(tokenizer->isSpecial(103));
    QCOMPARE(tokenizer->size(), 30522);
}

QTEST_APPLESS_MAIN(TestTokenizerFamilies)
#include "tst_tokenizer_families.moc"
