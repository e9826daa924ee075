// BERT, RoBERTa and DistilBERT: encoders, in which every token sees every other, with a norm after each part.

#include "engine/model/family.h"

#include "engine/files/in_quotes.h"

namespace mayfly {

namespace {

Config readEncoder(const ConfigFields& fields, int layers, int vocab) {
    Config config = readSizes(
        fields, {.layers = layers, .heads = 12, .dModel = 768, .dMlp = 3072, .context = 512, .vocab = vocab});
    divideHeads(fields, config);
    config.scale.size = config.dHead;
    config.normPlace = NormPlace::After;
    config.embeddingNorm = true;
    config.causal = false;
    return config;
}

/// What BERT and RoBERTa have in common.
Config readBertLike(const ConfigFields& fields, int vocab) {
    const std::string positions = fields.text("position_embedding_type", "absolute");
    if (positions != "absolute")
        fields.fail(ErrorKind::Unsupported, "position_embedding_type " + inQuotes(positions) +
                                                " is not supported; this is: absolute.");
    if (fields.flag("is_decoder", false))
        fields.fail(ErrorKind::Unsupported, "is_decoder is true; this family is supported as an encoder only.");
    Config config = readEncoder(fields, 12, vocab);
    config.normEpsilon = float(fields.number("layer_norm_eps", 1e-12, 0, 1));
    config.activation = readActivation(fields, "hidden_act", "gelu");
    config.tokenTypes = fields.count({"type_vocab_size"}, 2, mostVocab);
    return config;
}

} // namespace

Config readBert(const ConfigFields& fields) { return readBertLike(fields, 30522); }

Config readRoberta(const ConfigFields& fields) {
    Config config = readBertLike(fields, 50265);
    config.padding = fields.index("pad_token_id", 1, mostVocab);
    if (config.padding + 1 >= config.context)
        fields.fail(ErrorKind::Malformed, "pad_token_id leaves no room for a position among its " +
                                              std::to_string(config.context) + '.');
    config.context -= config.padding + 1;
    return config;
}

Config readDistilBert(const ConfigFields& fields) {
    Config config = readEncoder(fields, 6, 30522);
    config.normEpsilon = 1e-12F;
    config.activation = readActivation(fields, "activation", "gelu");
    return config;
}

} // namespace mayfly
