#include "engine/forward/forward.h"

#include "engine/error.h"
#include "engine/forward/attention.h"
#include "engine/forward/linear.h"
#include "engine/forward/ops.h"
#include "engine/model/model.h"
#include "engine/model/weights.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

void checkTokens(std::span<const TokenId> ids, const Config& config) {
    if (ids.size() > std::size_t(config.context))
        throw Error(ErrorKind::OutOfRange, "the text has " + std::to_string(ids.size()) +
                                               " tokens, and this model takes at most " +
                                               std::to_string(config.context) + '.');
    for (const TokenId id : ids)
        if (id < 0 || id >= config.vocab)
            throw Error(ErrorKind::OutOfRange, "token id " + std::to_string(id) +
                                                   " is outside this model's vocabulary, which ends at " +
                                                   std::to_string(config.vocab - 1) + '.');
}

std::vector<ScoreRule> rulesOf(const Config& config, const Experiment& experiment) {
    std::vector<ScoreRule> rules;
    for (int l = 0; l < config.layers; ++l)
        rules.push_back({config.scaleOf(l) / experiment.temperature, config.causal});
    return rules;
}

/// How many leading tokens' rows an earlier trace already holds.
int reusable(const Config& config, std::span<const TokenId> ids, const Experiment& experiment, const Trace* before) {
    if (before == nullptr || !(before->experiment() == experiment)) return 0;
    const auto old = before->ids();
    const auto same = std::mismatch(ids.begin(), ids.end(), old.begin(), old.end()).first - ids.begin();
    const bool whole = std::size_t(same) == ids.size() && ids.size() == old.size();
    return config.causal || whole ? int(same) : 0; // in a bidirectional model every row sees every token
}

/// One pass over tokens [first, T), writing into blocks of which those before `first` are shared.
class Pass {
public:
    Pass(const Model& model, std::span<const TokenId> ids, const Experiment& experiment, int first,
         const Trace* before)
        : m_config(model.config()), m_weights(model.weights()), m_ids(ids), m_experiment(experiment),
          m_rules(rulesOf(m_config, experiment)), m_layout(m_config), m_first(first),
          m_fresh(int(ids.size()) - first) {
        shareBlocks(before);
        const auto size = [this](int width) { return std::size_t(m_fresh) * std::size_t(width); };
        m_stream = FloatBuffer(size(m_config.dModel));
        m_normed = FloatBuffer(size(m_config.dModel));
        m_query = FloatBuffer(size(m_config.heads * m_config.dHead));
        m_key = FloatBuffer(size(m_config.kvHeads * m_config.dHead));
        m_value = FloatBuffer(size(m_config.kvHeads * m_config.dHead));
        m_mixed = FloatBuffer(size(m_config.heads * m_config.dHead));
        m_hidden = FloatBuffer(size(m_config.dMlp));
        m_change = FloatBuffer(size(m_config.dModel));
    }

    /// False if given up.
    bool run(const GiveUp& giveUp) {
        embed();
        for (int l = 0; l < m_config.layers; ++l) {
            if (giveUp && giveUp()) return false;
            const LayerWeights& layer = m_weights.layers[std::size_t(l)];
            attend(l, layer);
            think(layer);
            keepStream(l + 1);
        }
        return true;
    }

    std::shared_ptr<const Trace> finish() {
        FloatBuffer logits = unembedLast();
        std::vector<Trace::Block> blocks = std::move(m_shared);
        for (const auto& own : m_own) blocks.push_back(own);
        return std::make_shared<const Trace>(m_layout, std::vector<TokenId>(m_ids.begin(), m_ids.end()), m_rules,
                                             m_experiment, std::move(blocks), std::move(logits));
    }

private:
    void shareBlocks(const Trace* before) {
        const int whole = m_first / rows;
        for (int b = 0; b < whole; ++b) m_shared.push_back(before->blocks()[std::size_t(b)]);
        for (int b = whole; b * rows < int(m_ids.size()); ++b) {
            m_own.push_back(std::make_shared<FloatBuffer>(m_layout.size()));
            // The block in which the texts part is copied: its first rows are still good, the others are written anew.
            if (b * rows < m_first)
                std::copy_n(before->blocks()[std::size_t(b)]->data(), m_layout.size(), m_own.back()->data());
        }
    }

    const float* block(int token) const {
        const auto b = std::size_t(token / rows);
        return b < m_shared.size() ? m_shared[b]->data() : m_own[b - m_shared.size()]->data();
    }
    float* freshBlock(int row) { return m_own[std::size_t((m_first + row) / rows) - m_shared.size()]->data(); }
    int rowInBlock(int row) const { return (m_first + row) % rows; }

    // x⁰ = embedding + position
    void embed() {
        const int width = m_config.dModel;
        for (int r = 0; r < m_fresh; ++r) {
            const float* word = m_weights.embedding.row(m_ids[std::size_t(m_first + r)]);
            const float* place = m_weights.positions.row(m_first + r);
            float* x = m_stream.data() + std::size_t(r) * std::size_t(width);
            for (int d = 0; d < width; ++d) x[d] = word[d] + place[d];
        }
        keepStream(0);
    }

    // x += attention(n(x)) W_O
    void attend(int l, const LayerWeights& layer) {
        layerNorm(layer.attentionNorm, m_config.normEpsilon, m_stream.data(), m_fresh, m_config.dModel,
                  m_normed.data());
        applyLinear(layer.query, m_normed.data(), m_fresh, m_query.data());
        applyLinear(layer.key, m_normed.data(), m_fresh, m_key.data());
        applyLinear(layer.value, m_normed.data(), m_fresh, m_value.data());
        keepVectors(l);
        mixHeads(l);
        applyLinear(layer.output, m_mixed.data(), m_fresh, m_change.data());
        addChange();
    }

    // x += MLP(n(x))
    void think(const LayerWeights& layer) {
        layerNorm(layer.mlpNorm, m_config.normEpsilon, m_stream.data(), m_fresh, m_config.dModel, m_normed.data());
        applyLinear(layer.up, m_normed.data(), m_fresh, m_hidden.data());
        activate(m_config.activation, m_hidden.data(), m_hidden.size());
        applyLinear(layer.down, m_hidden.data(), m_fresh, m_change.data());
        addChange();
    }

    void addChange() {
        float* x = m_stream.data();
        const float* change = m_change.data();
        for (std::size_t i = 0; i < m_stream.size(); ++i) x[i] += change[i];
    }

    void keepStream(int depth) {
        for (int r = 0; r < m_fresh; ++r)
            std::copy_n(m_stream.data() + std::size_t(r) * std::size_t(m_config.dModel), m_config.dModel,
                        freshBlock(r) + m_layout.residual(depth, rowInBlock(r)));
    }

    void keepVectors(int l) {
        const int d = m_config.dHead;
        for (int r = 0; r < m_fresh; ++r) {
            float* to = freshBlock(r);
            const int row = rowInBlock(r);
            const auto vectors = [&](const FloatBuffer& from, int heads, int h) {
                return from.data() + (std::size_t(r) * std::size_t(heads) + std::size_t(h)) * std::size_t(d);
            };
            for (int h = 0; h < m_config.heads; ++h)
                std::copy_n(vectors(m_query, m_config.heads, h), d,
                            to + m_layout.query(l, h) + std::size_t(row) * std::size_t(d));
            for (int g = 0; g < m_config.kvHeads; ++g) {
                std::copy_n(vectors(m_value, m_config.kvHeads, g), d,
                            to + m_layout.value(l, g) + std::size_t(row) * std::size_t(d));
                const float* key = vectors(m_key, m_config.kvHeads, g);
                float* transposed = to + m_layout.key(l, g) + row;
                for (int x = 0; x < d; ++x) transposed[std::size_t(x) * rows] = key[x];
            }
        }
    }

    void mixHeads(int l) {
        const std::int64_t work = std::int64_t(m_fresh) * m_config.heads * std::int64_t(m_ids.size());
#pragma omp parallel for schedule(dynamic) if (work > (1 << 16))
        for (int h = 0; h < m_config.heads; ++h) mixHead(l, h);
    }

    /// All fresh rows of one head: scores, softmax, and the weighted mean of the values.
    void mixHead(int l, int h) {
        std::vector<const float*> keys;
        std::vector<const float*> values;
        for (int t = 0; t < int(m_ids.size()); t += rows) {
            keys.push_back(block(t) + m_layout.key(l, m_config.keyHeadOf(h)));
            values.push_back(block(t) + m_layout.value(l, m_config.keyHeadOf(h)));
        }
        std::vector<float> scores(std::size_t(paddedRow(int(m_ids.size()))));
        const int d = m_config.dHead;
        const bool ablated = m_experiment.isAblated({l, h});
        for (int r = 0; r < m_fresh; ++r) {
            float* own = freshBlock(r);
            const auto row = std::size_t(rowInBlock(r));
            const int visible = m_rules[std::size_t(l)].visible(m_first + r, int(m_ids.size()));
            rowDots(own + m_layout.query(l, h) + row * std::size_t(d), keys, d, visible, scores.data());
            const RowSums sums = exponentiate(scores.data(), visible, m_rules[std::size_t(l)].scale);
            own[m_layout.peak(l, h) + row] = sums.peak;
            own[m_layout.sum(l, h) + row] = sums.sum;
            float* mixed = m_mixed.data() + (std::size_t(r) * std::size_t(m_config.heads) + std::size_t(h)) * std::size_t(d);
            if (ablated)
                std::fill_n(mixed, d, 0.0F);
            else
                weightedSum(scores.data(), sums.sum, values, d, visible, mixed);
        }
    }

    /// n(x) of the last token against every row of the unembedding.
    FloatBuffer unembedLast() const {
        if (m_ids.empty()) return {};
        const int last = int(m_ids.size()) - 1;
        FloatBuffer normed(std::size_t(m_config.dModel));
        layerNorm(m_weights.finalNorm, m_config.normEpsilon,
                  block(last) + m_layout.residual(m_config.layers, last % rows), 1, m_config.dModel, normed.data());
        FloatBuffer logits(std::size_t(m_weights.unembed().rows));
        applyRows(m_weights.unembed(), normed.data(), logits.data());
        return logits;
    }

    const Config& m_config;
    const Weights& m_weights;
    std::span<const TokenId> m_ids;
    const Experiment& m_experiment;
    std::vector<ScoreRule> m_rules;
    TraceLayout m_layout;
    int m_first; ///< tokens before it come from an earlier trace
    int m_fresh; ///< rows computed here
    std::vector<Trace::Block> m_shared;
    std::vector<std::shared_ptr<FloatBuffer>> m_own;
    // Of the fresh rows:
    FloatBuffer m_stream, m_normed, m_change; // × D
    FloatBuffer m_query, m_mixed;             // × H d
    FloatBuffer m_key, m_value;               // × G d
    FloatBuffer m_hidden;                     // × dMlp
};

} // namespace

std::shared_ptr<const Trace> forward(const Model& model, std::span<const TokenId> ids, const Experiment& experiment,
                                     const Trace* before, const GiveUp& giveUp) {
    check(experiment, model.config());
    checkTokens(ids, model.config());
    Pass pass(model, ids, experiment, reusable(model.config(), ids, experiment, before), before);
    return pass.run(giveUp) ? pass.finish() : nullptr;
}

} // namespace mayfly
