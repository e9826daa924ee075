#include "engine/model/arena.h"

#include <algorithm>

namespace mayfly {

namespace {

constexpr std::size_t cacheLine = 64;
constexpr std::size_t largestRoom = 32 << 20;

} // namespace

/// Each room is as large as all before it, up to a limit: little is taken in vain, and there are few of them. What would fill
/// one has memory of its own.
std::shared_ptr<std::byte> Arena::takeBytes(std::size_t size) {
    if (size >= largestRoom) return {static_cast<std::byte*>(allocateBytes(size)), freeBytes};
    const std::size_t lines = (size + cacheLine - 1) / cacheLine * cacheLine;
    if (m_size - m_used < lines) {
        const std::size_t room = std::max(lines, std::min(m_taken, largestRoom));
        m_room = {static_cast<std::byte*>(allocateBytes(room)), freeBytes};
        m_size = room;
        m_used = 0;
        m_taken += room;
    }
    std::byte* first = m_room.get() + m_used;
    m_used += lines;
    return {m_room, first};
}

} // namespace mayfly
