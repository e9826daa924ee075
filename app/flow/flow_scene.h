#pragma once

#include "app/view/scene.h"
#include "engine/reading/rollout.h"

namespace flow {

/// Attention rollout (Abnar & Zuidema 2020) from one token as a graph over layers: a column a token, a row a depth, the
/// embeddings at the bottom. A disc is as large as the share of the token's vector that comes from there.
class FlowScene : public view::Scene {
public:
    explicit FlowScene(const view::Subject& subject);

    bool groundFades() const override { return true; }
    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return m_pane; }
    std::vector<view::Pane> panes() const override { return {{QRectF({}, m_subject.area), {}}}; }
    QString remark() const override;

    const mayfly::Rollout& rollout() const { return m_rollout; }
    /// Where a token stands at a depth, at zoom 1.
    QPointF pointOf(int depth, int token) const;

private:
    drawing::Stroke strokeOf(const mayfly::Edge& edge, const graph::Look& look) const;
    void addDisc(int depth, int token, const graph::Look& look, drawing::Drawing& drawing) const;
    void addFocus(const graph::Look& look, drawing::Drawing& drawing) const;
    void addLabels(const graph::Look& look, drawing::Drawing& drawing) const;

    view::Subject m_subject;
    mayfly::Rollout m_rollout; ///< of no tokens where the text has none
    QRectF m_pane;
};

} // namespace flow
