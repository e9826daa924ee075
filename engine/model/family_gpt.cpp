// GPT-2 and GPT-NeoX (Pythia): LayerNorm, biases everywhere, an MLP without a gate.

#include "engine/model/family.h"
#include "engine/model/rope_fields.h"

namespace mayfly {

Config readGpt2(const ConfigFields& fields) {
    if (fields.flag("add_cross_attention", false))
        fields.fail(ErrorKind::Unsupported, "add_cross_attention is true, and cross-attention is not supported.");
    Config config =
        readSizes(fields, {.layers = 12, .heads = 12, .dModel = 768, .context = 1024, .vocab = 50257});
    divideHeads(fields, config);
    config.normEpsilon = float(fields.number("layer_norm_epsilon", 1e-5, 0, 1));
    config.activation = readActivation(fields, "activation_function", "gelu_new");
    config.scale.size = fields.flag("scale_attn_weights", true) ? config.dHead : 1;
    config.scale.byInverseLayer = fields.flag("scale_attn_by_inverse_layer_idx", false);
    config.tiedUnembed = fields.flag("tie_word_embeddings", true);
    return config;
}

Config readGptNeox(const ConfigFields& fields) {
    Config config = readSizes(
        fields, {.layers = 44, .heads = 64, .dModel = 6144, .dMlp = 24576, .context = 2048, .vocab = 50432});
    divideHeads(fields, config);
    config.normEpsilon = float(fields.number("layer_norm_eps", 1e-5, 0, 1));
    config.activation = readActivation(fields, "hidden_act", "gelu");
    config.parallelResidual = fields.flag("use_parallel_residual", true);
    config.biases.queryKeyValue = config.biases.output = fields.flag("attention_bias", true);
    config.learnedPositions = false;
    config.rotary = readRotary(fields, config, {.base = 10'000, .share = 0.25});
    config.scale.size = config.dHead;
    config.tiedUnembed = fields.flag("tie_word_embeddings", true);
    return config;
}

} // namespace mayfly
