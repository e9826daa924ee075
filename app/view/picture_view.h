#pragma once

#include "app/accessible/picture_items.h"
#include "app/session/document.h"
#include "app/view/picture_maker.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>

namespace view {

/// Shows whichever view but the graph the document has, and turns mouse, wheel and keys into focus, pins and zoom. It paints
/// an image that its maker made, and computes nothing but what lies under the mouse. While it is hidden, it asks for none.
class PictureView : public QWidget, public accessible::PictureItems {
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    void setDocument(const Document& document);
    void setColours(const Palette& palette);
    /// What is emphasised while the mouse points at nothing.
    void setPinned(const graph::Focus& pinned);
    /// What another view points at.
    void setHover(const graph::Focus& hover);
    /// What a tooltip says of a pair on which the mouse rests, and a screen reader of the one that is pointed out; HTML.
    void setDescription(std::function<QString(const graph::Focus&)> describe) { m_describe = std::move(describe); }

    const graph::Focus& hover() const { return m_hover; }
    /// What is pointed out, as the live text has it; none where only the kept one does.
    graph::Focus live(const graph::Focus& focus) const;
    graph::Viewport viewport() const;
    /// The picture on the screen: null until the first of this view is there.
    const PicturePtr& picture() const { return m_picture; }
    QSize sizeHint() const override { return {900, 560}; }
    QSize minimumSizeHint() const override { return {320, 220}; }

    /// The tokens, and the pair that is pointed out, if there is one: a matrix has too many to count them through.
    int itemCount() const override;
    accessible::Item item(int index) const override;
    int itemInFocus() const override;
    int itemAt(QPointF point) const override;
    void activateItem(int index) override { Q_EMIT activated(focusOf(index)); }
    const void* shown() const override { return m_picture ? m_picture->scene.get() : nullptr; }

public Q_SLOTS:
    void zoomIn() { zoomBy(1.25, rect().center()); }
    void zoomOut() { zoomBy(0.8, rect().center()); }
    void fit() { look({}); }

Q_SIGNALS:
    void hovered(const graph::Focus& focus);
    /// A click or Enter; no focus for empty space.
    void activated(const graph::Focus& focus);
    /// A new picture is on the screen.
    void pictureShown();

protected:
    bool event(QEvent* event) override;
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
        QPointF from;             ///< where the button went down
        graph::Viewport viewport; ///< as it was then
        graph::Focus on;          ///< what lay under it
        bool moving = false;      ///< further than a click's tremble
    };

    void requestPicture();
    void paintMoved(QPainter& painter) const;
    void takePicture();
    void nameView();
    void tell(const graph::Focus& focus);
    QString describe(const graph::Focus& focus) const;
    const Snapshot* textOf(const graph::Focus& focus) const;
    void pointAt(const graph::Focus& at);
    void look(const graph::Viewport& viewport);
    void zoomBy(double factor, QPointF about);
    void walk(Step step);
    void bringIntoPane(const graph::Focus& focus);
    graph::Focus hitAt(QPointF point) const;
    graph::Focus inFocus() const { return m_hover.isNone() ? m_pinned : m_hover; }
    graph::Focus focusOf(int item) const;
    int tokens() const;

    PictureMaker m_maker;
    PicturePtr m_picture;
    Subject m_subject; ///< its area apart, which is the widget's
    Palette m_palette = Palette::light();
    std::map<Kind, graph::Viewport> m_viewports; ///< each view keeps its own
    graph::Focus m_hover, m_pinned;
    bool m_wholeWords = false;
    std::optional<Drag> m_drag;
    std::function<QString(const graph::Focus&)> m_describe;
};

} // namespace view
