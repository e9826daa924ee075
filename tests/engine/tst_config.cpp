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
    void readsWindows_data();
    void readsWindows();
    void readsRotations_data();
    void readsRotations();
    void silentOnTheUnembedding();
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
    QCOMPARE(config.scale.size, 1.0);
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
    QCOMPARE(config.scale.size, 64.0);
    QVERIFY(!config.scale.byInverseLayer);
    QVERIFY(config.tiedUnembed);
}

void ConfigTest::readsWindows_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QList<int>>("windows"); // of the first layers; none: all see all
    QTest::newRow("Mistral, every layer") << QByteArray(R"({"model_type":"mistral","sliding_window":64})")
                                          << QList<int>{64, 64};
    QTest::newRow("Mistral, null is none") << QByteArray(R"({"model_type":"mistral","sliding_window":null})")
                                           << QList<int>{};
    QTest::newRow("Qwen, off") << QByteArray(R"({"model_type":"qwen2","sliding_window":64})") << QList<int>{};
    QTest::newRow("Qwen, from a layer on")
        << QByteArray(R"({"model_type":"qwen2","sliding_window":64,"use_sliding_window":true,"max_window_layers":1})")
        << QList<int>{0, 64, 64};
    QTest::newRow("Gemma 2, every other") << QByteArray(R"({"model_type":"gemma2"})") << QList<int>{4096, 0, 4096, 0};
    QTest::newRow("Gemma 3, five of six") << QByteArray(R"({"model_type":"gemma3_text","sliding_window":512})")
                                          << QList<int>{512, 512, 512, 512, 512, 0, 512};
    QTest::newRow("as listed")
        << QByteArray(R"({"model_type":"qwen3","num_hidden_layers":2,"use_sliding_window":true,"sliding_window":9,)"
                      R"("layer_types":["sliding_attention","full_attention"]})")
        << QList<int>{9, 0};
    QTest::newRow("Llama") << QByteArray(R"({"model_type":"llama","sliding_window":64})") << QList<int>{};
}

void ConfigTest::readsWindows() {
    QFETCH(QByteArray, json);
    QFETCH(QList<int>, windows);
    const Config config = read(json);
    QCOMPARE(config.windows.empty(), windows.isEmpty());
    for (int layer = 0; layer < windows.size(); ++layer) QCOMPARE(config.windowOf(layer), windows[layer]);
}

void ConfigTest::readsRotations_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Rotary>("full");
    QTest::addColumn<Rotary>("windowed");
    const Rotary qwen{.dims = 128, .base = 1e6};
    QTest::newRow("base") << QByteArray(R"({"model_type":"qwen3","rope_theta":1000000})") << qwen << qwen;
    QTest::newRow("newer files") << QByteArray(
        R"({"model_type":"qwen3","rope_parameters":{"rope_theta":1e6,"rope_type":"default"}})") << qwen << qwen;
    const Rotary neox{.dims = 16};
    QTest::newRow("a quarter of a head") << QByteArray(
        R"({"model_type":"gpt_neox","hidden_size":512,"num_attention_heads":8})") << neox << Rotary{};
    const Rotary linear{.dims = 128, .stretch = Rotary::Stretch::Linear, .factor = 4};
    QTest::newRow("linear") << QByteArray(R"({"model_type":"llama","rope_scaling":{"type":"linear","factor":4}})")
                            << linear << linear;
    const Rotary llama{.dims = 128, .base = 5e5, .stretch = Rotary::Stretch::Llama3, .factor = 8,
                       .originalContext = 8192};
    QTest::newRow("llama3") << QByteArray(R"({"model_type":"llama","rope_theta":5e5,"rope_scaling":
        {"rope_type":"llama3","factor":8,"low_freq_factor":1,"high_freq_factor":4,"original_max_position_embeddings":8192}})")
                            << llama << llama;
    QTest::newRow("Gemma 3, two bases")
        << QByteArray(R"({"model_type":"gemma3_text","rope_scaling":{"rope_type":"linear","factor":8}})")
        << Rotary{.dims = 256, .base = 1e6, .stretch = Rotary::Stretch::Linear, .factor = 8} << Rotary{.dims = 256};
    QTest::newRow("Gemma 3, newer files")
        << QByteArray(R"({"model_type":"gemma3_text","rope_parameters":{"full_attention":{"rope_theta":5e5},
        "sliding_attention":{"rope_theta":2e4}}})")
        << Rotary{.dims = 256, .base = 5e5} << Rotary{.dims = 256, .base = 2e4};
}

void ConfigTest::readsRotations() {
    QFETCH(QByteArray, json);
    const Config config = read(json);
    QTEST(config.rotary, "full");
    QTEST(config.windowRotary, "windowed");
}

void ConfigTest::silentOnTheUnembedding() { // the weights decide then
    for (const char* family : {"gpt2", "gpt_neox", "llama", "qwen2", "gemma"})
        QVERIFY(read(QByteArray(R"({"model_type":")") + family + "\"}").tiedUnembed);
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
    QTest::addColumn<double>("size");
    QTest::addColumn<bool>("byLayer");
    QTest::addColumn<float>("scale"); // of layer 2
    QTest::newRow("as GPT-2") << 16.0 << false << 0.25F;
    QTest::newRow("by layer too") << 16.0 << true << 0.25F / 3.0F;
    QTest::newRow("by layer only") << 1.0 << true << 1.0F / 3.0F;
    QTest::newRow("not at all") << 1.0 << false << 1.0F;
}

void ConfigTest::scales() {
    QFETCH(double, size);
    QFETCH(bool, byLayer);
    Config config;
    config.scale = {size, byLayer};
    QTEST(config.scaleOf(2), "scale");
}

void ConfigTest::findsTheFamily_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("family");
    QTest::newRow("model_type") << QByteArray(R"({"model_type":"bert"})") << QByteArray("bert");
    QTest::newRow("architecture") << QByteArray(R"({"architectures":["GPT2LMHeadModel"]})") << QByteArray("gpt2");
    QTest::newRow("trunk alone") << QByteArray(R"({"architectures":["GPT2Model"]})") << QByteArray("gpt2");
    QTest::newRow("encoder") << QByteArray(R"({"architectures":["BertForMaskedLM"]})") << QByteArray("bert");
    QTest::newRow("a family whose name begins alike") << QByteArray(R"({"architectures":["Gemma2ForCausalLM"]})")
                                                      << QByteArray("gemma2");
    QTest::newRow("unknown architecture") << QByteArray(R"({"architectures":["BloomModel",1]})") << QByteArray();
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
        "family \"mamba\" is not supported; these are: gpt2, gpt_neox, llama,");
    row("family's name is escaped", "Unsupported", R"({"model_type":"a\n\"b"})", R"(family "a\x0a\"b" is not)");
    row("no family", "Unsupported", "{}", "names no model_type; these are supported: gpt2, ");
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
              "its width of 10 cannot be divided among 4 heads");
    malformed("more heads than width", R"("n_embd":4,"n_head":8)", "its width of 4 cannot be divided among 8 heads");
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
    unsupported("unknown activation", R"("activation_function":"mish")",
                "activation_function \"mish\" is not supported; these are: gelu_new, gelu_pytorch_tanh,");
    const auto of = [&](const char* name, const char* kind, const char* family, const char* fields,
                        const char* fragment) {
        row(name, kind, QByteArray(R"({"model_type":")") + family + "\"," + fields + '}', fragment);
    };
    of("key heads do not divide", "Malformed", "llama", R"("num_attention_heads":6,"num_key_value_heads":4)",
       "its 6 heads cannot share 4 key heads evenly");
    of("10^12 wide", "Malformed", "llama", R"("num_attention_heads":1048576,"head_dim":1048576)",
       "its 1048576 heads of 1048576 dimensions cannot be right");
    of("a head of 2^31", "Malformed", "gemma", R"("head_dim":2147483648)", "head_dim is 2147483648");
    of("a way to stretch", "Unsupported", "llama", R"("rope_scaling":{"type":"yarn","factor":4.0})",
       "rope_type \"yarn\" is not supported; these are: default, linear, llama3");
    of("stretch no object", "Malformed", "llama", R"("rope_scaling":"linear")", "rope_scaling is \"linear\"");
    of("factor 0", "Malformed", "llama", R"("rope_scaling":{"type":"linear","factor":0})", "factor is 0");
    of("frequencies the wrong way round", "Malformed", "llama",
       R"("rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":4,"high_freq_factor":1,
       "original_max_position_embeddings":8192})",
       "high_freq_factor is 1");
    of("linear without its factor", "Malformed", "llama", R"("rope_scaling":{"type":"linear"})",
       R"(rope_scaling: factor is missing, which rope_type "linear" needs)");
    of("linear without its factor, newer", "Malformed", "qwen3", R"("rope_parameters":{"rope_type":"linear","factor":null})",
       R"(rope_parameters: factor is missing)");
    const QByteArray llama3 = R"("rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":1,"high_freq_factor":4,)"
                              R"("original_max_position_embeddings":8192})";
    for (const char* field : {"factor", "low_freq_factor", "high_freq_factor", "original_max_position_embeddings"})
        of(qPrintable(QStringLiteral("llama3 without %1").arg(QLatin1String(field))), "Malformed", "llama",
           QByteArray(llama3).replace('"' + QByteArray(field) + '"', "\"other\"").constData(),
           (QByteArray("rope_scaling: ") + field + " is missing").constData());
    of("base 0", "Malformed", "qwen3", R"("rope_theta":0)", "rope_theta is 0");
    of("half a pair", "Malformed", "gpt_neox", R"("hidden_size":12,"num_attention_heads":1,"rotary_pct":0.25)",
       "it turns 3 of the 12 dimensions of a head");
    of("all of it and more", "Malformed", "gpt_neox", R"("rotary_pct":1.5)", "rotary_pct is 1.5");
    of("kinds for other layers", "Malformed", "gemma2", R"("layer_types":["full_attention"])",
       "layer_types is an array, but must be a list of 26 strings");
    of("another kind of layer", "Unsupported", "mistral", R"("num_hidden_layers":1,"layer_types":["mamba"])",
       "layer_types has \"mamba\"");
    of("window 0", "Malformed", "mistral", R"("sliding_window":0)", "sliding_window is 0");
    of("padding beyond the positions", "Malformed", "roberta", R"("max_position_embeddings":4,"pad_token_id":9)",
       "pad_token_id leaves no room for a position among its 4");
    of("positions by distance", "Unsupported", "bert", R"("position_embedding_type":"relative_key")",
       "position_embedding_type \"relative_key\" is not supported");
    of("an encoder as a decoder", "Unsupported", "bert", R"("is_decoder":true)", "is_decoder is true");
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
