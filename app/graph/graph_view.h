#pragma once

#include "app/accessible/picture_items.h"
#include "app/graph/picture.h"
#include "app/graph/picture_maker.h"
#include "app/session/document.h"

#include <QWidget>

#include <functional>

namespace graph {

/// Shows the picture that its maker rasterised and turns mouse, wheel and keys into focus, pins, zoom and moved tokens. It
/// computes nothing but what lies under the mouse. While it is hidden, it asks for no pictures.
class GraphView : public QWidget, public accessible::PictureItems {
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    void setDocument(const Document& document);
    void setColours(const Palette& palette);
    /// What is emphasised while the mouse points at nothing.
    void setPinned(const Focus& pinned);
    /// What another view points at, as it is.
    void setHover(const Focus& hover);
    /// What the legend says of heads; may be null.
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    void setMorphs(bool morphs);
    /// What a tooltip says of a focus.
    void setDescription(std::function<QString(const Focus&)> describe) { m_describe = std::move(describe); }

    const Focus& hover() const { return m_hover; }
    const Viewport& viewport() const { return m_viewport; }
    const PicturePtr& picture() const { return m_picture; }
    QSize sizeHint() const override { return {900, 560}; }
    QSize minimumSizeHint() const override { return {320, 220}; }

    int itemCount() const override;
    accessible::Item item(int index) const override;
    int itemInFocus() const override;
    int itemAt(QPointF point) const override;
    void activateItem(int index) override { Q_EMIT activated(focusOf(index)); }
    const void* shown() const override;

public Q_SLOTS:
    void zoomIn() { zoomBy(1.25, rect().center()); }
    void zoomOut() { zoomBy(0.8, rect().center()); }
    void fit();

Q_SIGNALS:
    void hovered(const graph::Focus& focus);
    /// A click or Enter; no focus for empty space and Escape.
    void activated(const graph::Focus& focus);
    /// Shift with a click or Enter: a second token, to make a pair with the pinned one.
    void joined(const graph::Focus& focus);
    /// A token was dragged, `by` pixels at zoom 1 from its own place.
    void tokenMoved(int token, QPointF by);
    /// A new picture is on the screen.
    void pictureShown();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Drag {
        QPointF from;          ///< where the button went down
        Viewport viewport;     ///< as it was then
        Focus on;              ///< what lay under it
        bool moving = false;   ///< further than a click's tremble
    };

    void requestPicture();
    void takePicture();
    void pointAt(const Focus& at, QPointF where, bool explain);
    void dragTo(QPointF where);
    void activate(const Focus& focus, Qt::KeyboardModifiers modifiers);
    void zoomBy(double factor, QPointF about);
    void stepToken(int by);
    void stepEdge(int by);
    QPointF pointOf(const Focus& focus) const;
    Focus focusOf(int item) const;
    int itemOf(const Focus& focus) const;

    PictureMaker m_maker;
    PicturePtr m_picture;
    SnapshotPtr m_snapshot;
    mayfly::GraphChoice m_choice;
    Layout m_layout = Layout::Arc;
    Moved m_moved;
    Palette m_palette = Palette::light();
    Viewport m_viewport;
    Focus m_hover, m_pinned;
    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    bool m_wholeWords = false;
    bool m_morphs = true;
    std::optional<Drag> m_drag;
    std::function<QString(const Focus&)> m_describe;
};

} // namespace graph
