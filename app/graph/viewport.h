#pragma once

#include <QPointF>
#include <QTransform>

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
    /// What brings a picture that was seen like `before` to where it is seen now.
    QTransform over(const Viewport& before) const {
        const double factor = zoom / before.zoom;
        const QPointF by = pan - before.pan * factor;
        return {factor, 0, 0, factor, by.x(), by.y()};
    }
    bool operator==(const Viewport&) const = default;
};

} // namespace graph
