#include "engine/reading/graph.h"

#include "engine/reading/edge_fold.h"

namespace mayfly {

AttentionGraph selectEdges(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors) {
    EdgeFolding folding(trace, choice, factors);
    EdgeFold fold;
    while (fold.rows < trace.tokens()) folding.addRows(fold);
    return folding.graph(fold);
}

} // namespace mayfly
