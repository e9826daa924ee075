#pragma once

#include "engine/forward/trace.h"
#include "engine/model/matrix.h"

#include <cstddef>

namespace mayfly {

/// The weights of one head's queries, a block at a time: room for them, made once.
class WeightRows {
public:
    explicit WeightRows(const Trace& trace);

    /// Calls `action(i, weights)` for `count` queries i from `first` on, all of one block of 32; of the T weights only those that
    /// i sees are defined. The action may change them.
    template<typename Action>
    void forSome(HeadIndex head, int first, int count, const Action& action) {
        read(head, first, count);
        for (int r = 0; r < count; ++r) action(first + r, m_rows.data() + std::size_t(r) * m_step);
    }

    /// The same, all in a row, `step()` floats each, until the next are read.
    float* read(HeadIndex head, int first, int count) {
        m_trace.weights(head, first, count, m_rows.data(), m_step);
        return m_rows.data();
    }
    std::size_t step() const { return m_step; }

private:
    const Trace& m_trace;
    std::size_t m_step;
    FloatBuffer m_rows;
};

} // namespace mayfly
