#pragma once

#include "engine/forward/fresh_weights.h"
#include "engine/forward/trace.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

namespace mayfly {

/// Every head's weights in small: the largest weight of each square cell of `cell` × `cell` tokens, so that a single
/// strong edge is never lost. Cells grow by powers of two as the text grows.
struct HeadMaps {
    int layers = 0;
    int heads = 0;
    int tokens = 0;
    int cell = 1; ///< tokens along a cell's side
    int side = 0; ///< cells along a map's side, at most `HeadMaps::largestSide`
    std::vector<std::uint8_t> levels; ///< L × H × side × side, rows are queries: 255 √weight, rounded
    /// L × H × cell × side: the same of each single row in the last row of cells, from token `firstSingle` on. Whoever types
    /// changes the last token as often as adding one, and the cell's other rows need not be read again.
    std::vector<std::uint8_t> singles;
    int firstSingle = 0;

    static constexpr int largestSide = 64;

    const std::uint8_t* map(HeadIndex head) const {
        return levels.data() + std::size_t((head.layer * heads + head.head) * side) * std::size_t(side);
    }
    /// Where a token's row of map layer × heads + head begins in `singles`; the token is firstSingle or later.
    std::size_t singleAt(int map, int token) const { return std::size_t(map * cell + token % cell) * std::size_t(side); }
    /// The first token of the last row of cells.
    int lastCells() const { return std::max(tokens - 1, 0) / cell * cell; }
};

/// Makes the maps of all heads beside the pass itself, of its weights as it works them out, and then of the trace, of rows that
/// the pass took from an earlier one.
class HeadMapping {
public:
    /// Of `tokens` tokens. Rows of leading tokens are taken from `before`, maps of an earlier trace of the model under an equal
    /// experiment, if the model is causal and the cells have kept their size: `unchanged` is how many tokens both begin with.
    HeadMapping(const TraceLayout& layout, bool causal, int tokens, const HeadMaps* before = nullptr, int unchanged = 0);

    /// May be called by several threads at once. Writes over the weights.
    void look(const FreshWeights& weights) noexcept;

    /// The maps of the trace that the pass has made, to be called once; rows that it took over are read on OpenMP's threads.
    HeadMaps finish(const Trace& trace);

private:
    int firstStaleRow(const HeadMaps& before, int unchanged) const;
    void takeCells(const HeadMaps& before, int map, int end);
    void takeSingles(const HeadMaps& before, int map, int end);
    void readRows(const Trace& trace, HeadIndex head, int end);
    void raise(const float* largest, KeyRange keys, std::uint8_t* cells) const;
    int maps() const { return m_maps.layers * m_maps.heads; }
    std::uint8_t* cellsOf(int map, int token);
    std::uint8_t* single(int map, int token);

    HeadMaps m_maps;
    int m_firstStale = 0;
    std::atomic<int> m_firstSeen; ///< the first row that has been looked at
};

/// The same of a trace alone.
HeadMaps mapHeads(const Trace& trace, const HeadMaps* before = nullptr, int unchanged = 0);

} // namespace mayfly
