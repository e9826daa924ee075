#pragma once

#include "app/graph/pointed_view.h"
#include "app/session/document.h"
#include "app/view/picture_maker.h"

#include <map>

namespace view {

/// Shows whichever view but the graph the document has, or a graph that is compared: paints an image that its maker made. While
/// it is hidden, it asks for none.
class PictureView : public graph::PointedView {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    void setDocument(const Document& document);
    /// What is pointed out, as the live text has it; none where only the kept one does.
    graph::Focus live(const graph::Focus& focus) const;
    graph::Viewport viewport() const override;
    /// The picture on the screen: null until the first of this view is there.
    const PicturePtr& picture() const { return m_picture; }

    /// The tokens, and the pair that is pointed out, if there is one: a matrix has too many to count them through.
    int itemCount() const override;
    accessible::Item item(int index) const override;
    int itemInFocus() const override;
    int itemAt(QPointF point) const override;
    const void* shown() const override { return m_picture ? m_picture->scene.get() : nullptr; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void requestPicture() override;
    graph::Focus hitAt(QPointF point) const override;
    graph::Focus meant(const graph::Focus& at) const override;
    void followHover(QPointF where) override;
    void keepViewport(const graph::Viewport& viewport) override { m_viewports[m_subject.kind] = viewport; }
    void walk(Step step) override;
    graph::Focus focusOf(int item) const override;
    QPointF anchorOf(QPointF about) const override { return m_picture ? m_picture->scene->anchorOf(about) : about; }

    void paintMoved(QPainter& painter) const;
    void takePicture();
    void nameView();
    void tell(const graph::Focus& focus);
    QString explain(const graph::Focus& focus) const;
    const Snapshot* textOf(const graph::Focus& focus) const;
    void bringIntoPane(const graph::Focus& focus);
    int tokens() const;

    PictureMaker m_maker;
    PicturePtr m_picture;
    Subject m_subject; ///< its area apart, which is the widget's
    std::map<Kind, graph::Viewport> m_viewports; ///< each view keeps its own
    bool m_wholeWords = false;
};

} // namespace view
