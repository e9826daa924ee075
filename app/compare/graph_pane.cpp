#include "app/compare/graph_pane.h"

#include "app/graph/edges_beyond.h"
#include "app/graph/hit.h"
#include "app/graph/share_shown.h"
#include "app/graph/walk.h"

namespace compare {

GraphPane::GraphPane(const view::Subject& subject) : m_snapshot(subject.snapshot) {
    const mayfly::AttentionGraph selection =
        mayfly::selectEdges(*subject.snapshot->trace, {subject.heads, subject.topMass, subject.hideFirst});
    m_scene = graph::buildScene(*subject.snapshot, selection, subject.hideFirst, subject.layout, subject.area);
    m_remark = graph::shareShown(qint64(selection.edges.size()), selection.pairs, selection.shown);
}

drawing::Drawing GraphPane::marks(const graph::Look& look) const {
    if (!m_snapshot) return graph::composeMarks(m_scene, look);
    graph::Look whole = look;
    whole.beyond = graph::edgesBeyond(*m_snapshot, m_scene, look.focus);
    return graph::composeMarks(m_scene, whole);
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
