#include "engine/model/model.h"
#include "engine/model/weights.h"

#include "model_files.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace mayfly;
using namespace modelfiles;

class ModelTest : public QObject {
    Q_OBJECT

private slots:
    void loads();
    void tellsHowFarItIs();
    void givesUp();
    void infiniteHalvesStayInfinite();
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

void ModelTest::tellsHowFarItIs() {
    std::vector<std::uint64_t> done;
    std::uint64_t all = 0;
    const auto model = Model::load(data / "tiny_gpt2_f16_inverse", {}, [&](std::uint64_t bytes, std::uint64_t total) {
        done.push_back(bytes);
        all = total;
        return true;
    });
    QVERIFY(model != nullptr);
    QVERIFY(std::ranges::is_sorted(done));
    QVERIFY(done.size() > 30); // tensors
    QVERIFY(done.back() <= all && done.back() > all / 2); // the masks beside the weights are not read
}

void ModelTest::givesUp() {
    int asked = 0;
    const auto model = Model::load(data / "tiny_gpt2", {}, [&](std::uint64_t, std::uint64_t) { return ++asked < 5; });
    QVERIFY(model == nullptr);
    QCOMPARE(asked, 5);
}

/// The kernels widen finite halves only, so weights with others are kept as float32.
void ModelTest::infiniteHalvesStayInfinite() {
    const Folder folder;
    const TinyGpt2 tiny;
    TensorSet tensors = tiny.tensors({}, true);
    tensors.tensors["h.0.mlp.c_fc.weight"].data[5] = '\x7C'; // the upper byte of the third value
    folder.write("config.json", tiny.config());
    folder.write("model.safetensors", tensors.file());
    const auto model = Model::load(folder.root());
    QVERIFY(!model->warning().empty());
    QVERIFY(std::isinf(model->weights().layers[0].up.weight(0, 2)));
    QCOMPARE(model->weights().layers[0].up.panels.precision, Precision::F32);
    QCOMPARE(model->weights().layers[0].down.panels.precision, Precision::F16);
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
