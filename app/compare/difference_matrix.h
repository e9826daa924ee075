#pragma once

#include "app/compare/difference.h"
#include "app/matrix/board_drawing.h"
#include "app/matrix/matrix_geometry.h"
#include "app/view/scene.h"

namespace compare {

/// A cell for each query and key of two texts: orange where the later one has more, blue where it has less.
class DifferenceMatrix : public view::Scene {
public:
    explicit DifferenceMatrix(const view::Subject& subject);

    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return m_geometry.board.pane; }
    QString remark() const override { return remarkAt({}); }
    QString describe(const graph::Focus& focus) const override;
    graph::Focus live(const graph::Focus& focus) const override { return m_difference.matching().inAfter(focus); }

    const Difference& difference() const { return m_difference; }
    const matrix::Geometry& geometry() const { return m_geometry; }
    const matrix::Read& read() const { return m_read; }
    matrix::Scale scale(bool darkPaper) const;

private:
    matrix::Content content(const Palette& palette) const;
    graph::Focus fromPlaces(graph::Focus places) const;
    graph::Focus strongestAt(const graph::Focus& places, int span) const;
    QString headline(const graph::Focus& places) const;
    QString remarkAt(const graph::Viewport& viewport) const;
    void addScale(const graph::Look& look, drawing::Drawing& drawing) const;

    view::Subject m_subject;
    Difference m_difference;
    std::vector<QString> m_labels;
    matrix::Read m_read;
    matrix::Geometry m_geometry;
};

} // namespace compare
