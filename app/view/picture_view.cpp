#include "app/view/picture_view.h"

#include "app/graph/whole_word.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace view {

namespace {

/// The way to bring a stretch into another, or to the other's middle where it is larger.
double into(double low, double high, double first, double last) {
    if (high - low > last - first) return (first + last - low - high) / 2;
    return low < first ? first - low : high > last ? last - high : 0;
}

} // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    QAccessible::installFactory(accessible::interfaceOf); // before anything asks for this one's
    nameView();
    connect(&m_maker, &PictureMaker::ready, this, &PictureView::takePicture);
}

graph::Viewport PictureView::viewport() const {
    const auto at = m_viewports.find(m_subject.kind);
    return at == m_viewports.end() ? graph::Viewport{} : at->second;
}

void PictureView::setSnapshot(SnapshotPtr snapshot) {
    m_subject.snapshot = std::move(snapshot);
    // What the mouse points at may be another token now, or none.
    if (!m_hover.kept && std::max(m_hover.last(), m_hover.key) >= m_subject.snapshot->size()) m_hover = {};
    requestPicture();
}

void PictureView::setDocument(const Document& document) {
    Subject next = m_subject;
    next.heads = document.shownHeads();
    next.hideFirst = document.hideFirst;
    next.matrix = document.matrix;
    next.topMass = document.topMass / 100.0;
    next.depth = document.depth;
    m_wholeWords = document.wholeWords;
    if (!document.isGraphAlone()) next.kind = document.view;
    next.compare = document.comparing();
    next.before = compare::isOfTexts(next.compare) ? document.kept : nullptr;
    if (next.kind == Kind::Graph || next.compare != compare::Mode::Off) next.layout = document.layout;
    if (next == m_subject) return;
    if (next.heads != m_subject.heads) m_hover.slot = -1;
    if (next.before != m_subject.before && m_hover.kept) m_hover = {};
    if (next.compare != m_subject.compare) m_viewports.clear(); // a pane is another size
    m_subject = std::move(next);
    nameView();
    requestPicture();
}

void PictureView::nameView() {
    switch (m_subject.kind) {
    case Kind::Steps: return setAccessibleName(tr("Steps from dots to weights"));
    case Kind::Values: return setAccessibleName(tr("Weights and what they carry"));
    case Kind::Path: return setAccessibleName(tr("Path of the residual stream"));
    case Kind::Flow: return setAccessibleName(tr("Flow of attention through the layers"));
    case Kind::Graph: return setAccessibleName(tr("Attention graph, compared"));
    case Kind::Matrix: break;
    }
    setAccessibleName(tr("Attention matrix"));
}

void PictureView::setColours(const Palette& palette) {
    if (palette == m_palette) return;
    m_palette = palette;
    requestPicture();
}

void PictureView::setPinned(const graph::Focus& pinned) {
    if (pinned == m_pinned) return;
    m_pinned = pinned;
    requestPicture();
}

void PictureView::setHover(const graph::Focus& hover) {
    if (hover == m_hover) return;
    m_hover = hover;
    requestPicture();
}

void PictureView::requestPicture() {
    if (!isVisible() || !m_subject.snapshot) return;
    // A larger model's heads may be chosen before its first snapshot is there: that one brings the next picture.
    const auto has = [this](mayfly::HeadIndex head) { return m_subject.snapshot->trace->has(head); };
    if (!std::all_of(m_subject.heads.begin(), m_subject.heads.end(), has)) return;
    PictureRequest request{m_subject, {m_palette, viewport(), m_hover.isNone() ? m_pinned : m_hover, {}}, devicePixelRatioF()};
    request.subject.area = size();
    if (m_subject.kind == Kind::Flow) request.subject.from = m_pinned.query;
    m_maker.request(std::move(request));
}

void PictureView::takePicture() {
    PicturePtr picture = m_maker.take();
    if (!picture || picture->subject.kind != m_subject.kind) return;
    m_picture = std::move(picture);
    update();
    Q_EMIT pictureShown();
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool whole = m_picture && m_picture->subject.area == QSizeF(size());
    if (!whole) painter.fillRect(rect(), m_palette.paper);
    if (!m_picture || m_picture->subject.kind != m_subject.kind) return;
    painter.drawImage(QPointF(0, 0), m_picture->image);
    if (whole && m_picture->look.viewport != viewport()) paintMoved(painter);
}

/// Until the new picture is there, what moves of the old one stands in, where it will be.
void PictureView::paintMoved(QPainter& painter) const {
    const QTransform moved = viewport().over(m_picture->look.viewport);
    for (const Pane& pane : m_picture->scene->panes()) {
        painter.save();
        painter.setClipRect(pane.rect);
        painter.fillRect(pane.rect, m_palette.paper);
        painter.translate(pane.offset);
        painter.setTransform(moved, true);
        painter.translate(-pane.offset);
        painter.setClipRect(pane.rect, Qt::IntersectClip); // what stands around it has not moved
        painter.drawImage(QPointF(0, 0), m_picture->image);
        painter.restore();
    }
}

void PictureView::resizeEvent(QResizeEvent*) { requestPicture(); }

void PictureView::showEvent(QShowEvent*) { requestPicture(); }

graph::Focus PictureView::hitAt(QPointF point) const {
    if (!m_picture || m_picture->subject.kind != m_subject.kind) return {};
    const graph::Focus focus = m_picture->scene->hit(m_picture->look.viewport, point);
    return textOf(focus) ? focus : graph::Focus{};
}

/// The text whose tokens it counts; null if that is no longer there.
const Snapshot* PictureView::textOf(const graph::Focus& focus) const {
    return focus.kept ? m_subject.before.get() : m_subject.snapshot.get();
}

graph::Focus PictureView::live(const graph::Focus& focus) const {
    if (!focus.kept) return focus;
    return m_picture ? m_picture->scene->live(focus) : graph::Focus{};
}

QString PictureView::describe(const graph::Focus& focus) const {
    const Snapshot* text = textOf(focus);
    if (!focus.isEdge() || !text || std::max(focus.query, focus.key) >= text->size()) return {};
    const QString own = m_picture ? m_picture->scene->describe(focus) : QString();
    return own.isEmpty() && m_describe && !focus.kept ? m_describe(focus) : own;
}

void PictureView::pointAt(const graph::Focus& at) {
    graph::Focus focus = m_wholeWords && textOf(at) ? graph::wholeWord(*textOf(at), at) : at;
    focus.kept = at.kept;
    if (focus.isToken()) focus.slot = at.slot;
    if (focus == m_hover) return;
    m_hover = focus;
    setCursor(focus.isNone() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    requestPicture();
    QToolTip::hideText();
    tell(focus);
    accessible::tellFocus(this, *this);
    Q_EMIT hovered(focus);
}

/// What is pointed out, for who does not see it.
void PictureView::tell(const graph::Focus& focus) {
    QString words;
    if (const Snapshot* text = textOf(focus); text && focus.isToken() && focus.query < text->size())
        words = text->exact[std::size_t(focus.query)];
    else if (focus.isEdge())
        words = QTextDocumentFragment::fromHtml(describe(focus)).toPlainText();
    setAccessibleDescription(words);
}

/// A tooltip that followed the mouse would cover the cells around it.
bool PictureView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const bool inPicture = m_subject.kind == Kind::Steps; // whose formula has the numbers
    const QString text = inPicture ? QString() : describe(m_hover);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, this);
    return true;
}

void PictureView::look(const graph::Viewport& viewport) {
    m_viewports[m_subject.kind] = viewport;
    requestPicture();
    update();
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drag) {
        pointAt(hitAt(event->position()));
        return;
    }
    const QPointF by = event->position() - m_drag->from;
    if (!m_drag->moving && by.manhattanLength() < 5) return;
    m_drag->moving = true;
    setCursor(Qt::ClosedHandCursor);
    look({m_drag->viewport.zoom, m_drag->viewport.pan + by});
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) m_drag = Drag{event->position(), viewport(), hitAt(event->position()), false};
}

void PictureView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const Drag drag = *m_drag;
    m_drag.reset();
    unsetCursor();
    if (!drag.moving) Q_EMIT activated(drag.on);
}

void PictureView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (hitAt(event->position()).isNone()) fit();
}

void PictureView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) return;
    zoomBy(std::pow(1.2, steps), event->position());
    event->accept();
}

void PictureView::zoomBy(double factor, QPointF about) {
    if (m_picture) look(viewport().zoomed(factor, m_picture->scene->anchorOf(about)));
}

void PictureView::leaveEvent(QEvent*) { pointAt({}); }

void PictureView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return walk(Step::Left);
    case Qt::Key_Right: return walk(Step::Right);
    case Qt::Key_Up: return walk(Step::Up);
    case Qt::Key_Down: return walk(Step::Down);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: Q_EMIT activated(m_hover); return;
    default: QWidget::keyPressEvent(event);
    }
}

void PictureView::walk(Step step) {
    if (!m_picture) return;
    const graph::Focus to = m_picture->scene->walk(m_hover.isNone() ? m_pinned : m_hover, step);
    bringIntoPane(to);
    pointAt(to);
}

void PictureView::bringIntoPane(const graph::Focus& focus) {
    const QRectF place = m_picture->scene->placeOf(focus, viewport());
    const QRectF pane = m_picture->scene->pane();
    if (place.isEmpty() || !focus.isEdge()) return;
    const QPointF by(into(place.left(), place.right(), pane.left(), pane.right()),
                     into(place.top(), place.bottom(), pane.top(), pane.bottom()));
    if (!by.isNull()) look({viewport().zoom, viewport().pan + by});
}

int PictureView::tokens() const {
    return m_picture && m_picture->subject.kind == m_subject.kind ? m_picture->subject.snapshot->size() : 0;
}

int PictureView::itemCount() const {
    const graph::Focus focus = inFocus();
    const bool pair = focus.isEdge() && !focus.kept && std::max(focus.query, focus.key) < tokens();
    return tokens() + (pair ? 1 : 0);
}

graph::Focus PictureView::focusOf(int item) const { return item < tokens() ? graph::Focus{item, -1, -1} : inFocus(); }

accessible::Item PictureView::item(int index) const {
    const graph::Focus focus = focusOf(index);
    const auto& labels = m_picture->subject.snapshot->labels;
    const QRectF place = m_picture->scene->placeOf(focus, viewport());
    if (focus.isToken())
        return {tr("%1: %2", "a token's number and text").arg(QString::number(index), labels[std::size_t(index)]), {}, place};
    return {tr("%1 \u2192 %2").arg(labels[std::size_t(focus.query)], labels[std::size_t(focus.key)]),
            QTextDocumentFragment::fromHtml(describe(focus)).toPlainText(), place};
}

int PictureView::itemInFocus() const {
    const graph::Focus focus = inFocus();
    if (focus.isEdge()) return itemCount() > tokens() ? tokens() : -1;
    return !focus.isNone() && !focus.kept && focus.query < tokens() ? focus.query : -1;
}

int PictureView::itemAt(QPointF point) const {
    const graph::Focus focus = hitAt(point);
    if (focus.isToken()) return !focus.kept && focus.query < tokens() ? focus.query : -1;
    return focus.isEdge() && focus == inFocus() ? itemInFocus() : -1;
}

} // namespace view
