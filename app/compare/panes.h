#pragma once

#include "app/compare/matching.h"
#include "app/compare/pane_places.h"
#include "app/view/scene.h"

#include <array>

namespace compare {

/// The same view twice: of two heads, or of the text before and after. Both are zoomed and panned together, and what is pointed
/// out in one is pointed out in the other.
class Panes : public view::Scene {
public:
    /// `before`, the panes that were there, may lend what has not changed.
    explicit Panes(const view::Subject& subject, const Panes* before = nullptr);

    bool groundFades() const override;
    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    bool ponder(const graph::Focus& focus) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    /// In the first pane, also of what lies in the second: they show the same part.
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    QRectF pane() const override;
    std::vector<view::Pane> panes() const override;
    QPointF anchorOf(QPointF screen) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QString remark() const override;
    QString describe(const graph::Focus& focus) const override;
    graph::Focus live(const graph::Focus& focus) const override;

    const PanePlaces& places() const { return m_places; }
    const view::Scene& scene(int pane) const { return *m_scenes[std::size_t(pane)]; }

private:
    bool ofHeads() const { return m_subject.compare == Mode::Heads; }
    view::Subject subjectOf(int pane) const;
    graph::Look lookOf(int pane, const graph::Look& look) const;
    graph::Focus into(int pane, const graph::Focus& focus) const;
    graph::Focus outOf(int pane, const graph::Focus& focus) const;
    int paneOf(const graph::Focus& focus) const;
    drawing::Drawing both(const std::array<drawing::Drawing, 2>& parts) const;

    view::Subject m_subject;
    Matching m_matching; ///< of the two texts; empty for two heads
    PanePlaces m_places;
    std::array<view::ScenePtr, 2> m_scenes;
};

} // namespace compare
