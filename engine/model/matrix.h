#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace mayfly {

/// An owned run of floats on a cache line's boundary, zero at first.
class FloatBuffer {
public:
    FloatBuffer() = default;
    explicit FloatBuffer(std::size_t size)
        : m_size(size), m_data(static_cast<float*>(::operator new(size * sizeof(float), alignment))) {
        for (std::size_t i = 0; i < size; ++i) m_data.get()[i] = 0.0F;
    }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    float* data() { return m_data.get(); }
    const float* data() const { return m_data.get(); }
    std::span<const float> span() const { return {data(), m_size}; }

private:
    static constexpr std::align_val_t alignment{64};
    struct Free {
        void operator()(float* p) const { ::operator delete(p, alignment); }
    };
    std::size_t m_size = 0;
    std::unique_ptr<float, Free> m_data;
};

/// A dense row-major matrix: row r is [r * columns, (r + 1) * columns).
struct Matrix {
    Matrix() = default;
    Matrix(int rows_, int columns_)
        : rows(rows_), columns(columns_), values(std::size_t(rows_) * std::size_t(columns_)) {}

    const float* row(int r) const { return values.data() + std::size_t(r) * std::size_t(columns); }
    float* row(int r) { return values.data() + std::size_t(r) * std::size_t(columns); }

    int rows = 0;
    int columns = 0;
    FloatBuffer values;
};

} // namespace mayfly
