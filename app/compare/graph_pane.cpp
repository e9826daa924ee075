#include "app/compare/graph_pane.h"

#include "app/graph/hit.h"
#include "app/graph/share_shown.h"
#include "app/graph/walk.h"

namespace compare {

GraphPane::GraphPane(const view::Subject& subject) {
    const mayfly::AttentionGraph selection =
        mayfly::selectEdges(*subject.snapshot->trace, {subject.heads, subject.topMass, subject.hideFirst});
    m_scene = graph::buildScene(*subject.snapshot, selection, subject.hideFirst, subject.layout, subject.area);
    m_remark = graph::shareShown(qint64(selection.edges.size()), selection.pairs, selection.shown);
}

graph::Focus GraphPane::hit(const graph::Viewport& viewport, QPointF screen) const {
    return graph::hit(m_scene, viewport, screen);
}

QRectF GraphPane::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    return graph::placeOf(m_scene, focus, viewport);
}

graph::Focus GraphPane::walk(const graph::Focus& from, view::Step step) const {
    return graph::walk(m_scene, from, step);
}

} // namespace compare
