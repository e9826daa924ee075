#include "engine/text/tokenizer.h"

#include "model_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <thread>

using namespace mayfly;

class TestTokenizer : public QObject {
    Q_OBJECT

private slots:
    void layouts_data();
    void layouts();
    void specialTokens_data();
    void specialTokens();
    void nothingThere();
    void idsBeyondTheModel();
    void refused_data();
    void refused();
    void wordLists_data();
    void wordLists();
    void manyThreads();
    void gpt2EncodesAsItsGold();
    void gpt2FromBothLayouts();
    void toyVocabulary();
};

namespace {

/// The tokens a, b, ab and <|endoftext|> in both layouts.
const QByteArray vocab = R"({"a": 0, "b": 1, "ab": 2, "<|endoftext|>": 3})";

QByteArray tokenizerJson(const QByteArray& merges, const QByteArray& more = {}, const QByteArray& model = {}) {
    return R"({"added_tokens": [{"id": 3, "content": "<|endoftext|>", "special": true}], "normalizer": null,)"
           R"("pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}, "model": {"type": "BPE", "vocab": )" +
           vocab + R"(, "merges": )" + merges + model + "}" + more + "}";
}

/// "2 3": the ids of a text.
QByteArray idsOf(const Tokenizer& tokenizer, const QByteArray& text) {
    QByteArrayList ids;
    for (const Token& token : tokenizer.encode(text.toStdString())) ids << QByteArray::number(token.id);
    return ids.join(' ');
}

std::filesystem::path sharedModel(const char* name) {
    return std::filesystem::path(MAYFLY_SHARED) / "models" / name;
}

} // namespace

void TestTokenizer::layouts_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("merges");
    QTest::addColumn<QByteArray>("ids");
    const auto json = [](const char* name, const QByteArray& text, const QByteArray& ids = "2 3 1") {
        QTest::newRow(name) << text << QByteArray() << ids;
    };
    const auto merges = [](const char* name, const QByteArray& text, const QByteArray& ids = "2 3 1") {
        QTest::newRow(name) << QByteArray() << text << ids;
    };

    json("merges as strings", tokenizerJson(R"(["a b"])"));
    json("merges as pairs", tokenizerJson(R"([["a", "b"]])"));
    json("no merges", tokenizerJson("[]"), "0 1 3 1");
    json("ignore_merges", tokenizerJson("[]", {}, R"(, "ignore_merges": true)"));
    json("post-processor that adds nothing",
         tokenizerJson(R"(["a b"])", R"(, "post_processor": {"type": "ByteLevel"})"));
    json("template",
         tokenizerJson(R"(["a b"])",
                       R"(, "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "E",
                       "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}], "special_tokens": {"E": {"id": "E",
                       "ids": [3], "tokens": ["E"]}}})"),
         "3 2 3 1");
    merges("with a version", "#version: 0.2\na b\n");
    merges("without", "a b\n");
    merges("no newline at the end", "a b");
    merges("Windows' line ends", "#version: 0.2\r\na b\r\n\r\n");
    merges("empty", "", "0 1 3 1");
}

/// "ab<|endoftext|>b", with `json` as tokenizer.json or `merges` as merges.txt beside vocab.json.
void TestTokenizer::layouts() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, merges);
    QFETCH(QByteArray, ids);
    const modelfiles::Folder folder;
    if (!json.isEmpty()) folder.write("tokenizer.json", json);
    if (json.isEmpty()) folder.write("vocab.json", vocab);
    if (json.isEmpty()) folder.write("merges.txt", merges);
    const auto tokenizer = loadTokenizer(folder.root());
    QVERIFY(tokenizer);
    QCOMPARE(idsOf(*tokenizer, "ab<|endoftext|>b"), ids);
    QCOMPARE(tokenizer->size(), 4);
    QVERIFY(tokenizer->isSpecial(3));
    QVERIFY(!tokenizer->isSpecial(2));
    QCOMPARE(tokenizer->bytes(2), std::string("ab"));
}

void TestTokenizer::specialTokens_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ids");
    QTest::addColumn<bool>("special");
    const auto row = [](const char* name, const char* file, const QByteArray& content, const QByteArray& text,
                        const QByteArray& ids,
                        bool special) { QTest::newRow(name) << file << content << text << ids << special; };
    const char* config = "tokenizer_config.json";

    row("added_tokens.json", "added_tokens.json", R"({"<x>": 4})", "a<x>", "0 4", false);
    row("decoder", config, R"({"added_tokens_decoder": {"4": {"content": "<x>", "special": true}}})", "a<x>", "0 4",
        true);
    row("decoder, lstrip", config, R"({"added_tokens_decoder": {"4": {"content": "<x>", "lstrip": true}}})", "a <x>",
        "0 4", false);
    row("a name for a word", config, R"({"eos_token": {"content": "b"}})", "ab", "0 1", false);
    row("map", "special_tokens_map.json", R"({"additional_special_tokens": ["b"], "pad_token": null})", "ab", "0 1",
        false);
    row("a name without a token", config, R"({"pad_token": "[PAD]"})", "ab", "2", false);
    row("an id that is taken", "added_tokens.json", R"({"<x>": 2})", "ab", "2", false);
    row("unknown", config, R"({"unk_token": "<|endoftext|>"})", "axb", "0 3 1", false);
    row("BOS", config, R"({"bos_token": "<|endoftext|>", "add_bos_token": true})", "a", "3 0", false);
    row("BOS that is not added", config, R"({"bos_token": "<|endoftext|>"})", "a", "0", false);
    row("what is not known is left alone", config, R"({"chat_template": "{{ x }}", "auto_map": {"y": ["z", null]}})",
        "a", "0", false);
}

/// A file beside vocab.json and merges.txt; `special` is whether token 4 is.
void TestTokenizer::specialTokens() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, ids);
    QFETCH(bool, special);
    const modelfiles::Folder folder;
    folder.write("vocab.json", vocab);
    folder.write("merges.txt", "a b");
    folder.write(file, content);
    const auto tokenizer = loadTokenizer(folder.root());
    QCOMPARE(idsOf(*tokenizer, text), ids);
    QCOMPARE(tokenizer->isSpecial(4), special);
}

void TestTokenizer::nothingThere() {
    const modelfiles::Folder folder;
    QVERIFY(!loadTokenizer(folder.root()));
    QVERIFY(!loadTokenizer(folder.at("no such folder")));
    QVERIFY(!hasTokenizer(folder.root()));
    folder.write("spiece.model", "x");
    QVERIFY(!loadTokenizer(folder.root()));
    for (const char* name : {"vocab.txt", "tokenizer.model", "tokenizer.json"}) {
        const modelfiles::Folder one;
        one.write(name, "x");
        QVERIFY(hasTokenizer(one.root()));
    }
}

/// Ids that the model has no rows for: an added token is not found, a template that needs one is refused, and a word
/// shows in the size.
void TestTokenizer::idsBeyondTheModel() {
    const modelfiles::Folder folder;
    folder.write("tokenizer.json", tokenizerJson(R"(["a b"])").replace("\"added_tokens\": [", R"("added_tokens": [
        {"id": 7, "content": "a<p>", "special": true},)"));
    const auto all = loadTokenizer(folder.root());
    QCOMPARE(idsOf(*all, "a<p>"), QByteArray("7"));
    QCOMPARE(all->size(), 8);
    const auto four = loadTokenizer(folder.root(), 4);
    QCOMPARE(idsOf(*four, "a<p>b"), QByteArray("0 1"));
    QCOMPARE(four->size(), 4);
    QVERIFY(!four->knows(7));
    QCOMPARE(loadTokenizer(folder.root(), 2)->size(), 4);
}

/// `files` maps names to contents; null removes one of the two that make a good tokenizer, vocab.json and merges.txt.
void TestTokenizer::refused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* file, const QByteArray& content, const char* kind,
                        const char* says) {
        QTest::newRow(name) << file << content << QByteArray(kind) << QByteArray(says);
    };
    const auto json = [&](const char* name, const QByteArray& content, const char* kind, const char* says) {
        row(name, "tokenizer.json", content, kind, says);
    };
    const QByteArray lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";

    row("vocab: empty", "vocab.json", "", "Malformed", "not valid JSON");
    row("vocab: no tokens", "vocab.json", "{}", "Malformed", "vocab.json holds no tokens");
    row("vocab: cut", "vocab.json", R"({"a": 0, "b")", "Malformed", "not valid JSON");
    row("vocab: an array", "vocab.json", "[]", "Malformed", "must hold a JSON object");
    row("vocab: not UTF-8", "vocab.json", "{\"\xFF\": 0}", "Malformed", "not valid JSON");
    row("vocab: deep", "vocab.json", QByteArray(100'000, '['), "Malformed", "not valid JSON");
    row("vocab: id below 0", "vocab.json", R"({"a": -1})", "Malformed", R"("a" the id -1)");
    row("vocab: id too large", "vocab.json", R"({"a": 16777216})", "Malformed", "16777216; ids are whole numbers");
    row("vocab: id beyond 64 bits", "vocab.json", R"({"a": 18446744073709551615})", "Malformed",
        "18446744073709551615");
    row("vocab: id with a point", "vocab.json", R"({"a": 1.0})", "Malformed", "the id 1.0");
    row("vocab: id in quotes", "vocab.json", R"({"a": "1"})", "Malformed", R"(the id "1")");
    row("vocab: token twice", "vocab.json", R"({"a": 0, "a": 1})", "Malformed", R"("a" twice)");
    row("vocab: id twice", "vocab.json", R"({"a": 0, "b": 0})", "Malformed", "the id 0 to both");
    row("vocab: LFS pointer", "vocab.json", lfs, "Unsupported", "git lfs pull");
    row("vocab: not there", "vocab.json", QByteArray(), "NotFound", "vocab.json");
    row("merges: not there", "merges.txt", QByteArray(), "NotFound", "merges.txt");
    row("merges: LFS pointer", "merges.txt", lfs, "Unsupported", "git lfs pull");
    row("merges: one token", "merges.txt", "#version: 0.2\na\n", "Malformed", R"(merges.txt, line 2, holds "a")");
    row("merges: three tokens", "merges.txt", "a b a", "Malformed", R"(holds "a b a")");
    row("merges: space in front", "merges.txt", " a", "Malformed", "two tokens");
    row("merges: unknown part", "merges.txt", "a c", "Malformed", R"(has no "c")");
    row("merges: unknown result", "merges.txt", "b a", "Malformed", R"(has no "ba")");
    row("merges: not UTF-8", "merges.txt", "\xFF b", "Malformed", "has no \"\xEF\xBF\xBD\"");
    row("merges: JSON", "merges.txt", R"(["a b"])", "Malformed", "merges.txt, line 1,");
    row("config: cut", "tokenizer_config.json", "{", "Malformed", "tokenizer_config.json is not valid JSON");
    row("config: other class", "tokenizer_config.json", R"({"tokenizer_class": "XlmTokenizer"})", "Unsupported",
        R"("XlmTokenizer")");
    row("config: odd id", "tokenizer_config.json", R"({"added_tokens_decoder": {"\n7": {"content": "y"}}})", "Malformed",
        R"(added_tokens_decoder names a token by "\x0a7", which is not an id)");
    row("config: id", "tokenizer_config.json", R"({"added_tokens_decoder": {"x": {"content": "y"}}})", "Malformed",
        "added_tokens_decoder");
    row("added: id", "added_tokens.json", R"({"x": -5})", "Malformed", "the id -5");
    row("map: a number", "special_tokens_map.json", R"({"bos_token": 5})", "Malformed", "bos_token must hold");

    json("empty", "", "Malformed", "tokenizer.json is not valid JSON");
    json("no model", "{}", "Malformed", "model must be an object, and is missing");
    json("model is text", R"({"model": "BPE"})", "Malformed", "model must hold a JSON object");
    json("other model", tokenizerJson("[]").replace("\"BPE\"", "\"WordLevel\""), "Unsupported", R"("WordLevel")");
    json("other pre-tokenizer", tokenizerJson("[]").replace("ByteLevel", "UnicodeScripts"), "Unsupported",
         R"("UnicodeScripts")");
    json("other normalizer", tokenizerJson("[]").replace("\"normalizer\": null", R"("normalizer": {"type": "Nmt"})"),
         "Unsupported", R"("Nmt")");
    json("other post-processor", tokenizerJson("[]", R"(, "post_processor": {"type": "Xlm"})"), "Unsupported", "Xlm");
    json("a stranger's pattern",
         tokenizerJson("[]")
             .replace(R"("pre_tokenizer": {)", R"("pre_tokenizer": {"pattern": {"Regex": "(a+)+$"}, )")
             .replace("ByteLevel", "Split"),
         "Unsupported", R"("(a+)+$")");
    json("template without its token",
         tokenizerJson(
             "[]", R"(, "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "x"}}]})"),
         "Malformed", "special tokens");
    json("template's token has an id of its own",
         tokenizerJson("[]", R"(, "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken":
         {"id": "x"}}], "special_tokens": {"x": {"ids": [9]}}})"),
         "Malformed", "ids must be ids of the vocabulary");
    const auto sequence = [](const QByteArray& kind, const QByteArray& step, int count) {
        const QByteArray list = kind == "normalizer" ? "normalizers" : "pretokenizers";
        const QByteArray steps = (step + ", ").repeated(count - 1) + step;
        return R"({")" + kind + R"(": {"type": "Sequence", ")" + list + "\": [" + steps + "]}}";
    };
    const QByteArray doubling = R"({"type": "Replace", "pattern": {"String": "a"}, "content": "aa"})";
    json("normalizer that doubles", sequence("normalizer", doubling, 8), "Unsupported", "more than 200 times as long");
    json("normalizer that blows up", sequence("normalizer", doubling.chopped(2) + QByteArray(201, 'a') + "\"}", 1),
         "Unsupported", "more than 200 times as long");
    json("normalizer that unfolds", sequence("normalizer", R"({"type": "NFKD"})", 3), "Unsupported",
         "more than 200 times as long");
    json("normalizer with a long beginning",
         R"({"normalizer": {"type": "Prepend", "prepend": ")" + QByteArray(65, 'a') + "\"}}", "Unsupported",
         "puts 65 bytes before a text");
    json("normalizer of many steps", sequence("normalizer", R"({"type": "Lowercase"})", 33), "Unsupported",
         "has more than 32 steps");
    json("pre-tokenizer of many steps", sequence("pre_tokenizer", R"({"type": "ByteLevel"})", 40'000), "Unsupported",
         "has more than 32 steps");
    json("metaspace of two", R"({"pre_tokenizer": {"type": "Metaspace", "replacement": "  "}})", "Malformed",
         "replacement must be a single character");
    json("template's token has an odd name",
         tokenizerJson("[]", R"(, "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken":
         {"id": "\n\u001b"}}], "special_tokens": {"\n\u001b": {"ids": 9}}})"),
         "Malformed", R"(special_tokens: "\x0a\x1b": ids must be a list)");
    json("suffix", tokenizerJson("[]", {}, R"(, "end_of_word_suffix": "</w>")"), "Unsupported", R"("</w>")");
    json("sequences in sequences",
         tokenizerJson("[]").replace(
             "\"normalizer\": null",
             "\"normalizer\": " + QByteArray(R"({"type": "Sequence", "normalizers": [)").repeated(20) +
                 QByteArray("]}").repeated(20)),
         "Unsupported", "deeper");
    json("no vocabulary", R"({"model": {"type": "BPE"}, "pre_tokenizer": {"type": "ByteLevel"}})", "Malformed",
         "vocab must be");
    const QByteArray noTokens = R"({"model": {"type": "%1", "vocab": %2, "merges": []}})";
    json("BPE: no tokens", QByteArray(noTokens).replace("%1", "BPE").replace("%2", "{}"), "Malformed", "model holds no tokens");
    json("WordPiece: no tokens", QByteArray(noTokens).replace("%1", "WordPiece").replace("%2", "{}"), "Malformed",
         "model holds no tokens");
    json("unigram: no tokens", QByteArray(noTokens).replace("%1", "Unigram").replace("%2", "[]"), "Malformed",
         "model holds no tokens");
    json("no list of merges", R"({"model": {"type": "BPE", "vocab": {"a": 0}}})", "Malformed", "merges must be a list");
    json("WordPiece: no unknown token", R"({"model": {"type": "WordPiece", "vocab": {"a": 0}, "unk_token": "[UNK]"}})",
         "Malformed", R"(unk_token must be a token of the vocabulary, not "[UNK]")");
    json("merges are text", tokenizerJson(R"("a b")"), "Malformed", "merges must be a list");
    json("merge of one", tokenizerJson(R"(["ab"])"), "Malformed", R"(a merge that is not a pair of tokens: "ab".)");
    json("merge of three", tokenizerJson(R"([["a", "b", "a"]])"), "Malformed", "not a pair of tokens: an array.");
    json("merge of numbers", tokenizerJson("[[1, 2]]"), "Malformed", "not a pair");
    json("merge of nothing", tokenizerJson(R"(["a "])"), "Malformed", "not a pair");
    json("unknown result", tokenizerJson(R"(["b a"])"), "Malformed", R"(has no "ba")");
    json("WordPiece: length", R"({"model": {"type": "WordPiece", "vocab": {"a": 0}, "max_input_chars_per_word": 1001}})",
         "Malformed", "from 0 to 1000, not 1001");
    json("unigram: no score", R"({"model": {"type": "Unigram", "vocab": [["a"]]}})", "Malformed", "text and its score");
    json("unigram: a piece twice", R"({"model": {"type": "Unigram", "vocab": [["a", 0], ["a", 1]]}})", "Malformed",
         R"("a" twice)");
    json("unigram: unk_id", R"({"model": {"type": "Unigram", "vocab": [["a", -1.5]], "unk_id": 1}})", "Malformed",
         "unk_id must be the id of a piece, not 1");
    json("normalizer's pattern", R"({"normalizer": {"type": "Replace", "pattern": {"Regex": "a+"}, "content": ""}})",
         "Unsupported", R"("a+")");
    json("normalizer's empty pattern", R"({"normalizer": {"type": "Replace", "pattern": {"String": ""}}})", "Malformed",
         "not empty");
    json("normalizer's map", R"({"normalizer": {"type": "Precompiled", "precompiled_charsmap": "AAAA"}})", "Malformed",
         "charsmap");
    json("split's behavior", R"({"pre_tokenizer": {"type": "Split", "pattern": {"String": "x"}, "behavior": "Odd"}})",
         "Unsupported", R"("Odd")");
    json("prepend_scheme", R"({"pre_tokenizer": {"type": "Metaspace", "prepend_scheme": "last"}})", "Unsupported",
         R"("last")");
    json("cls without id", tokenizerJson("[]", R"(, "post_processor": {"type": "BertProcessing", "cls": ["a"]})"),
         "Malformed", "cls must be a token and its id");
    json("cls that nobody has",
         tokenizerJson("[]", R"(, "post_processor": {"type": "BertProcessing", "cls": ["a", 99]})"), "Malformed",
         "cls must be a token of the vocabulary");
    json("added without id", tokenizerJson("[]").replace("\"id\": 3,", ""), "Malformed", "id must be");
    json("added with another's id", tokenizerJson("[]").replace("\"id\": 3,", "\"id\": 1,"), "Malformed",
         R"(has the id of the token "b")");
    json("added with another's text", tokenizerJson("[]").replace("\"id\": 3,", "\"id\": 4,"), "Malformed",
         "has the text of the token with the id 3");
    json("added without text", tokenizerJson("[]").replace(R"("content": "<|endoftext|>")", R"("content": "")"),
         "Malformed", "has no text");
    json("a flag that is none", tokenizerJson("[]").replace("false", "0"), "Malformed", "must be true or false, not 0");
}

void TestTokenizer::refused() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, says);
    const modelfiles::Folder folder;
    folder.write("vocab.json", vocab);
    folder.write("merges.txt", "a b");
    if (content.isNull())
        QVERIFY(QFile::remove(folder.path(file)));
    else
        folder.write(file, content);
    const modelfiles::Outcome outcome = modelfiles::outcomeOf([&] { loadTokenizer(folder.root()); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(says), outcome.sentence);
    QVERIFY2(outcome.sentence.startsWith(folder.path(file).toUtf8()), outcome.sentence);
    QVERIFY2(outcome.sentence.endsWith('.') && !outcome.sentence.endsWith("..") && !outcome.sentence.contains('\n'), outcome.sentence);
}

void TestTokenizer::wordLists_data() {
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("BERT's own") << QByteArray("[UNK]\n[CLS]\n[SEP]\na") << QByteArray("{}") << QByteArray();
    QTest::newRow("names of its own") << QByteArray("<unk>\n<s>\n</s>\na")
                                      << QByteArray(R"({"unk_token": "<unk>", "cls_token": "<s>", "sep_token": "</s>"})")
                                      << QByteArray();
    QTest::newRow("added") << QByteArray("a\n[UNK]")
                           << QByteArray(R"({"added_tokens_decoder": {"2": {"content": "[CLS]"}, "3": {"content": "[SEP]"}}})")
                           << QByteArray();
    QTest::newRow("empty") << QByteArray("") << QByteArray("{}") << QByteArray("holds no tokens");
    QTest::newRow("one line") << QByteArray(100'000, 'a') << QByteArray("{}") << QByteArray(R"(no token "[UNK]")");
    QTest::newRow("no [CLS]") << QByteArray("[UNK]\n[SEP]") << QByteArray("{}") << QByteArray(R"(no token "[CLS]")");
    QTest::newRow("no [SEP]") << QByteArray("[UNK]\n[CLS]") << QByteArray("{}") << QByteArray(R"(no token "[SEP]")");
    QTest::newRow("not what is named") << QByteArray("[UNK]\n[CLS]\n[SEP]") << QByteArray(R"({"unk_token": "?"})")
                                       << QByteArray(R"(no token "?")");
}

/// vocab.txt and tokenizer_config.json, and what is said against them.
void TestTokenizer::wordLists() {
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, says);
    const modelfiles::Folder folder;
    folder.write("vocab.txt", words);
    folder.write("tokenizer_config.json", settings);
    const modelfiles::Outcome outcome = modelfiles::outcomeOf([&] { loadTokenizer(folder.root()); });
    QCOMPARE(outcome.kind, says.isEmpty() ? QByteArray() : QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains(says), outcome.sentence);
}

void TestTokenizer::manyThreads() {
    const modelfiles::Folder folder;
    folder.write("tokenizer.json", tokenizerJson(R"(["a b"])"));
    const auto tokenizer = loadTokenizer(folder.root());
    std::string text;
    for (int i = 0; i < 2000; ++i) text += i % 7 == 0 ? "<|endoftext|>" : "abba";
    const std::vector<Token> expected = tokenizer->encode(text);
    std::array<bool, 4> same{};
    std::vector<std::thread> threads;
    for (bool& result : same) threads.emplace_back([&] { result = tokenizer->encode(text) == expected; });
    for (std::thread& thread : threads) thread.join();
    for (const bool result : same) QVERIFY(result);
}

void TestTokenizer::gpt2EncodesAsItsGold() {
    QFile file(QStringLiteral(MAYFLY_SHARED "/tokenizers/gold/gpt2_encoded_tokens.json"));
    if (!file.open(QIODevice::ReadOnly)) QSKIP("the reference models (MAYFLY_SHARED) are not here");
    const QJsonObject gold = QJsonDocument::fromJson(file.readAll()).object();
    QByteArrayList ids;
    for (const auto id : gold["token_ids"].toArray()) ids << QByteArray::number(id.toInt());
    const auto tokenizer = loadTokenizer(sharedModel("tiny_random_gpt2"));
    QCOMPARE(idsOf(*tokenizer, gold["text"].toString().toUtf8()), ids.join(' '));
    QCOMPARE(tokenizer->size(), 50257);
    QVERIFY(tokenizer->isSpecial(50256));
    QCOMPARE(idsOf(*tokenizer, "Hello<|endoftext|> world 😀"), QByteArray("15496 50256 995 30325 222"));
}

void TestTokenizer::gpt2FromBothLayouts() {
    const auto first = sharedModel("tiny_random_gpt2");
    if (!std::filesystem::exists(first)) QSKIP("the reference models (MAYFLY_SHARED) are not here");
    const modelfiles::Folder folder;
    for (const char* name : {"vocab.json", "merges.txt"}) std::filesystem::copy_file(first / name, folder.at(name));
    const auto one = loadTokenizer(first);
    const auto other = loadTokenizer(folder.root());
    QCOMPARE(other->size(), one->size());
    for (TokenId id = 0; id < one->size(); ++id) {
        if (one->bytes(id) != other->bytes(id) || one->isSpecial(id) != other->isSpecial(id)) QFAIL("a token differs");
        if (one->encode(one->bytes(id)) != other->encode(one->bytes(id))) QFAIL("an encoding differs");
    }
}

/// The letters A, B and C are all that this model knows.
void TestTokenizer::toyVocabulary() {
    const auto folder = sharedModel("gpt_nano_sort");
    if (!std::filesystem::exists(folder)) QSKIP("the reference models (MAYFLY_SHARED) are not here");
    const auto tokenizer = loadTokenizer(folder);
    QCOMPARE(tokenizer->size(), 3);
    QCOMPARE(idsOf(*tokenizer, "CABBAC"), QByteArray("2 0 1 1 0 2"));
    QCOMPARE(tokenizer->encode("C, A\xFF"), (std::vector<Token>{{2, 0, 3}, {0, 3, 5}}));
    QVERIFY(tokenizer->encode("xyz").empty());
}

QTEST_APPLESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
