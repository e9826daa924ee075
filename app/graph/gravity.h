#pragma once

#include "app/graph/layout.h"

#include <optional>
#include <vector>

namespace graph {

/// The lines of text that gravity begins with: tokens in reading order, in as many gently arched rows as fill the area.
Placement placeInRows(const std::vector<double>& widths, QSizeF area);

/// Two tokens drawn to each other, as strongly as their attention: the mean weight over the heads, both ways added up.
struct Attraction {
    int one = 0;
    int other = 0;
    double strength = 0;
};

/// Where tokens come to rest if each is drawn to its place in the rows and to the tokens that it attends to or that attend
/// to it, and then steps aside until no two labels cover each other. The balance of those springs is unique, and stretched to
/// fill the area. Tokens that are `held` stay where they are and the others come to them.
///
/// Of two that want the same place, either may step to either side. They begin where they stood `last`, if they did, so that
/// they keep their sides from one picture to the next; without that the same attention always gives the same picture.
///
/// O(attractions + T) for each of some two hundred rounds. Without tokens, no places.
std::vector<QPointF> settle(const Placement& rows, const std::vector<double>& widths,
                            const std::vector<Attraction>& attractions, const std::vector<std::optional<QPointF>>& held,
                            QSizeF area, const std::vector<std::optional<QPointF>>& last = {});

/// A gently bowed edge; the two ways of a pair bow to different sides, and each further head a little more.
Curve bow(QPointF from, QPointF to, Way way, int slot);

} // namespace graph
