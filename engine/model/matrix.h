#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>

namespace mayfly {

/// Bytes on a cache line's boundary. Many of them lie in huge pages where the system has some: what reads gigabytes in a
/// row then looks fewer pages up. Throws std::bad_alloc.
void* allocateBytes(std::size_t size);
void freeBytes(void* bytes);

/// An owned run of plain values on a cache line's boundary: in memory of its own, or in an arena's (see arena.h).
template<typename T>
class Buffer {
public:
    Buffer() = default;
    Buffer(Buffer&&) = default;
    Buffer& operator=(Buffer&&) = default;
    /// `size` values that are there already, and that nobody else writes.
    Buffer(std::shared_ptr<T> values, std::size_t size) : m_size(size), m_data(std::move(values)) {}
    /// Zeros.
    explicit Buffer(std::size_t size) : Buffer(size, Untouched{}) {
        for (std::size_t i = 0; i < size; ++i) m_data.get()[i] = T{};
    }
    /// Values that are still to be written: large ones are touched once, by the thread that fills them.
    static Buffer untouched(std::size_t size) { return Buffer(size, Untouched{}); }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    T* data() { return m_data.get(); }
    const T* data() const { return m_data.get(); }
    std::span<const T> span() const { return {data(), m_size}; }

private:
    struct Untouched {};

    Buffer(std::size_t size, Untouched)
        : m_size(size), m_data(static_cast<T*>(allocateBytes(size * sizeof(T))), freeBytes) {}

    std::size_t m_size = 0;
    std::shared_ptr<T> m_data;
};

using FloatBuffer = Buffer<float>;

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
