#pragma once

#include "app/accessible/picture_items.h"
#include "app/graph/focus.h"
#include "app/graph/viewport.h"
#include "app/graph/walk.h"
#include "app/style/palette.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace graph {

/// A picture that is pointed at: turns mouse, wheel and keys into focus, pins and zoom. What is drawn, and what lies where, is
/// for those that derive from it to know; it computes nothing.
class PointedView : public QWidget, public accessible::PictureItems {
    Q_OBJECT

public:
    void setColours(const Palette& palette);
    /// What is emphasised while the mouse points at nothing.
    void setPinned(const Focus& pinned);
    /// What another view points at, as it is.
    void setHover(const Focus& hover);
    /// What a tooltip says of a focus, and a screen reader of a pair; HTML.
    void setDescription(std::function<QString(const Focus&)> describe) { m_describe = std::move(describe); }

    const Focus& hover() const { return m_hover; }
    virtual Viewport viewport() const = 0;
    QSize sizeHint() const override { return {900, 560}; }
    QSize minimumSizeHint() const override { return {320, 220}; }
    void activateItem(int index) override { Q_EMIT activated(focusOf(index)); }

public Q_SLOTS:
    void zoomIn() { setViewport(zoomed(1.25)); }
    void zoomOut() { setViewport(zoomed(0.8)); }
    void fit() { setViewport({}); }

Q_SIGNALS:
    void hovered(const graph::Focus& focus);
    /// A click or Enter; no focus for empty space.
    void activated(const graph::Focus& focus);
    /// Shift with a click or Enter: a second token, to make a pair with the pinned one.
    void joined(const graph::Focus& focus);
    /// A new picture is on the screen.
    void pictureShown();

protected:
    explicit PointedView(QWidget* parent);

    /// Whatever the picture is made of has changed; a view that is hidden asks for none.
    virtual void requestPicture() = 0;
    /// What lies at a point of the widget.
    virtual Focus hitAt(QPointF point) const = 0;
    /// The focus that pointing at something makes: its whole word, say.
    virtual Focus meant(const Focus& at) const = 0;
    /// `hover()` is another; the mouse is at `where` on the screen.
    virtual void followHover(QPointF where) = 0;
    virtual void keepViewport(const Viewport& viewport) = 0;
    /// Where an arrow key leads to; it may bring that into sight.
    virtual void walk(Step step) = 0;
    /// What an accessible child stands for.
    virtual Focus focusOf(int item) const = 0;
    /// The place that a zoom about a point keeps where it is.
    virtual QPointF anchorOf(QPointF about) const { return about; }
    /// What is seen after a zoom by keys, which point at nothing: about the middle, unless a view knows better.
    virtual Viewport zoomed(double factor) const { return viewport().zoomed(factor, anchorOf(rect().center())); }
    /// A token that is dragged to a point; false if tokens stay where they are, and the picture moves.
    virtual bool moveToken(int /*token*/, QPointF /*to*/) { return false; }

    void pointAt(const Focus& at, QPointF where);
    void setViewport(const Viewport& viewport);
    QString describe(const Focus& focus) const { return m_describe ? m_describe(focus) : QString(); }
    const Palette& colours() const { return m_palette; }
    const Focus& pinned() const { return m_pinned; }
    Focus inFocus() const { return m_hover.isNone() ? m_pinned : m_hover; }
    bool isDragged() const { return m_drag.has_value(); }
    void forgetHover() { m_hover = {}; }
    /// The heads are others.
    void forgetSlot() { m_hover.slot = -1; }

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
        QPointF from;        ///< where the button went down
        Viewport viewport;   ///< as it was then
        Focus on;            ///< what lay under it
        bool moving = false; ///< further than a click's tremble
    };

    void dragTo(QPointF where);
    void activate(const Focus& focus, Qt::KeyboardModifiers modifiers);
    void zoomBy(double factor, QPointF about);

    Palette m_palette = Palette::light();
    Focus m_hover, m_pinned;
    std::optional<Drag> m_drag;
    std::function<QString(const Focus&)> m_describe;
};

} // namespace graph
