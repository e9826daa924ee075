#pragma once

#include <QPointF>

#include <algorithm>

namespace graph {

/// How an area at zoom 1 is seen: screen = point × zoom + pan.
struct Viewport {
    double zoom = 1;
    QPointF pan;

    QPointF map(QPointF point) const { return point * zoom + pan; }
    QPointF unmap(QPointF screen) const { return (screen - pan) / zoom; }
    /// Zoomed by a factor so that what is under `screen` stays there; zoom stays within 0.25..64.
    Viewport zoomed(double factor, QPointF screen) const {
        const double to = std::min(64.0, std::max(0.25, zoom * factor));
        return {to, screen - unmap(screen) * to};
    }
    bool operator==(const Viewport&) const = default;
};

} // namespace graph
