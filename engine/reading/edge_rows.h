#pragma once

#include "engine/model/matrix.h"
#include "engine/reading/graph.h"
#include "engine/reading/weight_rows.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace mayfly {

/// The rows of one block of 32, of some of the chosen heads: their sums, and the strongest of each up to topMass.
class EdgeRows {
public:
    /// Heads [firstSlot, endSlot) of the choice. The first three have to outlive it.
    EdgeRows(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors, int firstSlot, int endSlot);

    /// Reads `count` queries from `first` on, all of one block, into the room that `rows` has. Edges lighter than `least` are
    /// not wanted. With `apart` the heaviest of each row are kept, else those of all these rows together: no fewer than the
    /// budget allows, in no order.
    void read(WeightRows& rows, int first, int count, float least, bool apart);

    // Of the rows that were read, counted from 0. The edges of rows that are not kept apart are all in row 0.

    const float* sums(int r) const { return m_sums.data() + std::size_t(r) * m_step; } ///< T: Σ weight over the heads,
    int seenEnd() const { return m_seenEnd; }                                          ///< 0 from this key on
    std::int64_t pairs(int r) const { return m_pairs[std::size_t(r)]; }
    std::span<const Edge> edges(int r) const { return m_kept[std::size_t(r)].edges; }

private:
    struct KeptEdges {
        std::vector<Edge> edges;
        float least = 0; ///< as many edges as the budget allows are at least as heavy
    };

    int readRow(int slot, int i, float* row, float* sums, KeptEdges& kept);
    void choose(int slot, int i, const float* row, KeyRange shown, KeptEdges& kept);
    void dropLightest(KeptEdges& kept) const;

    const Trace& m_trace;
    const GraphChoice& m_choice;
    const KeyFactors& m_factors;
    int m_firstSlot, m_endSlot;
    std::size_t m_step;
    FloatBuffer m_sums;
    int m_seenEnd = 0;
    std::array<std::int64_t, TraceLayout::rows> m_pairs{};
    std::array<KeptEdges, TraceLayout::rows> m_kept;
    std::vector<Edge> m_candidates;
};

} // namespace mayfly
