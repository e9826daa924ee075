#include "app/view/picture_view.h"

#include "app/graph/whole_word.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <algorithm>

namespace view {

namespace {

/// The way to bring a stretch into another, or to the other's middle where it is larger.
double into(double low, double high, double first, double last) {
    if (high - low > last - first) return (first + last - low - high) / 2;
    return low < first ? first - low : high > last ? last - high : 0;
}

} // namespace

PictureView::PictureView(QWidget* parent) : PointedView(parent) {
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
    if (!hover().kept && std::max(hover().last(), hover().key) >= m_subject.snapshot->size()) forgetHover();
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
    if (next.heads != m_subject.heads) forgetSlot();
    if (next.before != m_subject.before && hover().kept) forgetHover();
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

void PictureView::requestPicture() {
    if (!isVisible() || !m_subject.snapshot || !m_subject.snapshot->hasAll(m_subject.heads)) return;
    PictureRequest request{m_subject, {colours(), viewport(), inFocus(), {}}, devicePixelRatioF()};
    request.subject.area = size();
    if (m_subject.kind == Kind::Flow) request.subject.from = pinned().query;
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
    if (!whole) painter.fillRect(rect(), colours().paper);
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
        painter.fillRect(pane.rect, colours().paper);
        painter.translate(pane.offset);
        painter.setTransform(moved, true);
        painter.translate(-pane.offset);
        painter.setClipRect(pane.rect, Qt::IntersectClip); // what stands around it has not moved
        painter.drawImage(QPointF(0, 0), m_picture->image);
        painter.restore();
    }
}

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

QString PictureView::explain(const graph::Focus& focus) const {
    const Snapshot* text = textOf(focus);
    if (!focus.isEdge() || !text || std::max(focus.query, focus.key) >= text->size()) return {};
    const QString own = m_picture ? m_picture->scene->describe(focus) : QString();
    return own.isEmpty() && !focus.kept ? describe(focus) : own;
}

graph::Focus PictureView::meant(const graph::Focus& at) const {
    graph::Focus focus = m_wholeWords && textOf(at) ? graph::wholeWord(*textOf(at), at) : at;
    focus.kept = at.kept;
    if (focus.isToken()) focus.slot = at.slot;
    return focus;
}

void PictureView::followHover(QPointF /*where*/) {
    QToolTip::hideText();
    tell(hover());
}

/// What is pointed out, for who does not see it.
void PictureView::tell(const graph::Focus& focus) {
    QString words;
    if (const Snapshot* text = textOf(focus); text && focus.isToken() && focus.query < text->size())
        words = text->exact[std::size_t(focus.query)];
    else if (focus.isEdge())
        words = QTextDocumentFragment::fromHtml(explain(focus)).toPlainText();
    setAccessibleDescription(words);
}

/// A tooltip that followed the mouse would cover the cells around it.
bool PictureView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const bool inPicture = m_subject.kind == Kind::Steps; // whose formula has the numbers
    const QString text = inPicture ? QString() : explain(hover());
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, this);
    return true;
}

void PictureView::walk(Step step) {
    if (!m_picture) return;
    const graph::Focus to = m_picture->scene->walk(inFocus(), step);
    bringIntoPane(to);
    pointAt(to, {});
}

void PictureView::bringIntoPane(const graph::Focus& focus) {
    const QRectF place = m_picture->scene->placeOf(focus, viewport());
    const QRectF pane = m_picture->scene->pane();
    if (place.isEmpty() || !focus.isEdge()) return;
    const QPointF by(into(place.left(), place.right(), pane.left(), pane.right()),
                     into(place.top(), place.bottom(), pane.top(), pane.bottom()));
    if (!by.isNull()) setViewport({viewport().zoom, viewport().pan + by});
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
            QTextDocumentFragment::fromHtml(explain(focus)).toPlainText(), place};
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
