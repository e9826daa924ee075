// Gemma 1 to 3: as Llama, with a scaled embedding, norms that store their gain less one, and, from 2 on, norms around
// each part, windows on some of the layers, and capped scores.

#include "engine/model/family.h"
#include "engine/model/layer_windows.h"
#include "engine/model/rope_fields.h"

#include <cmath>

namespace mayfly {

namespace {

Config readCommon(const ConfigFields& fields, const Sizes& defaults, int kvHeads) {
    Config config = readSizes(fields, defaults);
    config.kvHeads = fields.count({"num_key_value_heads"}, kvHeads, mostWidth);
    requireGroups(fields, config);
    config.dHead = fields.count({"head_dim"}, 256, mostWidth);
    config.norm = Norm::Rms;
    config.normEpsilon = float(fields.number("rms_norm_eps", 1e-6, 0, 1));
    config.gatedMlp = true;
    // hidden_act is what the first files had, and wrong: transformers goes by hidden_activation.
    config.activation = readActivation(fields, "hidden_activation", "gelu_pytorch_tanh");
    config.biases = {false, false, false};
    config.biases.queryKeyValue = config.biases.output = fields.flag("attention_bias", false);
    config.learnedPositions = false;
    config.embeddingScale = std::sqrt(float(config.dModel));
    config.tiedUnembed = fields.flag("tie_word_embeddings", true);
    config.scale.size = config.dHead;
    config.rotary = config.windowRotary = readRotary(fields, config);
    return config;
}

float readCap(const ConfigFields& fields, std::string_view name, double fallback) {
    return fields.isNull(name) ? 0.0F : float(fields.number(name, fallback, 0, 1e6));
}

} // namespace

Config readGemma(const ConfigFields& fields) {
    Config config = readCommon(fields, {.layers = 28, .heads = 16, .dModel = 3072, .dMlp = 24576, .context = 8192, .vocab = 256000}, 16);
    return config;
}

Config readGemma2(const ConfigFields& fields) {
    Config config = readCommon(fields, {.layers = 26, .heads = 8, .dModel = 2304, .dMlp = 9216, .context = 8192, .vocab = 256000}, 4);
    config.normPlace = NormPlace::Around;
    config.scale.size = fields.number("query_pre_attn_scalar", 256, 0, 1e6);
    config.scoreCap = readCap(fields, "attn_logit_softcapping", 50);
    config.logitCap = readCap(fields, "final_logit_softcapping", 30);
    readWindows(fields, config, 4096, [](int layer) { return layer % 2 == 0; });
    return config;
}

Config readGemma3(const ConfigFields& fields) {
    if (fields.flag("use_bidirectional_attention", false))
        fields.fail(ErrorKind::Unsupported, "use_bidirectional_attention is true, which is not supported.");
    Config config = readCommon(fields, {.layers = 26, .heads = 8, .dModel = 2304, .dMlp = 9216, .context = 131072, .vocab = 262208}, 4);
    config.normPlace = NormPlace::Around;
    config.queryKeyNorm = true;
    config.scale.size = fields.number("query_pre_attn_scalar", 256, 0, 1e6);
    config.scoreCap = fields.has("attn_logit_softcapping") ? readCap(fields, "attn_logit_softcapping", 0) : 0;
    config.logitCap = fields.has("final_logit_softcapping") ? readCap(fields, "final_logit_softcapping", 0) : 0;
    config.rotary = readRotary(fields, config, {.base = 1'000'000});
    config.windowRotary = readRotary(fields, config, {.kind = "sliding_attention"});
    if (!fields.has("rope_parameters")) { // older files: windows have a base of their own and are never stretched
        config.windowRotary = {};
        config.windowRotary.dims = config.rotary.dims;
        config.windowRotary.base = fields.number("rope_local_base_freq", 10'000, 0, 1e12);
    }
    const int every = fields.count({"sliding_window_pattern", "_sliding_window_pattern"}, 6, mostLayers);
    readWindows(fields, config, 4096, [every](int layer) { return (layer + 1) % every != 0; });
    return config;
}

} // namespace mayfly
