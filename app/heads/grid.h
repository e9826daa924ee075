#pragma once

#include "engine/forward/head_index.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

/// Where each head's thumbnail lies: a row a layer, a column a head.
struct HeadGridGeometry {
    int layers = 0;
    int heads = 0;
    double cell = 24;   ///< side of a thumbnail
    double gap = 3;
    double left = 26;   ///< room for the layers' numbers
    double top = 20;    ///< room for the heads' numbers

    QRectF cellOf(mayfly::HeadIndex head) const;
    std::optional<mayfly::HeadIndex> at(QPointF point) const;
    QSizeF size() const;
};

/// Thumbnails as large as the width allows, within bounds; many heads are scrolled rather than made too small to see.
HeadGridGeometry layoutHeadGrid(int layers, int heads, double width);
