#pragma once

#include "app/view/scene.h"

namespace compare {

/// The graph as one of several pictures: without the motion from one to the next, and without tokens that are dragged.
class GraphPane : public view::Scene {
public:
    /// A snapshot's graph in the subject's layout.
    explicit GraphPane(const view::Subject& subject);
    GraphPane(graph::Scene scene, QString remark) : m_scene(std::move(scene)), m_remark(std::move(remark)) {}

    bool groundFades() const override { return true; }
    drawing::Drawing ground(const graph::Look& look) const override { return graph::composeGround(m_scene, look); }
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return {{0, 0}, m_scene.area}; }
    QString remark() const override { return m_remark; }

    const graph::Scene& scene() const { return m_scene; }

private:
    SnapshotPtr m_snapshot; ///< null where the edges are of two
    graph::Scene m_scene;
    QString m_remark;
};

} // namespace compare
