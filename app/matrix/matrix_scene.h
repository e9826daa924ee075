#pragma once

#include "app/matrix/annotation.h"
#include "app/matrix/matrix_geometry.h"
#include "app/view/scene.h"

#include <optional>

namespace matrix {

/// One quantity of one head, or of several the mean, as a square of cells.
class MatrixScene : public view::Scene {
public:
    explicit MatrixScene(const view::Subject& subject);

    drawing::Drawing ground(const graph::Look& look) const override;
    drawing::Drawing marks(const graph::Look& look) const override;
    graph::Focus hit(const graph::Viewport& viewport, QPointF screen) const override;
    QRectF placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const override;
    graph::Focus walk(const graph::Focus& from, view::Step step) const override;
    QRectF pane() const override { return m_geometry.board.pane; }
    QString remark() const override { return remarkAt({}); }

    const Geometry& geometry() const { return m_geometry; }
    const Read& read() const { return m_read; }

private:
    Content content(const Palette& palette) const;
    std::optional<mayfly::ScoreRule> sharedMask() const;
    QString remarkAt(const graph::Viewport& viewport) const;
    QString headline(const graph::Focus& focus) const;
    void addSums(const graph::Look& look, drawing::Drawing& drawing) const;

    view::Subject m_subject;
    Reading m_reading;
    Read m_read;
    Geometry m_geometry;
};

} // namespace matrix
