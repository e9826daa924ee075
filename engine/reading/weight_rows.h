#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// The weights of one head's queries, a block at a time: room for them, made once.
class WeightRows {
public:
    explicit WeightRows(const Trace& trace);

    /// Calls `action(i, weights)` for every query i from `first` on; of the T weights only those that i sees are defined. The
    /// action may change them.
    template<typename Action>
    void forEach(HeadIndex head, int first, const Action& action) {
        while (first < m_trace.tokens()) first += forBlock(head, first, action);
    }

    /// The same for the queries from `first` to the end of its block of 32; returns how many these are.
    template<typename Action>
    int forBlock(HeadIndex head, int first, const Action& action) {
        const int count = read(head, first);
        for (int r = 0; r < count; ++r) action(first + r, m_rows.data() + std::size_t(r) * m_step);
        return count;
    }

private:
    int read(HeadIndex head, int first);

    const Trace& m_trace;
    std::size_t m_step;
    std::vector<float> m_rows;
};

} // namespace mayfly
