#include "engine/forward/trace_block.h"

#include <utility>

namespace mayfly {

TraceBlock::TraceBlock(std::size_t size, int end) : m_room(std::make_shared<Room>(size, end)) {}

TraceBlock::TraceBlock(std::shared_ptr<const TraceBlock> before, int first)
    : m_before(std::move(before)), m_room(m_before->m_room), m_first(first) {}

// Whoever goes on after these rows holds this block, so at its end they are the room's last.
TraceBlock::~TraceBlock() { m_room->end.store(m_first, std::memory_order_release); }

std::shared_ptr<TraceBlock> TraceBlock::after(std::shared_ptr<const TraceBlock> before, int first, int end) {
    Room& room = *before->m_room;
    int last = first;
    if (!room.end.compare_exchange_strong(last, end, std::memory_order_acquire, std::memory_order_relaxed)) return nullptr;
    return std::shared_ptr<TraceBlock>(new TraceBlock(std::move(before), first));
}

} // namespace mayfly
