#include "engine/model/model.h"
#include "engine/model/weights.h"

#include "model_files.h"

#include <QTest>

#include <limits>

using namespace mayfly;
using namespace modelfiles;

class ModelTest : public QObject {
    Q_OBJECT

private slots:
    void loads();
    void loadsWithoutTokenizer();
    void warnsOfWeightsThatAreNotFinite();
    void rejectsABrokenTokenizer();
    void rejectsATokenizerBeyondTheEmbedding();
};

namespace {

const std::filesystem::path data = MAYFLY_TEST_DATA;

/// A tiny model of `vocab` words whose vocabulary has three: a, b and ab.
void write(const Folder& folder, int vocab, const QByteArray& vocabulary = R"({"a":0,"b":1,"ab":2})") {
    const TinyGpt2 tiny{.vocab = vocab};
    folder.write("config.json", tiny.config());
    folder.write("model.safetensors", tiny.tensors().file());
    folder.write("vocab.json", vocabulary);
    folder.write("merges.txt", "#version: 0.2\na b\n");
}

} // namespace

void ModelTest::loads() {
    const auto model = Model::load(data / "tiny_gpt2");
    QCOMPARE(model->name(), std::string("tiny_gpt2"));
    QCOMPARE(model->folder(), data / "tiny_gpt2");
    QCOMPARE(model->config().heads, 2);
    QCOMPARE(model->weights().layers.size(), std::size_t(2));
    QCOMPARE(model->warning(), std::string());
    QVERIFY(model->tokenizer() != nullptr);
    QVERIFY(model->tokenizer()->size() < model->config().vocab); // the embedding has two rows to spare
    QCOMPARE(Model::load(data / "tiny_gpt2", "mine")->name(), std::string("mine"));
}

void ModelTest::loadsWithoutTokenizer() {
    QVERIFY(Model::load(data / "tiny_gpt2_untied_bf16")->tokenizer() == nullptr);
}

void ModelTest::warnsOfWeightsThatAreNotFinite() {
    const Folder folder;
    write(folder, 4);
    TensorSet tensors = TinyGpt2().tensors();
    tensors.add("ln_f.bias", {2}, std::numeric_limits<float>::infinity());
    folder.write("model.safetensors", tensors.file());
    const std::string warning = Model::load(folder.root())->warning();
    QVERIFY2(warning.find("\"ln_f.bias\"") != std::string::npos, warning.c_str());
}

void ModelTest::rejectsABrokenTokenizer() {
    const Folder folder;
    write(folder, 4, "{");
    const Outcome outcome = outcomeOf([&] { Model::load(folder.root()); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains("vocab.json"), outcome.sentence);
}

void ModelTest::rejectsATokenizerBeyondTheEmbedding() {
    const Folder folder;
    write(folder, 2);
    const Outcome outcome = outcomeOf([&] { Model::load(folder.root()); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains("has ids up to 2, but its embedding has only 2 rows"), outcome.sentence);
}

QTEST_GUILESS_MAIN(ModelTest)
#include "tst_model.moc"
