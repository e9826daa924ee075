#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// The blocks of a trace while a pass fills them in: those of the unchanged prefix are shared, and those of the fresh
/// rows, which are tokens [first, T), are its own.
class TraceBuilder {
public:
    TraceBuilder(const TraceLayout& layout, int tokens, int first, const Trace* before);

    int first() const { return m_first; }
    int fresh() const { return m_tokens - m_first; }
    int tokens() const { return m_tokens; }

    /// Keeps the residual stream before layer `depth`: fresh × D.
    void keepStream(int depth, const float* x);
    /// Keeps a layer's queries (fresh × H·d), keys and values (fresh × G·d).
    void keepVectors(int layer, const float* queries, const float* keys, const float* values);
    void keepSums(HeadIndex head, int row, float peak, float sum);

    const float* query(HeadIndex head, int row) const;
    const float* lastResidual(int depth) const;
    std::vector<const float*> keyTiles(int layer, int keyHead) const;
    std::vector<const float*> valueTiles(int layer, int keyHead) const;

    /// The finished blocks; the builder is empty then.
    std::vector<Trace::Block> take();

private:
    const float* block(int token) const;
    float* freshBlock(int row) { return m_own[std::size_t((m_first + row) / TraceLayout::rows) - m_shared.size()]->data(); }
    int rowInBlock(int row) const { return (m_first + row) % TraceLayout::rows; }

    TraceLayout m_layout;
    int m_tokens;
    int m_first;
    std::vector<Trace::Block> m_shared;
    std::vector<std::shared_ptr<FloatBuffer>> m_own;
};

} // namespace mayfly
