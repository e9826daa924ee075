#pragma once

#include "engine/forward/fresh_weights.h"
#include "engine/forward/trace.h"

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

    static constexpr int largestSide = 64;

    const std::uint8_t* map(HeadIndex head) const {
        return levels.data() + std::size_t((head.layer * heads + head.head) * side) * std::size_t(side);
    }
};

/// Makes the maps of all heads beside the pass itself, of its weights as it works them out, and then of the trace, of rows that
/// the pass took from an earlier one.
class HeadMapping {
public:
    /// Of `tokens` tokens. Rows of leading tokens are taken from `before`, the maps of the trace that the pass begins from, if
    /// the cells have kept their size: `unchanged` is how many they share. `before` outlives this.
    HeadMapping(const TraceLayout& layout, bool causal, int tokens, const HeadMaps* before = nullptr, int unchanged = 0);

    /// May be called by several threads at once.
    void look(const FreshWeights& weights);

    /// The maps of the finished trace; the rest is done on OpenMP's threads. To be called once.
    HeadMaps finish(const Trace& trace);

private:
    int firstStaleRow(int unchanged) const;
    void takeRows(int end);
    void readRows(const Trace& trace, HeadIndex head, int end);
    void raise(const float* largest, int keys, std::uint8_t* cells) const;

    HeadMaps m_maps;
    const HeadMaps* m_before;
    int m_firstStale;
    std::atomic<int> m_firstSeen; ///< the first row that has been looked at
};

/// The same of a trace alone.
HeadMaps mapHeads(const Trace& trace, const HeadMaps* before = nullptr, int unchanged = 0);

} // namespace mayfly
