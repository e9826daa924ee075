#pragma once

#include "engine/forward/attention.h"
#include "engine/forward/experiment.h"
#include "engine/forward/head_index.h"
#include "engine/forward/attention_block.h"
#include "engine/forward/key_tiles.h"
#include "engine/forward/trace_block.h"
#include "engine/forward/trace_layout.h"
#include "engine/text/token.h"

#include <memory>
#include <span>
#include <vector>

namespace mayfly {

struct Kernels;

/// Everything attention did in one forward pass over T tokens, immutable. It keeps q, k, v, one peak and one sum per row
/// of each head, and the residual stream; dots and weights follow from these when asked, so memory grows with T and not
/// with T². Rows lie in shared blocks of 32 tokens: the trace of an edited text shares the rows of its unchanged prefix.
///
/// It is also the cache from which the next pass starts (see forward.h), so that a pass that fails leaves nothing behind.
/// Queries and keys come from the same tokens; cross-attention would give `tokens()` a second count for the keys.
class Trace {
public:
    using Block = std::shared_ptr<const TraceBlock>;

    Trace(const Kernels& kernels, TraceLayout layout, std::vector<TokenId> ids, std::vector<AttentionBlock> attention,
          Experiment experiment, std::vector<Block> blocks, FloatBuffer logits);

    int tokens() const { return int(m_ids.size()); } ///< T
    int layers() const { return m_layout.layers; }
    int heads() const { return m_layout.heads; }
    int kvHeads() const { return m_layout.kvHeads; }
    int dModel() const { return m_layout.dModel; }
    int dHead() const { return m_layout.dHead; }
    std::span<const TokenId> ids() const { return m_ids; }
    const AttentionBlock& attention(int layer) const { return m_attention[std::size_t(layer)]; }
    const ScoreRule& rule(int layer) const { return attention(layer).rule; }
    const Experiment& experiment() const { return m_experiment; }
    bool has(HeadIndex head) const;

    /// q of token i; k and v of token j of the key head that `head` uses. d values.
    std::vector<float> query(HeadIndex head, int i) const;
    std::vector<float> key(HeadIndex head, int j) const;
    std::vector<float> value(HeadIndex head, int j) const;
    /// x of token i before layer `depth`; depth L is after the last layer and before the final norm. D values.
    std::span<const float> residual(int depth, int i) const;

    /// q_i · k_j, masked pairs too.
    float dot(HeadIndex head, int i, int j) const;
    /// softmax over the visible keys; exactly 0 where j is masked for i.
    float weight(HeadIndex head, int i, int j) const;
    /// log Σ_j exp(scaled score) over the keys that i sees.
    float logSumExp(HeadIndex head, int i) const;

    /// Rows of T values: all dots of query i, and all its weights.
    void dots(HeadIndex head, int i, std::span<float> out) const;
    void weights(HeadIndex head, int i, std::span<float> out) const;

    /// The weights of query i and the `count` - 1 after it, all of one block of 32, sooner than one by one: a row each
    /// `step` floats, at least paddedRow(T). Keys that a query does not see are undefined there.
    void weights(HeadIndex head, int i, int count, float* out, std::size_t step) const;

    /// Scores of the next token after the last one, V values; empty where there are no tokens, and in an encoder.
    std::span<const float> logits() const { return m_logits.span(); }

    /// The keys that a head uses, in blocks. The trace outlives them.
    KeyTiles keys(HeadIndex head) const;

    const TraceLayout& layout() const { return m_layout; }
    /// What computed it, and computes dots and weights from it to the same bits.
    const Kernels& kernels() const { return m_kernels; }
    std::span<const Block> blocks() const { return m_blocks; }

private:
    KeyRange range(HeadIndex head, int i) const;
    std::vector<float> paddedDots(HeadIndex head, int i, KeyRange range) const;
    const float* block(int token) const { return m_blocks[std::size_t(token / TraceLayout::rows)]->data(); }
    int keyHead(HeadIndex head) const { return m_layout.keyHeadOf(head.head); }

    const Kernels& m_kernels;
    TraceLayout m_layout;
    std::vector<TokenId> m_ids;
    std::vector<AttentionBlock> m_attention; ///< one a layer
    Experiment m_experiment;
    std::vector<Block> m_blocks;
    FloatBuffer m_logits;
};

} // namespace mayfly
