#include "engine/model/tensor_names.h"

namespace mayfly {

namespace {

constexpr TensorNames llama{
    .base = "model.",
    .embedding = "embed_tokens",
    .finalNorm = "norm",
    .unembedding = "lm_head",
    .layers = "layers.",
    .attentionNorm = "input_layernorm",
    .query = "self_attn.q_proj",
    .key = "self_attn.k_proj",
    .value = "self_attn.v_proj",
    .output = "self_attn.o_proj",
    .queryNorm = "self_attn.q_norm",
    .keyNorm = "self_attn.k_norm",
    .mlpNorm = "post_attention_layernorm",
    .gate = "mlp.gate_proj",
    .up = "mlp.up_proj",
    .down = "mlp.down_proj",
};

constexpr TensorNames gemma() {
    TensorNames names = llama;
    names.gainLessOne = true;
    return names;
}

/// From Gemma 2 on post_attention_layernorm is what it says, and no longer the MLP's.
constexpr TensorNames gemmaAround() {
    TensorNames names = gemma();
    names.afterAttention = "post_attention_layernorm";
    names.mlpNorm = "pre_feedforward_layernorm";
    names.afterMlp = "post_feedforward_layernorm";
    return names;
}

constexpr TensorNames bert(std::string_view base) {
    return {
        .base = base,
        .embedding = "embeddings.word_embeddings",
        .positions = "embeddings.position_embeddings",
        .tokenTypes = "embeddings.token_type_embeddings",
        .embeddingNorm = "embeddings.LayerNorm",
        .layers = "encoder.layer.",
        .attentionNorm = "attention.output.LayerNorm",
        .query = "attention.self.query",
        .key = "attention.self.key",
        .value = "attention.self.value",
        .output = "attention.output.dense",
        .mlpNorm = "output.LayerNorm",
        .up = "intermediate.dense",
        .down = "output.dense",
    };
}

} // namespace

// Its `attn.bias` and `attn.masked_bias` are the causal mask, not parameters, and never asked for.
const TensorNames gpt2Names{
    .base = "transformer.",
    .layout = WeightLayout::InOut,
    .fused = TensorNames::Fused::Columns,
    .embedding = "wte",
    .positions = "wpe",
    .finalNorm = "ln_f",
    .unembedding = "lm_head",
    .layers = "h.",
    .attentionNorm = "ln_1",
    .query = "attn.c_attn",
    .output = "attn.c_proj",
    .mlpNorm = "ln_2",
    .up = "mlp.c_fc",
    .down = "mlp.c_proj",
};

const TensorNames gptNeoxNames{
    .base = "gpt_neox.",
    .fused = TensorNames::Fused::ByHead,
    .embedding = "embed_in",
    .finalNorm = "final_layer_norm",
    .unembedding = "embed_out",
    .layers = "layers.",
    .attentionNorm = "input_layernorm",
    .query = "attention.query_key_value",
    .output = "attention.dense",
    .mlpNorm = "post_attention_layernorm",
    .up = "mlp.dense_h_to_4h",
    .down = "mlp.dense_4h_to_h",
};

const TensorNames llamaNames = llama;
const TensorNames gemmaNames = gemma();
const TensorNames gemmaAroundNames = gemmaAround();
const TensorNames bertNames = bert("bert.");
const TensorNames robertaNames = bert("roberta.");

const TensorNames distilBertNames{
    .base = "distilbert.",
    .embedding = "embeddings.word_embeddings",
    .positions = "embeddings.position_embeddings",
    .embeddingNorm = "embeddings.LayerNorm",
    .layers = "transformer.layer.",
    .attentionNorm = "sa_layer_norm",
    .query = "attention.q_lin",
    .key = "attention.k_lin",
    .value = "attention.v_lin",
    .output = "attention.out_lin",
    .mlpNorm = "output_layer_norm",
    .up = "ffn.lin1",
    .down = "ffn.lin2",
};

} // namespace mayfly
