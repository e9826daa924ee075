#pragma once

#include "engine/model/matrix.h"

#include <cstddef>
#include <type_traits>

namespace mayfly {

/// Where rows are, and how far one lies from the next, in values.
template<typename Value>
struct RowsOf {
    Value* first = nullptr;
    std::size_t step = 0;

    Value* row(int r) const { return first + std::size_t(r) * step; }
    /// Those from some row on.
    RowsOf after(int rows) const { return {row(rows), step}; }
    /// A part of each, from some column on.
    RowsOf across(int columns) const { return {first + columns, step}; }

    operator RowsOf<const Value>() const
        requires(!std::is_const_v<Value>)
    {
        return {first, step};
    }
};
using RowsIn = RowsOf<const float>;
using RowsOut = RowsOf<float>;

/// Of the first cache, in floats.
inline constexpr int cacheLine = 16;

/// Rows to work with, which are still to be written. A tile of a product takes several at once: where those would begin at the
/// same places of the first cache, a cache line is left between them.
class RowBuffer {
public:
    RowBuffer(int rows, int width)
        : m_step(std::size_t(width % samePlace == 0 ? width + cacheLine : width)),
          m_values(FloatBuffer::untouched(std::size_t(rows) * m_step)) {}

    RowsOut rows() { return {m_values.data(), m_step}; }
    float* row(int r) { return rows().row(r); }

private:
    // So far apart, in floats, four rows take the places of each other.
    static constexpr int samePlace = 256;

    std::size_t m_step;
    FloatBuffer m_values;
};

} // namespace mayfly
