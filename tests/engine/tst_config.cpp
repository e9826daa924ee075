#include "engine/model/config.h"

#include "model_files.h"

#include <QTest>

#include <cmath>

using namespace mayfly;
using namespace modelfiles;

class ConfigTest : public QObject {
    Q_OBJECT

private slots:
    void readsGpt2();
    void fillsInDefaults();
    void readsActivation_data();
    void readsActivation();
    void takesOtherNames();
    void scales_data();
    void scales();
    void findsTheFamily_data();
    void findsTheFamily();
    void rejects_data();
    void rejects();
    void notThere();
};

namespace {

Config read(const QByteArray& json) {
    const Folder folder;
    folder.write("config.json", json);
    return readConfig(folder.at("config.json"));
}

/// A GPT-2's config.json with more fields, which must not be among the first ones.
QByteArray gpt2With(const QByteArray& fields) {
    return R"({"model_type":"gpt2",)" + fields + '}';
}

} // namespace

void ConfigTest::readsGpt2() {
    const Config config = read(R"({"model_type":"gpt2","n_layer":3,"n_head":5,"n_embd":20,"n_positions":17,"n_inner":33,
        "vocab_size":7,"layer_norm_epsilon":1e-3,"activation_function":"relu","scale_attn_weights":false,
        "scale_attn_by_inverse_layer_idx":true,"tie_word_embeddings":false,"task_specific_params":{"x":[1,{}]}})");
    QCOMPARE(config.family, std::string("gpt2"));
    QCOMPARE(config.layers, 3);
    QCOMPARE(config.heads, 5);
    QCOMPARE(config.kvHeads, 5);
    QCOMPARE(config.dModel, 20);
    QCOMPARE(config.dHead, 4);
    QCOMPARE(config.dMlp, 33);
    QCOMPARE(config.context, 17);
    QCOMPARE(config.vocab, 7);
    QCOMPARE(config.normEpsilon, 1e-3F);
    QCOMPARE(config.activation, Activation::Relu);
    QVERIFY(!config.scale.bySqrtHeadSize);
    QVERIFY(config.scale.byInverseLayer);
    QVERIFY(config.causal);
    QVERIFY(!config.tiedUnembed);
    QCOMPARE(config.keyHeadOf(4), 4);
}

void ConfigTest::fillsInDefaults() { // transformers' own, which are GPT-2 small's
    const Config config = read(gpt2With(R"("n_inner":null,"layer_norm_epsilon":null)"));
    QCOMPARE(config.layers, 12);
    QCOMPARE(config.heads, 12);
    QCOMPARE(config.dModel, 768);
    QCOMPARE(config.dHead, 64);
    QCOMPARE(config.dMlp, 4 * 768);
    QCOMPARE(config.context, 1024);
    QCOMPARE(config.vocab, 50257);
    QCOMPARE(config.normEpsilon, 1e-5F);
    QCOMPARE(config.activation, Activation::GeluTanh);
    QVERIFY(config.scale.bySqrtHeadSize);
    QVERIFY(!config.scale.byInverseLayer);
    QVERIFY(config.tiedUnembed);
}

void ConfigTest::readsActivation_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Activation>("activation");
    QTest::newRow("gelu_new") << QByteArray("gelu_new") << Activation::GeluTanh;
    QTest::newRow("gelu_pytorch_tanh") << QByteArray("gelu_pytorch_tanh") << Activation::GeluTanh;
    QTest::newRow("gelu") << QByteArray("gelu") << Activation::GeluErf;
    QTest::newRow("relu") << QByteArray("relu") << Activation::Relu;
}

void ConfigTest::readsActivation() {
    QFETCH(QByteArray, name);
    QTEST(read(gpt2With(R"("activation_function":")" + name + '"')).activation, "activation");
}

void ConfigTest::takesOtherNames() {
    const Config config =
        read(gpt2With(R"("num_hidden_layers":2,"num_attention_heads":3,"hidden_size":12,"n_ctx":40)"));
    QCOMPARE(config.layers, 2);
    QCOMPARE(config.heads, 3);
    QCOMPARE(config.dModel, 12);
    QCOMPARE(config.context, 40);
    QCOMPARE(read(gpt2With(R"("n_ctx":40,"n_positions":50)")).context, 50);
}

void ConfigTest::scales_data() {
    QTest::addColumn<bool>("bySize");
    QTest::addColumn<bool>("byLayer");
    QTest::addColumn<float>("scale"); // of layer 2, heads of 16
    QTest::newRow("as GPT-2") << true << false << 0.25F;
    QTest::newRow("by layer too") << true << true << 0.25F / 3.0F;
    QTest::newRow("by layer only") << false << true << 1.0F / 3.0F;
    QTest::newRow("not at all") << false << false << 1.0F;
}

void ConfigTest::scales() {
    QFETCH(bool, bySize);
    QFETCH(bool, byLayer);
    Config config;
    config.dHead = 16;
    config.scale = {bySize, byLayer};
    QTEST(config.scaleOf(2), "scale");
}

void ConfigTest::findsTheFamily_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("family");
    QTest::newRow("model_type") << QByteArray(R"({"model_type":"bert"})") << QByteArray("bert");
    QTest::newRow("architecture") << QByteArray(R"({"architectures":["GPT2LMHeadModel"]})") << QByteArray("gpt2");
    QTest::newRow("trunk alone") << QByteArray(R"({"architectures":["GPT2Model"]})") << QByteArray("gpt2");
    QTest::newRow("unknown architecture") << QByteArray(R"({"architectures":["BertModel",1]})") << QByteArray();
    QTest::newRow("architectures no array") << QByteArray(R"({"architectures":"GPT2Model"})") << QByteArray();
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray();
}

void ConfigTest::findsTheFamily() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, family);
    const Folder folder;
    folder.write("config.json", json);
    QCOMPARE(QByteArray::fromStdString(readFamily(folder.at("config.json"))), family);
    if (family == "gpt2") QCOMPARE(readConfig(folder.at("config.json")).family, std::string("gpt2"));
}

void ConfigTest::rejects_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fragment");
    const auto row = [](const char* name, const char* kind, const QByteArray& json, const char* fragment) {
        QTest::newRow(name) << json << QByteArray(kind) << QByteArray(fragment);
    };
    const auto malformed = [&](const char* name, const QByteArray& fields, const char* fragment) {
        row(name, "Malformed", gpt2With(fields), fragment);
    };
    const auto unsupported = [&](const char* name, const QByteArray& fields, const char* fragment) {
        row(name, "Unsupported", gpt2With(fields), fragment);
    };

    row("empty", "Malformed", "", "is not valid JSON");
    row("cut off", "Malformed", R"({"model_type":"gpt2")", "is not valid JSON");
    row("comment", "Malformed", "{} // x", "is not valid JSON");
    row("NaN", "Malformed", gpt2With(R"("x":NaN)"), "is not valid JSON");
    row("array", "Malformed", "[]", "must hold a JSON object, not an array");
    row("byte order mark", "Malformed", "\xEF\xBB\xBF{}", "byte order mark");
    row("deep", "Malformed", "{\"a\":" + QByteArray(100'000, '['), "is not valid JSON");
    malformed("a field twice", R"("n_layer":1,"n_layer":2)", "has \"n_layer\" twice");

    row("unknown family", "Unsupported", R"({"model_type":"mamba"})",
        "family \"mamba\" is not supported; these are: gpt2.");
    row("family's name is escaped", "Unsupported", R"({"model_type":"a\n\"b"})", R"(family "a\x0a\"b" is not)");
    row("no family", "Unsupported", "{}", "names no model_type; these are supported: gpt2.");
    row("family a number", "Malformed", R"({"model_type":2})", "model_type is 2, but must be a string");

    malformed("no layers", R"("n_layer":0)", "n_layer is 0, but must be a whole number from 1");
    malformed("negative layers", R"("n_layer":-1)", "n_layer is -1");
    malformed("10^9 layers", R"("n_layer":1000000000)", "n_layer is 1000000000");
    malformed("2^64 layers", R"("n_layer":18446744073709551616)", "not valid JSON");
    malformed("2^64-1 layers", R"("n_layer":18446744073709551615)", "n_layer is 18446744073709551615");
    malformed("half a layer", R"("n_layer":1.5)", "n_layer is 1.5");
    malformed("a float", R"("n_layer":2.0)", "n_layer is 2.0");
    malformed("a string", R"("n_layer":"2")", "n_layer is \"2\"");
    malformed("true", R"("n_layer":true)", "n_layer is true");
    malformed("an array", R"("n_layer":[2])", "n_layer is an array");
    malformed("by its other name", R"("num_hidden_layers":0)", "num_hidden_layers is 0");
    malformed("no heads", R"("n_head":0)", "n_head is 0");
    malformed("heads do not divide", R"("n_embd":10,"n_head":4)",
              "n_embd is 10, which its n_head of 4 does not divide");
    malformed("more heads than width", R"("n_embd":4,"n_head":8)", "n_embd is 4, which its n_head of 8");
    malformed("no width", R"("n_embd":0)", "n_embd is 0");
    malformed("10^9 wide", R"("n_embd":1000000000,"n_head":1)", "n_embd is 1000000000");
    malformed("no context", R"("n_positions":0)", "n_positions is 0");
    malformed("no words", R"("vocab_size":0)", "vocab_size is 0");
    malformed("10^12 words", R"("vocab_size":1000000000000)", "vocab_size is 1000000000000");
    malformed("no MLP", R"("n_inner":0)", "n_inner is 0");
    malformed("epsilon 0", R"("layer_norm_epsilon":0)", "layer_norm_epsilon is 0, but must be a number above 0");
    malformed("epsilon below float32", R"("layer_norm_epsilon":1e-60)", "layer_norm_epsilon is 1e-60");
    malformed("epsilon negative", R"("layer_norm_epsilon":-1e-5)", "layer_norm_epsilon is -1e-05");
    malformed("epsilon 1e300", R"("layer_norm_epsilon":1e300)", "layer_norm_epsilon is 1e+300");
    malformed("epsilon a string", R"("layer_norm_epsilon":"1e-5")", "layer_norm_epsilon is \"1e-5\"");
    malformed("flag a number", R"("scale_attn_weights":1)", "scale_attn_weights is 1, but must be true or false");
    malformed("activation a number", R"("activation_function":1)", "activation_function is 1");
    unsupported("unknown activation", R"("activation_function":"swish")",
                "activation_function \"swish\" is not supported; these are: gelu_new, gelu_pytorch_tanh, gelu, relu.");
    unsupported("cross-attention", R"("add_cross_attention":true)", "add_cross_attention is true");
}

void ConfigTest::rejects() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fragment);
    const Outcome outcome = outcomeOf([&] { read(json); });
    QCOMPARE(outcome.kind, kind);
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
    QVERIFY2(outcome.sentence.contains("config.json") && outcome.sentence.endsWith('.'), outcome.sentence);
}

void ConfigTest::notThere() {
    const Folder folder;
    const Outcome outcome = outcomeOf([&] { readConfig(folder.at("config.json")); });
    QCOMPARE(outcome.kind, QByteArray("NotFound"));
    QVERIFY2(outcome.sentence.contains("config.json is not there"), outcome.sentence);
}

QTEST_GUILESS_MAIN(ConfigTest)
#include "tst_config.moc"
