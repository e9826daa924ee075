#pragma once

#include "engine/reading/graph.h"
#include "engine/reading/weight_rows.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace mayfly {

/// The heaviest of many edges: a few more than the budget allows, until it is trimmed.
struct KeptEdges {
    std::vector<Edge> edges; ///< in no order
    float least = 0;         ///< as many edges as the budget allows are at least as heavy: no lighter one will be kept

    /// Leaves the heaviest `budget`.
    void trim(int budget);
    void trimIfLarge(int budget);
};

/// What the rows before `rows` come to: all that has to be known of them to go on with the next row.
struct EdgeFold {
    int rows = 0;
    std::int64_t pairs = 0;       ///< unmasked ones
    std::vector<double> received; ///< T or, of a shorter text, fewer: Σ weight of the rows and heads
    KeptEdges kept;
};

/// Folds the rows of a trace, one after another: each row's sums are taken over the heads first, in their order, and the
/// row then added to those before it. So sums are the same to the bit however many rows are read at once, and the kept
/// edges because `heavier` leaves no ties. Room for 64 rows of T floats.
class EdgeFolding {
public:
    /// All three have to outlive it. Throws Error (OutOfRange) for a head that is not there.
    EdgeFolding(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors);

    /// Adds the rows up to the end of a block of 32.
    void addBlock(EdgeFold& fold);
    /// The same, and calls `then` after each of them, with kept edges within the budget.
    void addBlock(EdgeFold& fold, const std::function<void()>& then);

    /// What the rows of the whole trace come to.
    AttentionGraph graph(const EdgeFold& fold) const;

private:
    template<typename Target>
    int read(int first, const Target& keptOf);
    int readRow(int slot, int i, float* row, float* sums, KeptEdges& kept);
    void choose(int slot, int i, const float* row, KeyRange shown, KeptEdges& kept);
    void addSums(int r, EdgeFold& fold) const;
    float* sumsOf(int r) { return m_sums.data() + std::size_t(r) * m_step; }

    const Trace& m_trace;
    const GraphChoice& m_choice;
    const KeyFactors& m_factors;
    WeightRows m_rows;
    std::size_t m_step;
    std::vector<float> m_sums; ///< of the rows of a block: Σ weight over the heads, key by key
    std::array<std::int64_t, TraceLayout::rows> m_pairs{};
    std::vector<Edge> m_candidates;
};

} // namespace mayfly
