#include "engine/text/tokenizer.h"

#include "model_files.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace mayfly;

class TestSentencePiece : public QObject {
    Q_OBJECT

private slots:
    void pieces();
    void settings_data();
    void settings();
    void refused_data();
    void refused();
    void anyBytesAreReadOrRefused();
};

namespace {

enum Type { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };

QByteArray varint(quint64 number) {
    QByteArray bytes;
    for (; number >= 0x80; number >>= 7) bytes += char(number | 0x80);
    return bytes + char(number);
}

QByteArray field(int number, const QByteArray& bytes) {
    return varint(quint64(number) * 8 + 2) + varint(quint64(bytes.size())) + bytes;
}

QByteArray field(int number, quint64 value) {
    return varint(quint64(number) * 8) + varint(value);
}

QByteArray piece(const QByteArray& text, float score = 0, quint64 type = Normal) {
    return field(1, field(1, text) + varint(2 * 8 + 5) + QByteArray(reinterpret_cast<const char*>(&score), 4) +
                        field(3, type));
}

QByteArray trainer(quint64 modelType) {
    return field(2, field(3, modelType));
}

QByteArray normalizer(bool addsPrefix, bool collapsesSpaces) {
    return field(3, field(3, quint64(addsPrefix)) + field(4, quint64(collapsesSpaces)));
}

/// 0 <unk>, 1 <s>, 2 </s>, 3 ▁, 4 a, 5 b, 6 ab, 7 ▁▁ (defined by somebody), 8 <0x0A>
const QByteArray somePieces = piece("<unk>", 0, Unknown) + piece("<s>", 0, Control) + piece("</s>", 0, Control) +
                              piece("\u2581", -3) + piece("a", -4) + piece("b", -5) + piece("ab", -1) +
                              piece("\u2581\u2581", 0, UserDefined) + piece("<0x0A>", 0, Byte);

QByteArray idsOf(const Tokenizer& tokenizer, const QByteArray& text) {
    QByteArrayList ids;
    for (const Token& token : tokenizer.encode(text.toStdString())) ids << QByteArray::number(token.id);
    return ids.join(' ');
}

} // namespace

void TestSentencePiece::pieces() {
    const modelfiles::Folder folder;
    folder.write("tokenizer.model", somePieces + trainer(2));
    const auto tokenizer = loadTokenizer(folder.root());
    QCOMPARE(tokenizer->size(), 9);
    QCOMPARE(tokenizer->bytes(3), std::string(" "));
    QCOMPARE(tokenizer->bytes(7), std::string("  "));
    QCOMPARE(tokenizer->bytes(8), std::string("\n"));
    QVERIFY(tokenizer->isSpecial(0) && tokenizer->isSpecial(1) && !tokenizer->isSpecial(7) && !tokenizer->isSpecial(8));
}

void TestSentencePiece::settings_data() {
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ids");
    const auto row = [](const char* name, const QByteArray& more, const QByteArray& config, const QByteArray& text,
                        const QByteArray& ids) { QTest::newRow(name) << more << config << text << ids; };
    const QByteArray plain = normalizer(false, false);
    row("prefix and spaces unless it says otherwise", {}, "{}", "  ab  a ", "1 3 6 3 4");
    row("no prefix", normalizer(false, true), "{}", "ab", "1 6");
    row("spaces stay", plain, "{}", "ab  a ", "1 6 7 4 3");
    row("the config's prefix wins", plain, R"({"add_prefix_space": true})", "ab", "1 3 6");
    row("no BOS", plain, R"({"add_bos_token": false})", "ab", "6");
    row("EOS", plain, R"({"add_eos_token": true})", "ab", "1 6 2");
    row("its own BOS", plain, R"({"bos_token": "</s>"})", "ab", "2 6");
    row("a prefix behind each special token", normalizer(true, false), "{}", "a</s>a", "1 3 4 2 3 4");
    row("a prefix only in front", normalizer(true, false), R"({"legacy": false})", "a</s>a", "1 3 4 2 4");
    row("bytes, and unknown in a row as one", plain, "{}", "a\nxéxb", "1 4 8 0 5");
    row("the best score first", plain + piece("ba", -2), "{}", "bab", "1 5 6");
    row("fields that nobody knows",
        plain + field(77, 1) + field(78, QByteArray("x")) + varint(79 * 8 + 1) + QByteArray(8, 'x'), "{}", "ab", "1 6");
    row("added tokens", plain, R"({"added_tokens_decoder": {"9": {"content": "[x]", "special": true}}})", "a[x]",
        "1 4 9");
}

void TestSentencePiece::settings() {
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, ids);
    const modelfiles::Folder folder;
    folder.write("tokenizer.model", somePieces + trainer(2) + more);
    folder.write("tokenizer_config.json", config);
    QCOMPARE(idsOf(*loadTokenizer(folder.root()), text), ids);
}

void TestSentencePiece::refused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArray& bytes, const char* kind, const char* says) {
        QTest::newRow(name) << bytes << QByteArray(kind) << QByteArray(says);
    };
    const float notANumber = std::numeric_limits<float>::quiet_NaN();
    row("empty", "", "Malformed", "holds no pieces");
    row("JSON", "{\"model\": 1}", "Malformed", "not a SentencePiece model");
    row("text", "hello", "Malformed", "not a SentencePiece model");
    row("LFS pointer", "version https://git-lfs.github.com/spec/v1\n", "Unsupported", "git lfs pull");
    row("cut", somePieces.chopped(1), "Malformed", "bytes begins where only");
    row("longer than the file", varint(10) + varint(1ULL << 63U), "Malformed", "9223372036854775808 bytes");
    row("a number without end", varint(8) + QByteArray(11, '\xFF'), "Malformed", "more than 64 bits");
    row("cut within a number", varint(8) + "\xFF", "Malformed", "ends within a number");
    row("field 0", QByteArray("\2\0", 2), "Malformed", "field of the number 0");
    row("a group", varint(8 + 3), "Malformed", "of the kind 3");
    row("a piece that is a number", field(1, 5), "Malformed", "field 1 is of the kind 0");
    row("a score that is text", field(1, field(2, QByteArray("x"))), "Malformed", "field 2 is of the kind 2");
    row("a score that is no number", piece("a", notANumber) + trainer(2), "Malformed", "score that is no number");
    row("a piece twice", piece("a") + piece("a") + trainer(2), "Malformed", "\"a\" twice");
    row("a long piece", piece(QByteArray(1001, 'a')) + trainer(2), "Malformed", "longer than 1000 bytes");
    row("type", piece("a", 0, 7) + trainer(2), "Unsupported", "of the type 7");
    row("word model", piece("a") + trainer(3), "Unsupported", "model_type 3");
    row("character model", piece("a") + trainer(4), "Unsupported", "model_type 4");
    row("suffixes", piece("a") + field(2, field(3, 2) + field(24, 1)), "Unsupported", "ends of words");
    row("spaces as they are", piece("a") + trainer(2) + field(3, field(5, quint64(0))), "Unsupported", "mark spaces");
    row("a map that is none", piece("a") + trainer(2) + field(3, field(2, QByteArray("abc"))), "Malformed", "charsmap");
}

void TestSentencePiece::refused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, says);
    const modelfiles::Folder folder;
    folder.write("tokenizer.model", bytes);
    const modelfiles::Outcome outcome = modelfiles::outcomeOf([&] { loadTokenizer(folder.root()); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(says), outcome.sentence);
    QVERIFY2(outcome.sentence.startsWith(folder.path("tokenizer.model").toUtf8()), outcome.sentence);
    QVERIFY2(outcome.sentence.endsWith('.') && !outcome.sentence.contains('\n'), outcome.sentence);
}

/// A model with a few bytes changed, cut or doubled: a tokenizer that works, or an Error.
void TestSentencePiece::anyBytesAreReadOrRefused() {
    QRandomGenerator random(4);
    const QByteArray whole = somePieces + trainer(2) + normalizer(true, true);
    const modelfiles::Folder folder;
    for (int round = 0; round < 1000; ++round) {
        QByteArray bytes = whole;
        for (int i = random.bounded(4); i >= 0; --i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        if (random.bounded(4) == 0) bytes.truncate(random.bounded(int(bytes.size())));
        folder.write("tokenizer.model", bytes);
        const modelfiles::Outcome outcome =
            modelfiles::outcomeOf([&] { loadTokenizer(folder.root())->encode("ab \n<s>\xFF"); });
        QVERIFY2(outcome.kind != "not an Error", outcome.sentence);
    }
}

QTEST_APPLESS_MAIN(TestSentencePiece)
#include "tst_sentencepiece.moc"
