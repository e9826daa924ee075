#pragma once

#include "engine/reading/edge_rows.h"
#include "engine/reading/graph.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace mayfly {

/// What the rows before `rows` come to: all that has to be known of them to go on with the next row.
struct EdgeFold {
    int rows = 0;
    std::int64_t pairs = 0;       ///< unmasked ones
    std::vector<double> received; ///< Σ weight of the rows and heads, of each key that there was
    std::vector<Edge> edges;      ///< the heaviest within the budget, heaviest first
};

/// Folds the rows of a trace, one after another: each row's sums are taken over the heads first, in their order, and the
/// row then added to those before it. So sums are the same to the bit however many rows are read at once, and the kept
/// edges are the same because no two edges are equally heavy to `heavier`.
///
/// Up to eight heads are read by the calling thread alone; more of them in parts that OpenMP's threads share, which are
/// the same parts however many threads there are. Room for 32 rows of T floats for each thread and each part, of which there
/// are at most 16.
class EdgeFolding {
public:
    /// All three have to outlive it. Throws Error (OutOfRange) for a head that is not there.
    EdgeFolding(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors);

    /// Adds the next rows, up to the end of a block of 32 at most. With `then`, it is called after each of them.
    void addRows(EdgeFold& fold, const std::function<void()>& then = {});

    /// What the rows of the whole trace come to.
    AttentionGraph graph(const EdgeFold& fold) const;

private:
    void read(int first, int count, float least, bool apart);
    void addEdges(int r, EdgeFold& fold) const;
    void addSums(int r, EdgeFold& fold) const;

    const Trace& m_trace;
    const GraphChoice& m_choice;
    std::vector<EdgeRows> m_parts; ///< of the heads, in their order
};

} // namespace mayfly
