#pragma once

#include "app/view/scene.h"
#include "engine/reading/next_tokens.h"
#include "engine/reading/path.h"

#include <QLineF>

#include <map>
#include <memory>
#include <vector>

namespace path {

/// The way of every token's residual stream from its embedding to the last layer, in two principal components, with a disc
/// where it is at the chosen depth; and what a token's stream foretells at each depth (the logit lens), beside it.
class PathScene : public view::Scene {
public:
    /// `before`, of the same text, lends its projection: only the depth has changed then.
    explicit PathScene(const view::Subject& subject, const PathScene* before = nullptr);

    bool groundFades() const override { return true; }
    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    /// The guesses of the token in focus, or else of the last one.
    bool ponder(const graph::Focus& focus) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return m_pane; }
    std::vector<view::Pane> panes() const override;
    QString remark() const override;

    int depth() const { return m_depth; }
    /// Where a token is at a depth, at zoom 1.
    QPointF pointOf(int depth, int token) const;

private:
    void fit();
    double discRadius() const { return m_path->tokens > 120 ? 2.2 : 3.4; }
    bool isShown(int token) const { return token > 0 || !m_subject.hideFirst; }
    void addWay(int token, int depths, const drawing::Stroke& like, const graph::Look& look, drawing::Drawing& drawing) const;
    void addFocus(const graph::Look& look, drawing::Drawing& drawing) const;
    std::vector<QLineF> waysOnScreen(const graph::Viewport& viewport) const;
    bool isOfInterest(int token, const graph::Focus& focus) const; ///< in focus, or its guesses are shown
    std::vector<int> namingOrder(const graph::Focus& focus) const;
    void addLabels(const graph::Look& look, drawing::Drawing& drawing) const;
    void addGuesses(const graph::Look& look, drawing::Drawing& drawing) const;

    int foretoldFrom(const graph::Focus& focus) const;

    /// By token, as far as it was asked for; depths share it.
    using Guesses = std::map<int, std::vector<std::vector<mayfly::NextToken>>>;

    view::Subject m_subject;
    std::shared_ptr<const mayfly::StreamPath> m_path;
    std::shared_ptr<Guesses> m_guesses; ///< of the thread that draws alone
    int m_depth = 0;
    QRectF m_pane;
    QPointF m_middle;     ///< of the projected points that are shown
    double m_factor = 1;  ///< pixels to a unit
};

} // namespace path
