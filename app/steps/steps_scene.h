#pragma once

#include "app/matrix/annotation.h"
#include "app/steps/steps_geometry.h"
#include "app/view/scene.h"

#include <QStringList>

namespace steps {

/// How a head comes from dots to weights: q·k, scaled, masked and through softmax, as four linked matrices, with the formula
/// above them and the numbers of what is pointed out in it. Of several heads it shows the first.
class StepsScene : public view::Scene {
public:
    explicit StepsScene(const view::Subject& subject);

    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QPointF anchorOf(QPointF screen) const override;
    QRectF pane() const override { return m_geometry.boards[0].pane; }
    std::vector<view::Pane> panes() const override;
    QString remark() const override;

    const Geometry& geometry() const { return m_geometry; }
    /// The values of a step, 0..3.
    const matrix::Cells& cells(int step) const { return m_cells[std::size_t(step)]; }

private:
    matrix::Content content(int step, const Palette& palette) const;
    matrix::Reading reading(int step) const;
    QStringList remarksAt(const graph::Viewport& viewport) const;
    void addRemarks(double headline, const graph::Look& look, drawing::Drawing& drawing) const;
    void addWords(const graph::Look& look, drawing::Drawing& drawing) const;

    view::Subject m_subject;
    mayfly::HeadIndex m_head;
    std::array<matrix::Cells, count> m_cells;
    std::array<double, count> m_largest{};
    Geometry m_geometry;
};

} // namespace steps
