#include "engine/reading/weight_rows.h"

#include <algorithm>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

} // namespace

// Rows that are no power of two apart do not meet in the same places of a cache.
WeightRows::WeightRows(const Trace& trace)
    : m_trace(trace), m_step(std::size_t(paddedRow(trace.tokens())) + 16), m_rows(rows * m_step) {}

/// The queries from `first` to the end of its block; returns how many there are.
int WeightRows::read(HeadIndex head, int first) {
    const int count = std::min(rows - first % rows, m_trace.tokens() - first);
    m_trace.weights(head, first, count, m_rows.data(), m_step);
    return count;
}

} // namespace mayfly
