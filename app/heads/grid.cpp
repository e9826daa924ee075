#include "app/heads/grid.h"

#include <algorithm>
#include <cmath>

QRectF HeadGridGeometry::cellOf(mayfly::HeadIndex head) const {
    return {left + head.head * (cell + gap), top + head.layer * (cell + gap), cell, cell};
}

std::optional<mayfly::HeadIndex> HeadGridGeometry::at(QPointF point) const {
    const mayfly::HeadIndex head{int(std::floor((point.y() - top) / (cell + gap))),
                                 int(std::floor((point.x() - left) / (cell + gap)))};
    const bool inside = head.layer >= 0 && head.layer < layers && head.head >= 0 && head.head < heads;
    if (!inside || !cellOf(head).contains(point)) return std::nullopt;
    return head;
}

QSizeF HeadGridGeometry::size() const {
    return {left + heads * (cell + gap), top + layers * (cell + gap)};
}

HeadGridGeometry layoutHeadGrid(int layers, int heads, double width) {
    HeadGridGeometry grid;
    grid.layers = layers;
    grid.heads = heads;
    if (heads > 0) grid.cell = std::clamp(std::floor((width - grid.left - 4) / heads - grid.gap), 18.0, 72.0);
    return grid;
}
