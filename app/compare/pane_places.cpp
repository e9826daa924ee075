#include "app/compare/pane_places.h"

#include <cmath>

namespace compare {

namespace {

constexpr double titleHeight = 26;

bool isWide(view::Kind kind, graph::Layout layout) {
    return kind == view::Kind::Values || (kind == view::Kind::Graph && layout == graph::Layout::Arc);
}

} // namespace

int PanePlaces::at(QPointF screen) const {
    for (std::size_t i = 0; i < panes.size(); ++i)
        if (panes[i].contains(screen)) return int(i);
    return -1;
}

PanePlaces placePanes(view::Kind kind, graph::Layout layout, bool titles, QSizeF area) {
    PanePlaces places;
    places.title = titles ? titleHeight : 0;
    const bool above = isWide(kind, layout) || area.width() < area.height();
    const double width = above ? area.width() : std::floor(area.width() / 2);
    const double height = above ? std::floor(area.height() / 2) : area.height();
    const QPointF next = above ? QPointF(0, height) : QPointF(width, 0);
    const QRectF first(0, places.title, width, std::max(1.0, height - places.title));
    places.panes = {first, first.translated(next)};
    places.divider = above ? QRectF(0, height, area.width(), 1) : QRectF(width, 0, 1, area.height());
    return places;
}

} // namespace compare
