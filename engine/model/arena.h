#pragma once

#include "engine/model/matrix.h"

namespace mayfly {

/// Room for runs of values that live about as long as each other. One lies right behind another, so that huge pages hold also
/// those that would not fill one. Each keeps the memory that it lies in alive; the arena need not outlive them.
class Arena {
public:
    /// Values that are still to be written, on a cache line's boundary. Throws std::bad_alloc.
    template<typename T>
    Buffer<T> take(std::size_t count) {
        return {std::reinterpret_pointer_cast<T>(takeBytes(count * sizeof(T))), count};
    }

private:
    std::shared_ptr<std::byte> takeBytes(std::size_t size);

    std::shared_ptr<std::byte> m_room; ///< the memory at hand
    std::size_t m_size = 0;            ///< bytes of it
    std::size_t m_used = 0;            ///< and those that somebody has
    std::size_t m_taken = 0;           ///< bytes in all
};

} // namespace mayfly
