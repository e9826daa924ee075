#include "app/download/patience.h"

#include <algorithm>

namespace download {

int Tries::pause() const {
    int pause = m_patience.firstPause;
    for (int i = 1; i < m_failed && pause < m_patience.longestPause; ++i) pause *= 2;
    return std::min(pause, m_patience.longestPause);
}

} // namespace download
