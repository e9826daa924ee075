// Llama and those that follow it: RMSNorm, rotary positions, grouped keys, a gated MLP.

#include "engine/model/family.h"
#include "engine/model/layer_windows.h"
#include "engine/model/rope_fields.h"

namespace mayfly {

namespace {

/// What the families have in common; `kvHeads` is 0 where they default to the heads.
Config readCommon(const ConfigFields& fields, const Sizes& defaults, int kvHeads) {
    Config config = readSizes(fields, defaults);
    config.kvHeads = fields.count({"num_key_value_heads"}, kvHeads > 0 ? kvHeads : config.heads, mostWidth);
    requireGroups(fields, config);
    config.norm = Norm::Rms;
    config.normEpsilon = float(fields.number("rms_norm_eps", 1e-6, 0, 1));
    config.gatedMlp = true;
    config.activation = readActivation(fields, "hidden_act", "silu");
    config.biases = {false, false, false};
    config.learnedPositions = false;
    config.tiedUnembed = fields.flag("tie_word_embeddings", true);
    return config;
}

/// The size of a head, and what follows from it; `fallback` is 0 for the width divided by the heads.
void readHeads(const ConfigFields& fields, Config& config, int fallback = 0) {
    if (fallback == 0 && !fields.has("head_dim"))
        divideHeads(fields, config);
    else
        config.dHead = fields.count({"head_dim"}, fallback, mostWidth);
    config.scale.size = config.dHead;
    config.rotary = config.windowRotary = readRotary(fields, config);
}

/// Qwen's windows are off unless asked for, and begin at a layer.
void readQwenWindows(const ConfigFields& fields, Config& config) {
    if (!fields.flag("use_sliding_window", false)) return;
    const int first = fields.index("max_window_layers", 28, mostLayers);
    readWindows(fields, config, 4096, [first](int layer) { return layer >= first; });
}

} // namespace

Config readLlama(const ConfigFields& fields) {
    Config config = readCommon(fields, {.layers = 32, .heads = 32, .dModel = 4096, .dMlp = 11008, .context = 2048, .vocab = 32000}, 0);
    readHeads(fields, config);
    config.biases.queryKeyValue = config.biases.output = fields.flag("attention_bias", false);
    config.biases.mlp = fields.flag("mlp_bias", false);
    return config;
}

Config readMistral(const ConfigFields& fields) {
    Config config = readCommon(fields, {.layers = 32, .heads = 32, .dModel = 4096, .dMlp = 14336, .context = 131072, .vocab = 32000}, 8);
    readHeads(fields, config);
    readWindows(fields, config, 4096, [](int) { return true; });
    return config;
}

Config readQwen2(const ConfigFields& fields) {
    Config config = readCommon(fields, {.layers = 32, .heads = 32, .dModel = 4096, .dMlp = 22016, .context = 32768, .vocab = 151936}, 0);
    readHeads(fields, config);
    config.biases.queryKeyValue = true;
    readQwenWindows(fields, config);
    return config;
}

Config readQwen3(const ConfigFields& fields) {
    Config config = readCommon(fields, {.layers = 32, .heads = 32, .dModel = 4096, .dMlp = 22016, .context = 32768, .vocab = 151936}, 0);
    readHeads(fields, config, 128);
    config.queryKeyNorm = true;
    config.biases.queryKeyValue = config.biases.output = fields.flag("attention_bias", false);
    readQwenWindows(fields, config);
    return config;
}

} // namespace mayfly
