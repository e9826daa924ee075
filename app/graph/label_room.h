#pragma once

#include <QRectF>

#include <algorithm>
#include <vector>

namespace graph {

/// Which labels of a picture cover no other.
class LabelRoom {
public:
    bool isFree(const QRectF& rect) const {
        return std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& each) { return each.intersects(rect); });
    }

    /// True if the rectangle covers none that was taken before: it is taken then.
    bool takes(const QRectF& rect) {
        if (!isFree(rect)) return false;
        take(rect);
        return true;
    }

    /// Whatever it covers.
    void take(const QRectF& rect) { m_taken.push_back(rect); }

private:
    std::vector<QRectF> m_taken;
};

} // namespace graph
