#pragma once

#include "app/drawing/drawing.h"

#include <QLineF>
#include <QRectF>

#include <optional>
#include <vector>

namespace path {

/// A dot that wants its name beside it.
struct Dot {
    QPointF at;
    double width = 0; ///< of its name, in pixels
};

/// Where a dot's name stands.
struct DotName {
    QPointF at; ///< the anchor's point on the text's middle line
    drawing::Anchor anchor = drawing::Anchor::Start;
    std::optional<QLineF> leader; ///< from the dot's edge, where the name stands too far off to be taken for its own
};

/// Names of a font's size within bounds, none on another or on a dot, and off leaders where they can be: on one of eight
/// sides of its dot, off the `ways` where it can be, and else, for the first `reaching` dots, farther off. Who comes first
/// has the better place. Dots out of bounds, and those that find no room, have none.
std::vector<std::optional<DotName>> placeNames(const std::vector<Dot>& dots, const std::vector<QLineF>& ways,
                                               const QRectF& bounds, double font, std::size_t reaching);

} // namespace path
