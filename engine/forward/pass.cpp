#include "engine/forward/pass.h"

#include "engine/forward/kernels.h"
#include "engine/forward/linear.h"
#include "engine/model/model.h"

#include <algorithm>
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

/// The row of `Weights::positions` of each token: its index; or, where some are padding, one more than there are before it
/// that are not, and the first for those that are (`create_position_ids_from_input_ids` of Hugging Face's RoBERTa).
std::vector<int> positionsOf(std::span<const TokenId> ids, int padding) {
    std::vector<int> positions;
    int next = padding < 0 ? 0 : 1;
    for (const TokenId id : ids) positions.push_back(padding >= 0 && id == padding ? 0 : next++);
    return positions;
}

// So many rows go through the projections, and through the MLP, at once: what comes out is wide, is read next, and need not be
// there whole.
constexpr int mostTogether = 256;

constexpr int blockRows = TraceLayout::rows;

} // namespace

Pass::Pass(Team& team, const Model& model, std::span<const TokenId> ids, const Experiment& experiment, int first,
           const Trace* earlier, const LookAtWeights& look)
    : m_team(team), m_kernels(model.kernels()), m_maps(m_kernels, m_team), m_config(model.config()),
      m_weights(model.weights()), m_ids(ids), m_experiment(experiment), m_look(look), m_attention(attentionOf(m_config, experiment)),
      m_layout(m_config), m_trace(m_layout, int(ids.size()), first, earlier),
      m_rotation(m_config.rotary, first, m_trace.fresh()),
      m_windowRotation(m_config.windowRotary, first, m_config.windows.empty() ? 0 : m_trace.fresh()),
      m_stream(rows(m_config.dModel)), m_normed(rows(m_config.dModel)), m_change(rows(m_config.dModel)),
      m_besideChange(rows(m_config.parallelResidual ? m_config.dModel : 0)), m_mixed(rows(m_config.heads * m_config.dHead)),
      m_query(someRows(m_config.heads * m_config.dHead)), m_key(someRows(m_config.kvHeads * m_config.dHead)),
      m_value(someRows(m_config.kvHeads * m_config.dHead)), m_hidden(someRows(m_config.dMlp)),
      m_gate(someRows(m_config.gatedMlp ? m_config.dMlp : 0)),
      m_scoreStep(scoreStep(int(ids.size()))),
      m_scores(FloatBuffer::untouched(std::size_t(m_team.size()) * blockRows * m_scoreStep)) {}

int Pass::rowsTogether() const { return std::min(m_trace.fresh(), mostTogether); }

/// Calls `action(first, count)` for all of some rows, a few at a time.
template<typename Action>
void Pass::forRows(int rows, const Action& action) {
    constexpr int some = 16;
    m_team.share((rows + some - 1) / some,
                 [&](int task, int /*thread*/) { action(task * some, std::min(some, rows - task * some)); });
}

bool Pass::run(const GiveUp& giveUp) {
    embed();
    forRows(m_trace.fresh(), [&](int first, int count) { m_trace.keepStream(0, m_stream.rows(), first, count); });
    for (int l = 0; l < m_config.layers; ++l) {
        if (giveUp && giveUp()) return false;
        block(l);
        forRows(m_trace.fresh(), [&](int first, int count) { m_trace.keepStream(l + 1, m_stream.rows(), first, count); });
    }
    return true;
}

std::shared_ptr<const Trace> Pass::finish() {
    FloatBuffer logits = unembedLast();
    return std::make_shared<const Trace>(m_kernels, m_layout, std::vector<TokenId>(m_ids.begin(), m_ids.end()), m_attention,
                                         m_experiment, m_trace.take(), std::move(logits));
}

// x⁰ = embedding · scale (+ position), normalised where the family does
void Pass::embed() {
    const int width = m_config.dModel;
    const std::vector<int> positions = positionsOf(m_ids, m_config.padding);
    for (int r = 0; r < m_trace.fresh(); ++r) {
        const auto token = std::size_t(m_trace.first() + r);
        float* x = m_stream.row(r);
        m_weights.embedding.copyRow(m_ids[token], x);
        for (int i = 0; i < width; ++i) x[i] *= m_config.embeddingScale;
        if (!m_config.learnedPositions) continue;
        const float* place = m_weights.positions.row(positions[token]);
        for (int i = 0; i < width; ++i) x[i] += place[i];
    }
    if (m_config.embeddingNorm) normalise(m_weights.embeddingNorm, m_stream.rows(), m_stream.rows());
}

// x += attention(n(x)), x += MLP(n(x)); or both of the same x
void Pass::block(int l) {
    const LayerWeights& layer = m_weights.layers[std::size_t(l)];
    attend(l, before(layer.attentionNorm));
    if (!m_config.parallelResidual) add(m_change.rows(), layer.attentionNorm);
    think(layer, before(layer.mlpNorm));
    if (m_config.parallelResidual) add(m_change.rows(), layer.attentionNorm);
    add(mlpChange(), layer.mlpNorm);
}

/// What a part of a block reads: the stream, normalised unless the norm stands after the part.
RowsIn Pass::before(const NormWeights& norm) {
    if (m_config.normPlace == NormPlace::After) return m_stream.rows();
    normalise(norm, m_stream.rows(), m_normed.rows());
    return m_normed.rows();
}

void Pass::add(RowsIn change, const NormWeights& norm) {
    forRows(m_trace.fresh(), [&](int first, int count) {
        const RowsOut x = m_stream.rows().after(first);
        for (int r = 0; r < count; ++r)
            for (int i = 0; i < m_config.dModel; ++i) x.row(r)[i] += change.row(first + r)[i];
        if (m_config.normPlace == NormPlace::After)
            m_kernels.normalise(m_config.norm, norm, m_config.normEpsilon, x, count, m_config.dModel, x);
    });
}

// Σ_h softmax(q_h k_hᵀ) v_h W_O
void Pass::attend(int l, RowsIn x) {
    const LayerWeights& layer = m_weights.layers[std::size_t(l)];
    for (int first = 0; first < m_trace.fresh(); first += mostTogether)
        projectRows(layer, x.after(first), l, first, std::min(mostTogether, m_trace.fresh() - first));
    mixHeads(l);
    m_maps.apply(m_mixed.rows(), m_trace.fresh(), {{layer.output, m_change.rows()}});
    if (!layer.afterAttention.empty()) normalise(layer.afterAttention, m_change.rows(), m_change.rows());
}

/// Queries, keys and values of `count` rows x, which are the fresh ones from `first` on.
void Pass::projectRows(const LayerWeights& layer, RowsIn x, int l, int first, int count) {
    m_maps.apply(x, count, {{layer.query, m_query.rows()}, {layer.key, m_key.rows()}, {layer.value, m_value.rows()}});
    forRows(count, [&](int row, int some) {
        for (int r = row; r < row + some; ++r) turnRow(layer, l, first, r);
        m_trace.keepVectors(l, m_query.rows().after(row), m_key.rows().after(row), m_value.rows().after(row), first + row, some);
    });
}

/// Queries and keys of a row as attention takes them: normalised and turned where the family does. Row 0 is the fresh one
/// `first`.
void Pass::turnRow(const LayerWeights& layer, int l, int first, int row) {
    const int d = m_config.dHead;
    const Rotation& rotation = m_config.windowOf(l) > 0 ? m_windowRotation : m_rotation;
    const auto turn = [&](float* x, int heads, const NormWeights& norm) {
        const RowsOut vectors{x, std::size_t(d)};
        if (m_config.queryKeyNorm)
            m_kernels.normalise(m_config.norm, norm, m_config.normEpsilon, vectors, heads, d, vectors);
        if (!m_config.learnedPositions) rotation.turn(x, first + row, 1, heads, d);
    };
    turn(m_query.row(row), m_config.heads, layer.queryNorm);
    turn(m_key.row(row), m_config.kvHeads, layer.keyNorm);
}

/// Keys and values of one key head, in blocks.
struct Pass::HeadTiles {
    std::vector<const float*> keys, values;
};

/// Threads share the heads and the blocks of rows: head by head, so that its keys and values stay in the second cache; the last
/// rows, which see the most keys, go first.
void Pass::mixHeads(int l) {
    const int fresh = m_trace.fresh();
    if (fresh == 0) return;
    std::vector<HeadTiles> tiles;
    for (int g = 0; g < m_config.kvHeads; ++g) tiles.push_back({m_trace.keyTiles(l, g), m_trace.valueTiles(l, g)});
    const int firstBlock = m_trace.first() / blockRows;
    const int blocks = (m_trace.tokens() - 1) / blockRows - firstBlock + 1;
    m_team.share(blocks * m_config.heads, [&](int task, int thread) {
        const int block = firstBlock + blocks - 1 - task % blocks;
        const int begin = std::max(block * blockRows - m_trace.first(), 0);
        const int end = std::min((block + 1) * blockRows - m_trace.first(), fresh);
        float* scores = m_scores.data() + std::size_t(thread) * blockRows * m_scoreStep;
        const int head = task / blocks;
        mixRows({l, head}, begin, end - begin, tiles[std::size_t(m_config.keyHeadOf(head))], scores);
    });
}

/// Fresh rows of one head within a block: scores, softmax, and the weighted means of the values.
void Pass::mixRows(HeadIndex head, int row, int rows, const HeadTiles& tiles, float* scores) {
    const int d = m_config.dHead;
    const AttentionRows task{.rule = m_attention[std::size_t(head.layer)].rule,
                             .first = m_trace.first() + row,
                             .rows = rows,
                             .tokens = m_trace.tokens(),
                             .d = d,
                             .queries = m_trace.query(head, row),
                             .keys = tiles.keys,
                             .values = tiles.values,
                             .scores = scores,
                             .scoreStep = m_scoreStep,
                             .peaks = m_trace.peaks(head, row),
                             .sums = m_trace.sums(head, row),
                             .mixed = m_mixed.rows().after(row).across(head.head * d),
                             .silent = m_experiment.isAblated(head)};
    m_kernels.attend(task);
    if (!m_look) return;
    m_look({.head = head,
            .rule = task.rule,
            .tokens = task.tokens,
            .first = task.first,
            .rows = rows,
            .exponentials = scores,
            .step = task.scoreStep,
            .sums = task.sums});
}

void Pass::think(const LayerWeights& layer, RowsIn x) {
    for (int first = 0; first < m_trace.fresh(); first += mostTogether)
        thinkRows(layer, x.after(first), std::min(mostTogether, m_trace.fresh() - first), mlpChange().after(first));
    if (!layer.afterMlp.empty()) normalise(layer.afterMlp, mlpChange(), mlpChange());
}

// down(act(up(x))), or down(act(gate(x)) · up(x))
void Pass::thinkRows(const LayerWeights& layer, RowsIn x, int rows, RowsOut change) {
    const RowsOut hidden = m_hidden.rows();
    const RowsOut gate = m_gate.rows();
    if (m_config.gatedMlp)
        m_maps.apply(x, rows, {{layer.up, hidden}, {layer.gate, gate}});
    else
        m_maps.apply(x, rows, {{layer.up, hidden}});
    m_team.share(rows, [&](int r, int /*thread*/) {
        m_kernels.activate(m_config.activation, (m_config.gatedMlp ? gate : hidden).row(r), std::size_t(m_config.dMlp));
        if (!m_config.gatedMlp) return;
        for (int i = 0; i < m_config.dMlp; ++i) hidden.row(r)[i] *= gate.row(r)[i];
    });
    m_maps.apply(hidden, rows, {{layer.down, change}});
}

/// n(x) of the last token against every row of the unembedding; none in an encoder, which foretells no next token.
FloatBuffer Pass::unembedLast() {
    if (m_ids.empty() || !m_config.causal) return {};
    const int width = m_config.dModel;
    FloatBuffer normed{std::size_t(width)};
    m_kernels.normalise(m_config.norm, m_weights.finalNorm, m_config.normEpsilon, {m_trace.lastResidual(m_config.layers)}, 1,
                        width, {normed.data()});
    FloatBuffer logits{std::size_t(m_weights.unembed().rows)};
    applyRows(m_kernels, m_team, m_weights.unembed(), normed.data(), logits.data());
    m_config.capLogits({logits.data(), logits.size()});
    return logits;
}

void Pass::normalise(const NormWeights& norm, RowsIn x, RowsOut y) {
    forRows(m_trace.fresh(), [&](int first, int count) {
        m_kernels.normalise(m_config.norm, norm, m_config.normEpsilon, x.after(first), count, m_config.dModel, y.after(first));
    });
}

} // namespace mayfly
