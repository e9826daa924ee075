#pragma once

#include "engine/model/matrix.h"

#include <atomic>
#include <memory>

namespace mayfly {

/// The rows of up to 32 consecutive tokens (see TraceLayout) that a trace holds: in room of their own, or after those of an
/// earlier trace, in the same room. So one more token writes its own row and copies none. Who holds a block may read the rows
/// up to its end and no further: what lies behind may be another's, who writes it meanwhile.
class TraceBlock {
public:
    /// Room for `size` floats, which holds rows [0, end) once they are written.
    TraceBlock(std::size_t size, int end);
    /// Leaves its rows of the room to whoever comes next.
    ~TraceBlock();
    TraceBlock(const TraceBlock&) = delete;
    TraceBlock& operator=(const TraceBlock&) = delete;

    /// The first `first` rows of a block, and rows [first, end) that are to be written after them; null where another has those. Both
    /// are at least 1 and at most the block's 32.
    static std::shared_ptr<TraceBlock> after(std::shared_ptr<const TraceBlock> before, int first, int end);

    /// The whole room, in which a block writes its own rows alone.
    float* data() { return m_room->values.data(); }
    const float* data() const { return m_room->values.data(); }

    /// Whether rows that both hold are the same ones.
    bool sharesWith(const TraceBlock& other) const { return m_room == other.m_room; }

private:
    struct Room {
        Room(std::size_t size, int last) : values(FloatBuffer::untouched(size)), end(last) {}

        FloatBuffer values;
        std::atomic<int> end; ///< of all rows that somebody has
    };

    TraceBlock() = default;

    std::shared_ptr<const TraceBlock> m_before; ///< who has the rows before these; none in room of one's own
    std::shared_ptr<Room> m_room;
    int m_first = 0;
};

} // namespace mayfly
