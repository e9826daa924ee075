#include "engine/forward/trace_block.h"

#include <utility>

namespace mayfly {

TraceBlock::TraceBlock(std::size_t size, int end) : m_room(std::make_shared<Room>(size, end)) {}

// Whoever goes on after these rows holds this block, so at its end they are the room's last.
TraceBlock::~TraceBlock() {
    if (m_room) m_room->end.store(m_first, std::memory_order_release);
}

std::shared_ptr<TraceBlock> TraceBlock::after(std::shared_ptr<const TraceBlock> before, int first, int end) {
    std::shared_ptr<TraceBlock> block(new TraceBlock); // first of all: nothing may fail once the rows are taken
    int last = first;
    if (!before->m_room->end.compare_exchange_strong(last, end, std::memory_order_acquire, std::memory_order_relaxed))
        return nullptr;
    block->m_room = before->m_room;
    block->m_before = std::move(before);
    block->m_first = first;
    return block;
}

} // namespace mayfly
