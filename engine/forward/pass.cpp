#include "engine/forward/pass.h"

#include "engine/forward/attention.h"
#include "engine/forward/linear.h"
#include "engine/forward/ops.h"
#include "engine/model/model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mayfly {

namespace {

/// Self-attention, a layer each.
std::vector<AttentionBlock> attentionOf(const Config& config, const Experiment& experiment) {
    std::vector<AttentionBlock> blocks(std::size_t(config.layers));
    for (int l = 0; l < config.layers; ++l)
        blocks[std::size_t(l)].rule = {.scale = config.scaleOf(l) / experiment.temperature,
                                       .causal = config.causal,
                                       .window = config.windowOf(l),
                                       .cap = config.scoreCap};
    return blocks;
}

} // namespace

Pass::Pass(const Model& model, std::span<const TokenId> ids, const Experiment& experiment, int first,
           const Trace* earlier)
    : m_config(model.config()), m_weights(model.weights()), m_ids(ids), m_experiment(experiment),
      m_attention(attentionOf(m_config, experiment)), m_layout(m_config), m_trace(m_layout, int(ids.size()), first, earlier),
      m_rotation(m_config.rotary, first, m_trace.fresh()),
      m_windowRotation(m_config.windowRotary, first, m_config.windows.empty() ? 0 : m_trace.fresh()),
      m_stream(rows(m_config.dModel)), m_normed(rows(m_config.dModel)), m_attentionChange(rows(m_config.dModel)),
      m_mlpChange(rows(m_config.dModel)), m_query(rows(m_config.heads * m_config.dHead)),
      m_mixed(rows(m_config.heads * m_config.dHead)), m_key(rows(m_config.kvHeads * m_config.dHead)),
      m_value(rows(m_config.kvHeads * m_config.dHead)), m_hidden(rows(m_config.dMlp)),
      m_gate(m_config.gatedMlp ? rows(m_config.dMlp) : FloatBuffer()) {}

bool Pass::run(const GiveUp& giveUp) {
    embed();
    m_trace.keepStream(0, m_stream.data());
    for (int l = 0; l < m_config.layers; ++l) {
        if (giveUp && giveUp()) return false;
        block(l);
        m_trace.keepStream(l + 1, m_stream.data());
    }
    return true;
}

std::shared_ptr<const Trace> Pass::finish() {
    FloatBuffer logits = unembedLast();
    return std::make_shared<const Trace>(m_layout, std::vector<TokenId>(m_ids.begin(), m_ids.end()), m_attention,
                                         m_experiment, m_trace.take(), std::move(logits));
}

// x⁰ = embedding · scale (+ position), normalised where the family does
void Pass::embed() {
    const int width = m_config.dModel;
    for (int r = 0; r < m_trace.fresh(); ++r) {
        const int token = m_trace.first() + r;
        float* x = m_stream.data() + std::size_t(r) * std::size_t(width);
        m_weights.embedding.copyRow(m_ids[std::size_t(token)], x);
        for (int i = 0; i < width; ++i) x[i] *= m_config.embeddingScale;
        if (!m_config.learnedPositions) continue;
        const float* place = m_weights.positions.row(token);
        for (int i = 0; i < width; ++i) x[i] += place[i];
    }
    if (m_config.embeddingNorm) normalise(m_weights.embeddingNorm, m_stream.data(), m_stream.data());
}

// x += attention(n(x)), x += MLP(n(x)); or both of the same x
void Pass::block(int l) {
    const LayerWeights& layer = m_weights.layers[std::size_t(l)];
    attend(l, before(layer.attentionNorm));
    if (!m_config.parallelResidual) add(m_attentionChange, layer.attentionNorm);
    think(layer, before(layer.mlpNorm));
    if (m_config.parallelResidual) add(m_attentionChange, layer.attentionNorm);
    add(m_mlpChange, layer.mlpNorm);
}

/// What a part of a block reads: the stream, normalised unless the norm stands after the part.
const float* Pass::before(const NormWeights& norm) {
    if (m_config.normPlace == NormPlace::After) return m_stream.data();
    normalise(norm, m_stream.data(), m_normed.data());
    return m_normed.data();
}

void Pass::add(const FloatBuffer& change, const NormWeights& norm) {
    float* x = m_stream.data();
    for (std::size_t i = 0; i < m_stream.size(); ++i) x[i] += change.data()[i];
    if (m_config.normPlace == NormPlace::After) normalise(norm, x, x);
}

// Σ_h softmax(q_h k_hᵀ) v_h W_O
void Pass::attend(int l, const float* x) {
    const LayerWeights& layer = m_weights.layers[std::size_t(l)];
    project(layer, x, l);
    m_trace.keepVectors(l, m_query.data(), m_key.data(), m_value.data());
    mixHeads(l);
    applyLinear(layer.output, m_mixed.data(), m_trace.fresh(), m_attentionChange.data());
    if (!layer.afterAttention.empty())
        normalise(layer.afterAttention, m_attentionChange.data(), m_attentionChange.data());
}

void Pass::project(const LayerWeights& layer, const float* x, int l) {
    const int fresh = m_trace.fresh();
    const int d = m_config.dHead;
    applyLinear(layer.query, x, fresh, m_query.data());
    applyLinear(layer.key, x, fresh, m_key.data());
    applyLinear(layer.value, x, fresh, m_value.data());
    if (m_config.queryKeyNorm) {
        mayfly::normalise(m_config.norm, layer.queryNorm, m_config.normEpsilon, m_query.data(), fresh * m_config.heads,
                          d, m_query.data());
        mayfly::normalise(m_config.norm, layer.keyNorm, m_config.normEpsilon, m_key.data(), fresh * m_config.kvHeads, d,
                          m_key.data());
    }
    if (m_config.learnedPositions) return;
    const Rotation& rotation = m_config.windowOf(l) > 0 ? m_windowRotation : m_rotation;
    rotation.turn(m_query.data(), m_config.heads, d);
    rotation.turn(m_key.data(), m_config.kvHeads, d);
}

void Pass::mixHeads(int l) {
    [[maybe_unused]] const std::int64_t work = std::int64_t(m_trace.fresh()) * m_config.heads * m_trace.tokens();
#pragma omp parallel for schedule(dynamic) if (work > (1 << 16))
    for (int h = 0; h < m_config.heads; ++h) mixHead({l, h});
}

/// All fresh rows of one head: scores, softmax, and the weighted mean of the values.
void Pass::mixHead(HeadIndex head) {
    const std::vector<const float*> keys = m_trace.keyTiles(head.layer, m_config.keyHeadOf(head.head));
    const std::vector<const float*> values = m_trace.valueTiles(head.layer, m_config.keyHeadOf(head.head));
    const ScoreRule& rule = m_attention[std::size_t(head.layer)].rule;
    const int d = m_config.dHead;
    const bool ablated = m_experiment.isAblated(head);
    std::vector<float> scores(std::size_t(paddedRow(m_trace.tokens())));
    for (int r = 0; r < m_trace.fresh(); ++r) {
        const int i = m_trace.first() + r;
        const KeyRange range{rule.first(i), rule.visible(i, m_trace.tokens())};
        rowDots(m_trace.query(head, r), keys, d, range, scores.data());
        const RowSums sums = exponentiate(scores.data(), range, rule);
        m_trace.keepSums(head, r, sums.peak, sums.sum);
        float* mixed = m_mixed.data() + std::size_t(r * m_config.heads + head.head) * std::size_t(d);
        if (ablated)
            std::fill_n(mixed, d, 0.0F);
        else
            weightedSum(scores.data(), sums.sum, values, d, range, mixed);
    }
}

// down(act(up(x))), or down(act(gate(x)) · up(x))
void Pass::think(const LayerWeights& layer, const float* x) {
    const int fresh = m_trace.fresh();
    applyLinear(layer.up, x, fresh, m_hidden.data());
    if (m_config.gatedMlp) {
        applyLinear(layer.gate, x, fresh, m_gate.data());
        activate(m_config.activation, m_gate.data(), m_gate.size());
        for (std::size_t i = 0; i < m_hidden.size(); ++i) m_hidden.data()[i] *= m_gate.data()[i];
    } else {
        activate(m_config.activation, m_hidden.data(), m_hidden.size());
    }
    applyLinear(layer.down, m_hidden.data(), fresh, m_mlpChange.data());
    if (!layer.afterMlp.empty()) normalise(layer.afterMlp, m_mlpChange.data(), m_mlpChange.data());
}

/// n(x) of the last token against every row of the unembedding; none in an encoder, which foretells no next token.
FloatBuffer Pass::unembedLast() const {
    if (m_ids.empty() || !m_config.causal) return {};
    const int width = m_config.dModel;
    FloatBuffer normed{std::size_t(width)};
    mayfly::normalise(m_config.norm, m_weights.finalNorm, m_config.normEpsilon, m_trace.lastResidual(m_config.layers), 1,
                      width, normed.data());
    FloatBuffer logits{std::size_t(m_weights.unembed().rows)};
    applyRows(m_weights.unembed(), normed.data(), logits.data());
    if (m_config.logitCap > 0)
        for (std::size_t i = 0; i < logits.size(); ++i)
            logits.data()[i] = m_config.logitCap * std::tanh(logits.data()[i] / m_config.logitCap);
    return logits;
}

void Pass::normalise(const NormWeights& norm, const float* x, float* y) const {
    mayfly::normalise(m_config.norm, norm, m_config.normEpsilon, x, m_trace.fresh(), m_config.dModel, y);
}

} // namespace mayfly
