#include "app/graph/focus_reading.h"

#include <algorithm>

namespace graph {

std::vector<mayfly::WordReading> readFocus(const Snapshot& snapshot, std::span<const mayfly::HeadIndex> heads, const Focus& focus) {
    if (!focus.isToken() || focus.last() >= snapshot.size()) return {};
    const int listed = std::max(3, 10 / std::max(int(heads.size()), 1));
    std::vector<mayfly::WordReading> readings;
    for (const mayfly::HeadIndex head : heads)
        readings.push_back(mayfly::readWord(*snapshot.trace, head, focus.query, focus.last() + 1, listed));
    return readings;
}

} // namespace graph
