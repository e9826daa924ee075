#include "engine/text/tokenizer.h"

#include "counted_memory.h"
#include "model_files.h"

#include <QTest>

#include <functional>

using namespace mayfly;
using namespace modelfiles;

/// What a tokenizer's files of a megabyte can make the reader, and then a short text, ask for.
class TokenizerMemoryTest : public QObject {
    Q_OBJECT

private slots:
    void costsLittleMemory_data();
    void costsLittleMemory();
};

namespace {

constexpr int megabyte = 1'000'000;

/// Pieces that `piece` makes of the numbers from 0 on, with commas between them, a megabyte in all.
QByteArray listOf(const std::function<QByteArray(int)>& piece) {
    QByteArray list;
    for (int i = 0; list.size() < megabyte - 2000; ++i) list += (i > 0 ? "," : "") + piece(i);
    return list;
}

QByteArray quoted(const QByteArray& text) {
    return '"' + text + '"';
}

QByteArray repeated(int count, const QByteArray& letters = "a") {
    return letters.repeated(count);
}

/// A tokenizer.json with a tiny BPE vocabulary and one more field.
QByteArray json(const QByteArray& field) {
    return R"({"model": {"type": "BPE", "vocab": {"a": 0, "aa": 1}, "merges": ["a a"]}, )" + field + '}';
}

/// A field of a Protocol Buffers message that holds bytes, or a small number.
QByteArray field(char number, const QByteArray& bytes) {
    QByteArray length;
    for (qsizetype rest = bytes.size();; rest >>= 7) {
        length += char((rest & 127) | (rest > 127 ? 128 : 0));
        if (rest <= 127) break;
    }
    return char(number << 3 | 2) + length + bytes;
}

QByteArray field(char number, char value) {
    return QByteArray(1, char(number << 3)) + value;
}

/// A tokenizer.model of pieces of one to a thousand letters: every way to cut each in two is a merge.
QByteArray pieces(char modelType) {
    QByteArray all = field(1, field(1, QByteArray("<unk>")) + field(3, 2));
    for (int i = 1; i <= 1000; ++i) all += field(1, field(1, repeated(i)));
    return all + field(2, field(3, modelType)) + field(3, field(4, 0));
}

} // namespace

void TokenizerMemoryTest::costsLittleMemory_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("merges"); // beside a vocab.json
    const auto row = [](const char* title, const char* file, const QByteArray& content, const QByteArray& merges = {}) {
        QTest::newRow(title) << QByteArray(file) << content << merges;
    };
    const QByteArray doubling = R"({"type": "Replace", "pattern": {"String": "a"}, "content": "aa"})";
    const QByteArray tenfold = R"({"type": "Replace", "pattern": {"String": "a"}, "content": "aaaaaaaaaa"})";
    const auto normalizers = [](const QByteArray& steps) {
        return json(R"("normalizer": {"type": "Sequence", "normalizers": [)" + steps + "]}");
    };
    row("brackets", "tokenizer.json", repeated(megabyte, "["));
    row("a thousand doublings", "tokenizer.json", normalizers((doubling + ',').repeated(999) + doubling));
    row("seven doublings", "tokenizer.json", normalizers((doubling + ',').repeated(6) + doubling));
    row("two tenfold", "tokenizer.json", normalizers(tenfold + ',' + tenfold));
    row("a long replacement", "tokenizer.json",
        normalizers(R"({"type": "Replace", "pattern": {"String": "a"}, "content": ")" + repeated(megabyte) + "\"}"));
    row("a long beginning", "tokenizer.json",
        json(R"("normalizer": {"type": "Prepend", "prepend": ")" + repeated(megabyte) + "\"}"));
    row("many splits", "tokenizer.json",
        json(R"("pre_tokenizer": {"type": "Sequence", "pretokenizers": [)" +
             listOf([](int) { return QByteArray(R"({"type": "ByteLevel"})"); }) + "]}"));
    row("many added tokens", "tokenizer.json",
        json(R"("added_tokens": [)" + listOf([](int i) {
                 return R"({"id":)" + QByteArray::number(i + 2) + R"(,"content":"x)" + QByteArray::number(i) + "\"}";
             }) +
             ']'));
    row("many words", "vocab.json",
        '{' + listOf([](int i) { return "\"x" + QByteArray::number(i) + "\":" + QByteArray::number(i); }) + '}', "\n");
    row("many merges", "vocab.json", R"({"a":0,"aa":1})", repeated(megabyte / 4, "a a\n"));
    row("one long line", "vocab.json", R"({"a":0,"aa":1})", repeated(megabyte));
    row("many pieces", "tokenizer.json", R"({"model": {"type": "Unigram", "unk_id": 0, "vocab": [)" + listOf([](int i) {
                                             return '[' + quoted("a" + QByteArray::number(i)) + ",-1]";
                                         }) + "]}}");
    row("every cut a merge", "tokenizer.model", pieces(2));
    row("every cut a path", "tokenizer.model", pieces(1));
    row("many empty fields", "tokenizer.model",
        field(1, field(3, 2)) + repeated(megabyte / 2, QByteArray("\x0A\0", 2)));
    row("many lines", "vocab.txt", "[UNK]\n" + listOf([](int i) { return QByteArray::number(i); }).replace(',', '\n'));
}

void TokenizerMemoryTest::costsLittleMemory() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, merges);
    QVERIFY(content.size() + merges.size() < 1'100'000);
    const Folder folder;
    folder.write(name, content);
    if (!merges.isEmpty()) folder.write("merges.txt", merges);
    const std::string text = repeated(2000).append(" b a").toStdString();
    Outcome outcome;
    const std::size_t most = countedmemory::mostHeldDuring(
        [&] { outcome = outcomeOf([&] { loadTokenizer(folder.root())->encode(text); }); });
    QVERIFY2(outcome.kind != "not an Error", outcome.sentence);
    qInfo("at most %.1f MB; %s", double(most) * 1e-6, outcome.sentence.constData());
    QVERIFY(most < 64'000'000);
}

QTEST_GUILESS_MAIN(TokenizerMemoryTest)
#include "tst_tokenizer_memory.moc"
