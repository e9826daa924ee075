#include "engine/forward/key_tiles.h"

#include "engine/forward/trace_layout.h"

#include <algorithm>

namespace mayfly {

void KeyTiles::add(const float* tile) {
    constexpr int rows = TraceLayout::rows;
    const int left = m_tokens - int(m_tiles.size()) * rows;
    if (left < rows) {
        m_last = FloatBuffer(std::size_t(m_d * rows));
        for (int x = 0; x < m_d; ++x) std::copy_n(tile + x * rows, left, m_last.data() + x * rows);
        tile = m_last.data();
    }
    m_tiles.push_back(tile);
}

} // namespace mayfly
