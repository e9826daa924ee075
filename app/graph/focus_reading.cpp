#include "app/graph/focus_reading.h"

namespace graph {

std::optional<mayfly::WordReading> readFocus(const Snapshot& snapshot, mayfly::HeadIndex head, const Focus& focus) {
    constexpr int listed = 8;
    if (!focus.isToken() || focus.last() >= snapshot.size()) return std::nullopt;
    return mayfly::readWord(*snapshot.trace, head, focus.query, focus.last() + 1, listed);
}

} // namespace graph
