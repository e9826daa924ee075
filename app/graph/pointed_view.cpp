#include "app/graph/pointed_view.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace graph {

PointedView::PointedView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    QAccessible::installFactory(accessible::interfaceOf); // before anything asks for this one's
}

void PointedView::setColours(const Palette& palette) {
    if (palette == m_palette) return;
    m_palette = palette;
    requestPicture();
}

void PointedView::setPinned(const Focus& pinned) {
    if (pinned == m_pinned) return;
    m_pinned = pinned;
    requestPicture();
}

void PointedView::setHover(const Focus& hover) {
    if (hover == m_hover) return;
    m_hover = hover;
    requestPicture();
}

void PointedView::setViewport(const Viewport& viewport) {
    keepViewport(viewport);
    requestPicture();
    update();
}

void PointedView::pointAt(const Focus& at, QPointF where) {
    const Focus focus = meant(at);
    if (focus == m_hover) return;
    m_hover = focus;
    setCursor(focus.isNone() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    requestPicture();
    followHover(where);
    accessible::tellFocus(this, *this);
    Q_EMIT hovered(focus);
}

void PointedView::resizeEvent(QResizeEvent*) { requestPicture(); }

void PointedView::showEvent(QShowEvent*) { requestPicture(); }

void PointedView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag)
        dragTo(event->position());
    else
        pointAt(hitAt(event->position()), event->globalPosition());
}

void PointedView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) m_drag = Drag{event->position(), viewport(), hitAt(event->position()), false};
}

void PointedView::dragTo(QPointF where) {
    const QPointF by = where - m_drag->from;
    if (!m_drag->moving && by.manhattanLength() < 5) return;
    m_drag->moving = true;
    if (m_drag->on.isToken() && moveToken(m_drag->on.query, where)) return;
    setCursor(Qt::ClosedHandCursor);
    setViewport({m_drag->viewport.zoom, m_drag->viewport.pan + by});
}

void PointedView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const Drag drag = *m_drag;
    m_drag.reset();
    unsetCursor();
    if (!drag.moving) activate(drag.on, event->modifiers());
}

void PointedView::activate(const Focus& focus, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ShiftModifier))
        Q_EMIT joined(focus);
    else
        Q_EMIT activated(focus);
}

void PointedView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (hitAt(event->position()).isNone()) fit();
}

void PointedView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return;
    zoomBy(std::pow(1.2, steps), event->position());
    event->accept();
}

void PointedView::zoomBy(double factor, QPointF about) { setViewport(viewport().zoomed(factor, anchorOf(about))); }

void PointedView::leaveEvent(QEvent*) { pointAt({}, {}); }

void PointedView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return walk(Step::Left);
    case Qt::Key_Right: return walk(Step::Right);
    case Qt::Key_Up: return walk(Step::Up);
    case Qt::Key_Down: return walk(Step::Down);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return activate(m_hover, event->modifiers());
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace graph
