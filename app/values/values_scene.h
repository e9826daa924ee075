#pragma once

#include "app/view/scene.h"

namespace values {

/// The graph twice about one line of text: above it the weights, beneath it what they carry, ‖weight · v W_O‖ (Kobayashi et
/// al. 2020), as wide as its share of the largest. A strong weight on a token whose value is small is seen as such.
class ValuesScene : public view::Scene {
public:
    explicit ValuesScene(const view::Subject& subject);

    bool groundFades() const override { return true; }
    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return {{0, 0}, m_subject.area}; }
    QString remark() const override;

    const graph::Scene& both() const { return m_both; }

private:
    QString headline(const graph::Focus& focus) const;

    view::Subject m_subject;
    mayfly::AttentionGraph m_weights, m_carried;
    graph::Scene m_both;  ///< what is drawn and hit
    graph::Scene m_above; ///< the weights alone, through which the keyboard walks
};

} // namespace values
