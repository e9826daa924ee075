#pragma once

#include "engine/reading/edge_fold.h"
#include "engine/reading/graph.h"
#include "engine/reading/row_source.h"

#include <cstddef>
#include <vector>

namespace mayfly {

/// `selectEdges` for somebody who types: what the rows before some of the tokens come to is remembered, so that after an edit
/// only the rows from there on are looked at. What it selects is the same to the bit. In a bidirectional model every key
/// changes every row, and all is done anew.
///
/// It remembers this after each of the last 32 tokens, for keys at the end of the text, and further back after ever fewer: it
/// looks at no more than about twice the rows that an edit changed. At most 34 + 2 log₂ T times 16 bytes an edge of the
/// budget and 8 a token; and it keeps the last trace's blocks alive. For one thread at a time.
class EdgeSelection {
public:
    /// Throws what selectEdges does, and has then forgotten nothing.
    AttentionGraph select(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors = {});

    /// How many states are remembered.
    std::size_t remembered() const { return m_folds.size(); }

private:
    int unchanged(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors) const;
    void forget(int rows);
    void remember(const EdgeFold& fold);

    GraphChoice m_choice;
    KeyFactors m_factors;
    RowSource m_source;
    std::vector<EdgeFold> m_folds; ///< of ever more rows of the source
};

} // namespace mayfly
