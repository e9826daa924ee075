#include "engine/model/checkpoint.h"
#include "engine/model/safetensors.h"

#include "model_files.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace mayfly;
using namespace modelfiles;

class CheckpointTest : public QObject {
    Q_OBJECT

private slots:
    void readsEveryTinyModel_data();
    void readsEveryTinyModel();
    void readsEveryShared_data();
    void readsEveryShared();
    void namesWithAndWithoutPrefix();
    void ignoresMasks();
    void unembeds_data();
    void unembeds();
    void saysWhatIsNotFinite();
    void rejectsHeadsOfAnotherSize_data();
    void rejectsHeadsOfAnotherSize();
    void rejectsWeights_data();
    void rejectsWeights();
};

namespace {

constexpr const char* weightsFile = "model.safetensors";
const QByteArray lfsPointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 548105171\n";

void writeTiny(const Folder& folder, const TensorSet& tensors, const QByteArray& moreConfig = {}) {
    folder.write("config.json", TinyGpt2().config(moreConfig));
    folder.write(weightsFile, tensors.file());
}

void checkShapes(const Weights& weights, const Config& config) {
    QCOMPARE(weights.embedding.rows, config.vocab);
    QCOMPARE(weights.embedding.columns, config.dModel);
    QCOMPARE(weights.positions.rows, config.context);
    QCOMPARE(weights.layers.size(), std::size_t(config.layers));
    for (const LayerWeights& layer : weights.layers) {
        for (const Linear* map : {&layer.query, &layer.key, &layer.value, &layer.output}) {
            QCOMPARE(map->in, config.dModel);
            QCOMPARE(map->out, config.dModel);
        }
        QCOMPARE(layer.up.out, config.dMlp);
        QCOMPARE(layer.down.in, config.dMlp);
        QCOMPARE(layer.attentionNorm.gain.size(), std::size_t(config.dModel));
    }
    QCOMPARE(weights.unembedding.rows, config.tiedUnembed ? 0 : config.vocab);
}

} // namespace

void CheckpointTest::readsEveryTinyModel_data() {
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("heads");
    QTest::addColumn<bool>("tied");
    QTest::newRow("tiny_gpt2") << 2 << 2 << true;
    QTest::newRow("tiny_gpt2_untied_bf16") << 2 << 3 << false;
    QTest::newRow("tiny_gpt2_f16_inverse") << 3 << 5 << true;
}

void CheckpointTest::readsEveryTinyModel() {
    QFETCH(int, layers);
    QFETCH(int, heads);
    QFETCH(bool, tied);
    const std::filesystem::path folder = std::filesystem::path(MAYFLY_TEST_DATA) / QTest::currentDataTag();
    const Checkpoint checkpoint = readCheckpoint(folder);
    const Config& config = checkpoint.config;
    QCOMPARE(config.layers, layers);
    QCOMPARE(config.heads, heads);
    QCOMPARE(config.tiedUnembed, tied);
    QCOMPARE(checkpoint.nonFinite, std::string());
    checkShapes(checkpoint.weights, config);

    // What PyTorch takes first from the weights: embedding + position.
    const SafeTensors expected(folder / "expected.safetensors");
    const int tokens = int(expected.tensors().at("ids").count());
    const FloatBuffer ids = expected.read("ids", {tokens});
    const FloatBuffer residual = expected.read("residual", {layers + 1, tokens, config.dModel});
    for (int t = 0; t < tokens; ++t)
        for (int i = 0; i < config.dModel; ++i)
            QCOMPARE(checkpoint.weights.embedding.values.at(std::size_t(int(ids.data()[t]) * config.dModel + i)) + checkpoint.weights.positions.row(t)[i],
                     residual.data()[t * config.dModel + i]);
}

void CheckpointTest::readsEveryShared_data() {
    QTest::addColumn<bool>("tied");
    QTest::newRow("gpt_nano_sort") << false;
    QTest::newRow("tiny_random_gpt2") << true;
    QTest::newRow("tiny_random_gpt2_prefixed") << true;
}

void CheckpointTest::readsEveryShared() {
    const std::filesystem::path folder = std::filesystem::path(MAYFLY_SHARED) / "models" / QTest::currentDataTag();
    if (!std::filesystem::exists(folder)) QSKIP("the shared models are not on this machine");
    QElapsedTimer timer;
    timer.start();
    const Checkpoint checkpoint = readCheckpoint(folder);
    qInfo("read in %.1f ms", double(timer.nsecsElapsed()) * 1e-6);
    QTEST(checkpoint.config.tiedUnembed, "tied");
    checkShapes(checkpoint.weights, checkpoint.config);
}

void CheckpointTest::namesWithAndWithoutPrefix() {
    const Folder plain, prefixed;
    writeTiny(plain, TinyGpt2().tensors());
    writeTiny(prefixed, TinyGpt2().tensors("transformer."));
    const Weights a = readCheckpoint(plain.root()).weights;
    const Weights b = readCheckpoint(prefixed.root()).weights;
    QVERIFY(std::ranges::equal(a.layers[0].key.panels.bytes.span(), b.layers[0].key.panels.bytes.span()));
    // q, k and v are the thirds of c_attn, whose values count on from 0.5 in steps of 1/64.
    QCOMPARE(a.layers[0].query.weight(1, 0), 0.5F + 6.0F / 64);
    QCOMPARE(a.layers[0].key.weight(1, 0), 0.5F + 8.0F / 64);
    QCOMPARE(a.layers[0].value.weight(1, 1), 0.5F + 11.0F / 64);
    QCOMPARE(a.layers[0].value.bias.data()[1], 0.5F + 5.0F / 64);
}

void CheckpointTest::ignoresMasks() {
    TensorSet tensors = TinyGpt2().tensors();
    tensors.tensors["h.0.attn.bias"] = {"BOOL", {1, 1, 3, 3}, QByteArray(9, '\1')};
    tensors.add("h.0.attn.masked_bias", {}, -std::numeric_limits<float>::infinity());
    const Folder folder;
    writeTiny(folder, tensors);
    QCOMPARE(readCheckpoint(folder.root()).nonFinite, std::string());
}

void CheckpointTest::unembeds_data() {
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<float>("head"); // its first value, that of the embedding being 0.5; 0: there is none
    QTest::addColumn<bool>("tied");
    const QByteArray untied = R"(,"tie_word_embeddings":false)";
    QTest::newRow("tied, no head") << QByteArray() << 0.0F << true;
    QTest::newRow("tied, the embedding again") << QByteArray() << 0.5F << true;
    QTest::newRow("tied, but a head of its own is used") << QByteArray() << 0.75F << false;
    QTest::newRow("untied") << untied << 0.75F << false;
    QTest::newRow("untied, the embedding again") << untied << 0.5F << true;
}

void CheckpointTest::unembeds() {
    QFETCH(QByteArray, config);
    QFETCH(float, head);
    QFETCH(bool, tied);
    TensorSet tensors = TinyGpt2().tensors("transformer.");
    if (head > 0) tensors.add("lm_head.weight", {4, 2}, head);
    const Folder folder;
    writeTiny(folder, tensors, config);
    const Checkpoint checkpoint = readCheckpoint(folder.root());
    QCOMPARE(checkpoint.config.tiedUnembed, tied);
    QCOMPARE(checkpoint.weights.unembed().values.at(0), tied ? 0.5F : head);
}

void CheckpointTest::saysWhatIsNotFinite() {
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
        TensorSet tensors = TinyGpt2().tensors();
        tensors.add("h.0.mlp.c_fc.bias", {8}, value);
        const Folder folder;
        writeTiny(folder, tensors);
        QCOMPARE(readCheckpoint(folder.root()).nonFinite, std::string("h.0.mlp.c_fc.bias"));
    }
}

void CheckpointTest::rejectsHeadsOfAnotherSize_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("value");
    QTest::addColumn<QByteArray>("fragment");
    const auto row = [](const char* field, int value, const char* fragment) {
        QTest::addRow("%s %d", field, value) << QByteArray(field) << value << QByteArray(fragment);
    };
    row("head_dim", 12, "self_attn.q_proj.weight\" has the shape [30, 20], expected [36, 20]");
    row("head_dim", 1'000'000, "has the shape [30, 20], expected [3000000, 20]");
    row("num_attention_heads", 6, "self_attn.q_proj.weight\" has the shape [30, 20], expected [60, 20]");
    row("num_key_value_heads", 1, "self_attn.k_proj.weight\" has the shape [30, 20], expected [10, 20]");
}

/// One number of a config.json is not that of the weights.
void CheckpointTest::rejectsHeadsOfAnotherSize() {
    QFETCH(QByteArray, field);
    QFETCH(int, value);
    QFETCH(QByteArray, fragment);
    const std::filesystem::path right = std::filesystem::path(MAYFLY_TEST_DATA) / "families" / "qwen3";
    QFile file(QString::fromStdString((right / "config.json").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject config = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(config.contains(QString(field)));
    config[QString(field)] = value;
    const Folder folder;
    folder.write("config.json", QJsonDocument(config).toJson());
    std::filesystem::copy_file(right / weightsFile, folder.at(weightsFile));
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.root()); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
}

void CheckpointTest::rejectsWeights_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fragment");
    const TinyGpt2 tiny;
    const auto row = [&](const char* name, const char* kind, const QByteArray& file, const char* fragment,
                         const QByteArray& config = TinyGpt2().config()) {
        QTest::newRow(name) << file << config << QByteArray(kind) << QByteArray(fragment);
    };
    const auto changed = [&](auto change) {
        TensorSet tensors = tiny.tensors();
        change(tensors);
        return tensors.file();
    };
    const QByteArray right = tiny.tensors().file();

    row("no tensors", "Malformed", safetensors("{}"), "holds no tensors");
    row("truncated", "Malformed", right.chopped(1), "truncated");
    row("a pointer", "Unsupported", lfsPointer, "is a Git LFS pointer and not the file itself: run \"git lfs pull\"");
    row("HTML instead", "Malformed", "<!DOCTYPE html><html><body>404</body></html>", "is not a safetensors file");
    for (const auto& [name, tensor] : tiny.tensors().tensors)
        row("without " + name, "NotFound", changed([&, missing = name](TensorSet& t) { t.tensors.erase(missing); }),
            "the weights lack tensor \"" + name + '"');
    row("untied, no head", "NotFound", right, "lack tensor \"lm_head.weight\"",
        tiny.config(R"(,"tie_word_embeddings":false)"));
    row("another family's names", "NotFound", changed([](TensorSet& t) {
            t.tensors.clear();
            t.add("model.embed_tokens.weight", {4, 2});
        }),
        "lack tensor \"wte.weight\"");
    row("Linear instead of Conv1D", "Malformed", changed([](TensorSet& t) {
            t.add("h.0.attn.c_attn.weight", {6, 2});
        }),
        "\"h.0.attn.c_attn.weight\" has the shape [6, 2], expected [2, 6]");
    row("rank", "Malformed", changed([](TensorSet& t) {
            t.add("ln_f.bias", {2, 1});
        }),
        "\"ln_f.bias\" has the shape [2, 1], expected [2]");
    row("fewer words than config.json", "Malformed", right, "\"wte.weight\" has the shape [4, 2], expected [5, 2]",
        TinyGpt2{.vocab = 5}.config());
    row("wider than the file", "Malformed", right, "\"wte.weight\" has the shape [4, 2], expected [4, 1000000]",
        TinyGpt2{.width = 1'000'000}.config());
    row("more layers than the file", "NotFound", right, "lack tensor \"h.1.ln_1.weight\"",
        TinyGpt2{.layers = 1000}.config());
    row("longer than the file", "Malformed", right, "\"wpe.weight\" has the shape [3, 2], expected [10000000, 2]",
        TinyGpt2{.context = 10'000'000}.config());
    row("integers", "Unsupported", changed([](TensorSet& t) { t.tensors["wte.weight"].dtype = "I32"; }),
        "\"wte.weight\" has the dtype I32; weights can be F32, F16 or BF16");
}

void CheckpointTest::rejectsWeights() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fragment);
    const Folder folder;
    folder.write("config.json", config);
    folder.write(weightsFile, file);
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.root()); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
    QVERIFY2(outcome.sentence.contains(folder.path().toUtf8()), outcome.sentence);
}

QTEST_GUILESS_MAIN(CheckpointTest)
#include "tst_checkpoint.moc"
