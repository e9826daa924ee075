#pragma once

#include "app/graph/picture.h"
#include "app/graph/picture_maker.h"
#include "app/graph/pointed_view.h"
#include "app/session/document.h"

namespace graph {

/// Shows the picture that its maker rasterised. While it is hidden, it asks for no pictures.
class GraphView : public PointedView {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    void setDocument(const Document& document);
    /// What the legend says of heads; may be null.
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    void setMorphs(bool morphs);

    Viewport viewport() const override { return m_viewport; }
    const PicturePtr& picture() const { return m_picture; }

    int itemCount() const override;
    accessible::Item item(int index) const override;
    int itemInFocus() const override;
    int itemAt(QPointF point) const override;
    const void* shown() const override;

Q_SIGNALS:
    /// A token was dragged, `by` pixels at zoom 1 from its own place.
    void tokenMoved(int token, QPointF by);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void requestPicture() override;
    Focus hitAt(QPointF point) const override;
    Focus meant(const Focus& at) const override;
    void followHover(QPointF where) override;
    void keepViewport(const Viewport& viewport) override { m_viewport = viewport; }
    void walk(Step step) override;
    Focus focusOf(int item) const override;
    bool moveToken(int token, QPointF to) override;

    void takePicture();
    QPointF pointOf(const Focus& focus) const;
    int itemOf(const Focus& focus) const;

    PictureMaker m_maker;
    PicturePtr m_picture;
    SnapshotPtr m_snapshot;
    mayfly::GraphChoice m_choice;
    Layout m_layout = Layout::Arc;
    Moved m_moved;
    Viewport m_viewport;
    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    bool m_wholeWords = false;
    bool m_morphs = true;
};

} // namespace graph
