#pragma once

#include "engine/forward/rows.h"
#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// The blocks of a trace while a pass fills them in: the rows of the unchanged prefix are shared, and the fresh ones, which are
/// tokens [first, T), are its own.
class TraceBuilder {
public:
    TraceBuilder(const TraceLayout& layout, int tokens, int first, const Trace* before);

    int first() const { return m_first; }
    int fresh() const { return m_tokens - m_first; }
    int tokens() const { return m_tokens; }

    // Each keeps `count` rows from fresh row `row` on; threads may keep different rows at once.

    /// Keeps the residual stream before layer `depth`; x is that of all fresh rows, not of these alone, × D.
    void keepStream(int depth, RowsIn x, int row, int count);
    /// Keeps a layer's queries (count × H·d), keys and values (count × G·d).
    void keepVectors(int layer, RowsIn queries, RowsIn keys, RowsIn values, int row, int count);

    /// From fresh row `row` on, to the end of its block: queries, d values each, and where peaks and sums are to be kept.
    const float* query(HeadIndex head, int row) const;
    float* peaks(HeadIndex head, int row);
    float* sums(HeadIndex head, int row);
    const float* lastResidual(int depth) const;
    std::vector<const float*> keyTiles(int layer, int keyHead) const;
    std::vector<const float*> valueTiles(int layer, int keyHead) const;

    /// The finished blocks; the builder is empty then.
    std::vector<Trace::Block> take();

private:
    std::shared_ptr<TraceBlock> freshBlock(int b, int good, const Trace* before) const;
    void copyRows(int good, const float* from, float* to) const;
    const float* block(int token) const;
    void keepKeys(int layer, int keyHead, RowsIn keys, int row, int count);
    float* blockOf(int row) { return m_own[std::size_t((m_first + row) / TraceLayout::rows) - m_shared.size()]->data(); }
    int rowInBlock(int row) const { return (m_first + row) % TraceLayout::rows; }

    TraceLayout m_layout;
    int m_tokens;
    int m_first;
    std::vector<Trace::Block> m_shared;
    std::vector<std::shared_ptr<TraceBlock>> m_own;
};

} // namespace mayfly
