#include "app/graph/graph_view.h"

#include "app/graph/hit.h"
#include "app/graph/walk.h"
#include "app/graph/whole_word.h"

#include <QAccessible>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace graph {

GraphView::GraphView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    QAccessible::installFactory(accessible::interfaceOf); // before anything asks for this one's
    setAccessibleName(tr("Attention graph"));
    connect(&m_maker, &PictureMaker::ready, this, &GraphView::takePicture);
}

void GraphView::setSnapshot(SnapshotPtr snapshot) {
    m_snapshot = std::move(snapshot);
    // What the mouse points at may be another token now, or none.
    if (m_hover.last() >= m_snapshot->size() || m_hover.key >= m_snapshot->size()) m_hover = {};
    requestPicture();
}

void GraphView::setDocument(const Document& document) {
    m_wholeWords = document.wholeWords;
    const mayfly::GraphChoice choice{document.heads, document.topMass / 100.0, document.hideFirst};
    if (choice == m_choice && document.layout == m_layout && document.moved == m_moved) return;
    if (choice.heads != m_choice.heads) m_hover.slot = -1;
    m_choice = choice;
    m_layout = document.layout;
    m_moved = document.moved;
    requestPicture();
}

void GraphView::setColours(const Palette& palette) {
    if (palette == m_palette) return;
    m_palette = palette;
    requestPicture();
}

void GraphView::setPinned(const Focus& pinned) {
    if (pinned == m_pinned) return;
    m_pinned = pinned;
    requestPicture();
}

void GraphView::setHover(const Focus& hover) {
    if (hover == m_hover) return;
    m_hover = hover;
    requestPicture();
}

void GraphView::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    if (probe == m_probe) return;
    m_probe = std::move(probe);
    requestPicture();
}

void GraphView::setMorphs(bool morphs) { m_morphs = morphs; }

void GraphView::fit() {
    m_viewport = {};
    requestPicture();
    update();
}

void GraphView::requestPicture() {
    if (!isVisible() || !m_snapshot || m_choice.heads.empty()) return;
    // A larger model's heads may be chosen before its first snapshot is there: that one brings the next picture.
    const auto has = [this](mayfly::HeadIndex head) { return m_snapshot->trace->has(head); };
    if (!std::all_of(m_choice.heads.begin(), m_choice.heads.end(), has)) return;
    PictureRequest request;
    request.snapshot = m_snapshot;
    request.choice = m_choice;
    request.layout = m_layout;
    request.moved = m_moved;
    request.size = size();
    request.scale = devicePixelRatioF();
    request.look = {m_palette, m_viewport, m_hover.isNone() ? m_pinned : m_hover, m_probe};
    request.morphs = m_morphs && !m_drag;
    m_maker.request(std::move(request));
}

void GraphView::takePicture() {
    PicturePtr picture = m_maker.take();
    if (!picture) return;
    m_picture = std::move(picture);
    update();
    Q_EMIT pictureShown();
}

void GraphView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!m_picture) {
        painter.fillRect(rect(), m_palette.paper);
        return;
    }
    if (m_picture->viewport == m_viewport && m_picture->scene->area == QSizeF(size())) {
        painter.drawImage(QPointF(0, 0), m_picture->image);
        return;
    }
    // Until the new picture is there, the old one stands in, moved and scaled to where it will be.
    painter.fillRect(rect(), m_palette.paper);
    painter.setTransform(m_viewport.over(m_picture->viewport));
    painter.drawImage(QPointF(0, 0), m_picture->image);
}

void GraphView::resizeEvent(QResizeEvent*) { requestPicture(); }

void GraphView::showEvent(QShowEvent*) { requestPicture(); }

void GraphView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag)
        dragTo(event->position());
    else if (m_picture)
        pointAt(hit(*m_picture->scene, m_picture->viewport, event->position()), event->globalPosition(), true);
}

void GraphView::pointAt(const Focus& at, QPointF where, bool explain) {
    const Focus focus = m_wholeWords && m_snapshot ? wholeWord(*m_snapshot, at) : at;
    if (focus == m_hover) return;
    m_hover = focus;
    setCursor(focus.isNone() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    requestPicture();
    accessible::tellFocus(this, *this);
    Q_EMIT hovered(focus);
    const QString text = m_describe && explain && focus.isEdge() ? m_describe(focus) : QString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(where.toPoint(), text, this);
}

void GraphView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_picture) return;
    m_drag = Drag{event->position(), m_viewport, hit(*m_picture->scene, m_picture->viewport, event->position()), false};
}

void GraphView::dragTo(QPointF where) {
    const QPointF by = where - m_drag->from;
    if (!m_drag->moving && by.manhattanLength() < 5) return;
    m_drag->moving = true;
    if (m_drag->on.isToken() && m_drag->on.query < int(m_picture->scene->placement.places.size())) {
        const QPointF own = m_picture->scene->placement.places[std::size_t(m_drag->on.query)].query;
        QPointF moved = m_viewport.unmap(where) - own;
        if (m_layout == Layout::Columns) moved.setX(0); // the columns stay columns
        Q_EMIT tokenMoved(m_drag->on.query, moved);
        return;
    }
    m_viewport.pan = m_drag->viewport.pan + by;
    setCursor(Qt::ClosedHandCursor);
    requestPicture();
    update();
}

void GraphView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const Drag drag = *m_drag;
    m_drag.reset();
    unsetCursor();
    if (!drag.moving) activate(drag.on, event->modifiers());
}

void GraphView::activate(const Focus& focus, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ShiftModifier))
        Q_EMIT joined(focus);
    else
        Q_EMIT activated(focus);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_picture && hit(*m_picture->scene, m_picture->viewport, event->position()).isNone()) fit();
}

void GraphView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return;
    zoomBy(std::pow(1.2, steps), event->position());
    event->accept();
}

void GraphView::zoomBy(double factor, QPointF about) {
    m_viewport = m_viewport.zoomed(factor, about);
    requestPicture();
    update();
}

void GraphView::leaveEvent(QEvent*) { pointAt({}, {}, false); }

void GraphView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return stepToken(-1);
    case Qt::Key_Right: return stepToken(1);
    case Qt::Key_Up: return stepEdge(-1);
    case Qt::Key_Down: return stepEdge(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return activate(m_hover, event->modifiers());
    default: QWidget::keyPressEvent(event);
    }
}

void GraphView::stepToken(int by) {
    if (!m_picture) return;
    const Focus from = m_hover.isNone() ? m_pinned : m_hover;
    pointAt(nextToken(*m_picture->scene, from, by), {}, false);
}

void GraphView::stepEdge(int by) {
    if (!m_picture) return;
    const Focus from = m_hover.isNone() ? m_pinned : m_hover;
    const Focus to = nextEdge(*m_picture->scene, from, by);
    pointAt(to, mapToGlobal(pointOf(to)), true);
}

QPointF GraphView::pointOf(const Focus& focus) const {
    for (const SceneEdge& edge : m_picture->scene->edges)
        if (edge.query == focus.query && edge.key == focus.key && edge.slot == focus.slot)
            return m_viewport.map(pointOn(edge.curve, 0.5));
    return rect().center();
}

int GraphView::itemCount() const {
    return m_picture ? m_picture->snapshot->size() + int(m_picture->scene->edges.size()) : 0;
}

Focus GraphView::focusOf(int item) const {
    const int tokens = m_picture->snapshot->size();
    if (item < tokens) return {item, -1, -1};
    const SceneEdge& edge = *(m_picture->scene->edges.rbegin() + (item - tokens));
    return {edge.query, edge.key, edge.slot};
}

int GraphView::itemOf(const Focus& focus) const {
    if (!m_picture || focus.isNone()) return -1;
    if (focus.isToken()) return focus.query < m_picture->snapshot->size() ? focus.query : -1;
    const auto& edges = m_picture->scene->edges;
    const auto edge = std::find_if(edges.rbegin(), edges.rend(), [&](const SceneEdge& each) {
        return each.query == focus.query && each.key == focus.key && (focus.slot < 0 || each.slot == focus.slot);
    });
    return edge == edges.rend() ? -1 : m_picture->snapshot->size() + int(edge - edges.rbegin());
}

accessible::Item GraphView::item(int index) const {
    const Scene& scene = *m_picture->scene;
    const Focus focus = focusOf(index);
    const auto nodeOf = [&](int node) -> const SceneNode& { return scene.nodes[std::size_t(node)]; };
    if (focus.isToken()) {
        const SceneNode& node = nodeOf(focus.query);
        const QPointF at = m_viewport.map(node.place.key);
        return {tr("%1: %2", "a token's number and text").arg(QString::number(focus.query), node.label),
                tr("receives %1 on average").arg(QLocale().toString(node.received, 'f', 3)),
                {at - QPointF(12, 12), QSizeF(24, 24)}};
    }
    const SceneEdge& edge = *(scene.edges.rbegin() + (index - m_picture->snapshot->size()));
    const Curve curve = onScreen(scene, edge, m_viewport);
    QPolygonF line;
    for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) line << pointOn(curve, t);
    return {tr("%1 \u2192 %2, head %3")
                .arg(nodeOf(edge.query).label, nodeOf(edge.key).label,
                     QString::fromStdString(mayfly::toString(scene.heads[std::size_t(edge.slot)]))),
            tr("weight %1").arg(QLocale().toString(edge.weight, 'f', 3)), line.boundingRect().adjusted(-3, -3, 3, 3)};
}

int GraphView::itemInFocus() const { return itemOf(m_hover.isNone() ? m_pinned : m_hover); }

int GraphView::itemAt(QPointF point) const {
    return m_picture ? itemOf(hit(*m_picture->scene, m_picture->viewport, point)) : -1;
}

const void* GraphView::shown() const { return m_picture ? m_picture->scene.get() : nullptr; }

} // namespace graph
