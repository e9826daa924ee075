#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// What the weights of some heads follow from: their queries, keys and rules. It keeps the blocks of a trace alive, which that
/// shares with those that begin from it, and nothing else of it.
class RowSource {
public:
    RowSource() = default;
    /// The heads are the trace's.
    RowSource(const Trace& trace, std::vector<HeadIndex> heads);

    /// How many leading rows of the same heads are the same to the bit in another trace. The numbers themselves are compared
    /// wherever the two do not share a block, so it makes no difference what model, text or experiment they are of. A
    /// bidirectional row sees every token, so there all rows are the same or none.
    int unchanged(const Trace& trace) const;

    /// Whether a row may see tokens that come after it.
    bool seesAhead() const;

private:
    bool sameRules(const Trace& trace) const;
    int sameRows(const float* ours, const Trace& trace, std::size_t block, int rows) const;

    const Kernels* m_kernels = nullptr;
    TraceLayout m_layout;
    int m_tokens = 0;
    std::vector<HeadIndex> m_heads;
    std::vector<ScoreRule> m_rules; ///< one a head
    std::vector<Trace::Block> m_blocks;
};

} // namespace mayfly
