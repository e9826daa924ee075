#pragma once

#include "app/compare/changes.h"
#include "app/compare/graph_pane.h"

namespace compare {

/// The tokens of two texts, and an edge for what was gained or lost between them: orange and solid, or blue and dashed, as wide
/// as its share of the largest change.
class DifferenceGraph : public view::Scene {
public:
    explicit DifferenceGraph(const view::Subject& subject);

    bool groundFades() const override { return true; }
    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return m_pane.pane(); }
    QString remark() const override;
    QString describe(const graph::Focus& focus) const override;
    graph::Focus live(const graph::Focus& focus) const override { return m_difference.matching().inAfter(focus); }

    const Changes& changes() const { return m_changes; }
    const GraphPane& graphPane() const { return m_pane; }

private:
    graph::Look inPlaces(const graph::Look& look) const;
    graph::Focus fromPlaces(graph::Focus places) const;

    Difference m_difference;
    Changes m_changes;
    GraphPane m_pane; ///< of places in the matching
};

} // namespace compare
