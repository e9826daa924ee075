#pragma once

#include <QRectF>

#include <algorithm>
#include <vector>

namespace graph {

/// Which labels of a picture cover no other.
class LabelRoom {
public:
    /// True if the rectangle covers none that was taken before: it is taken then.
    bool takes(const QRectF& rect) {
        if (std::any_of(m_taken.begin(), m_taken.end(), [&](const QRectF& each) { return each.intersects(rect); }))
            return false;
        m_taken.push_back(rect);
        return true;
    }

private:
    std::vector<QRectF> m_taken;
};

} // namespace graph
