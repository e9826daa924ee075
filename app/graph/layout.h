#pragma once

#include "app/drawing/curve.h"

#include <QPointF>
#include <QSizeF>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

/// Where tokens stand and how edges run: pure geometry, in logical pixels of an area at zoom 1, y downwards.
namespace graph {

enum class Layout {
    Arc,     ///< tokens along one line of text, edges as arcs above it; those to later tokens, if any, below it
    Columns, ///< queries in a left column, keys in a right one
    Circle,  ///< tokens around a circle, edges as chords
    Gravity, ///< tokens drawn together by their attention
};

inline constexpr std::array everyLayout{Layout::Arc, Layout::Columns, Layout::Circle, Layout::Gravity};

const char* nameOf(Layout layout);
std::optional<Layout> layoutNamed(std::string_view name);

/// Of labels along a line whose tokens stand too close for upright ones: degrees.
inline constexpr double slant = -58;

/// A token's two ends of edges; one and the same point unless the layout has two columns.
struct Place {
    QPointF query;
    QPointF key;
};

/// Pixels above the tokens and edges of every layout, for the legend.
inline constexpr double topRoom = 44;

/// Every token's place and what the labels have to know.
struct Placement {
    std::vector<Place> places;
    double font = 13;    ///< pixels of a label at zoom 1
    double spacing = 0;  ///< the least distance between neighbours at zoom 1
    bool natural = true; ///< arc: places leave room for each label upright beneath it
    double span = 1;     ///< arc: distance of the first place from the last
    double rise = 0.5;   ///< arc: height of the widest arc over its width
    double band = 0;     ///< arc: how far below the tokens' places the arcs to later tokens begin; 0 if there are none
    double bend = 1;     ///< arc: heights grow with width to this power; below 1, short arcs stand out among many tokens
    QPointF centre;      ///< circle: its middle
    double radius = 1;   ///< circle
};

/// Places tokens whose labels are `widths` wide in a font of one pixel. Fills the area, within bounds that keep three
/// tokens from flying apart. `bothWays`: a token may attend to later ones, as in an encoder. Gravity: the places in rows
/// that it begins with (gravity.h). No tokens: no places.
Placement place(Layout layout, const std::vector<double>& widths, QSizeF area, bool bothWays = false);

/// Where a key stands in the text, seen from its query.
enum class Way { Back, ToItself, Ahead };

/// The way from the token with index `query` to that with index `key`.
inline Way wayOf(int query, int key) { return key < query ? Way::Back : key > query ? Way::Ahead : Way::ToItself; }

using drawing::Curve;

/// The cubic from a query to a key. The same edge of several heads takes a way of its own for each `slot`: an arc a little
/// lower, a bend a little other, and the loop of a token's edge to itself a little larger.
Curve curveOf(Layout layout, const Place& query, const Place& key, Way way, int slot, const Placement& placement);

/// The edge of a token to itself, on the side of it that `out`, of length 1, points to.
Curve loop(QPointF at, QPointF out, int slot);

} // namespace graph
