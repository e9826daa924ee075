#include "app/graph/graph_view.h"

#include "app/graph/hit.h"
#include "app/graph/labels.h"
#include "app/graph/whole_word.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace graph {

GraphView::GraphView(QWidget* parent) : PointedView(parent) {
    setAccessibleName(tr("Attention graph"));
    connect(&m_maker, &PictureMaker::ready, this, &GraphView::takePicture);
}

void GraphView::setSnapshot(SnapshotPtr snapshot) {
    m_snapshot = std::move(snapshot);
    // What the mouse points at may be another token now, or none.
    if (hover().last() >= m_snapshot->size() || hover().key >= m_snapshot->size()) forgetHover();
    requestPicture();
}

void GraphView::setDocument(const Document& document) {
    m_wholeWords = document.wholeWords;
    const mayfly::GraphChoice choice{document.heads, document.topMass / 100.0, document.hideFirst};
    if (choice == m_choice && document.layout == m_layout && document.moved == m_moved) return;
    if (choice.heads != m_choice.heads) forgetSlot();
    m_choice = choice;
    m_layout = document.layout;
    m_moved = document.moved;
    requestPicture();
}

void GraphView::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    if (probe == m_probe) return;
    m_probe = std::move(probe);
    requestPicture();
}

void GraphView::setMorphs(bool morphs) { m_morphs = morphs; }

void GraphView::requestPicture() {
    if (!isVisible() || !m_snapshot || m_choice.heads.empty() || !m_snapshot->hasAll(m_choice.heads)) return;
    PictureRequest request;
    request.snapshot = m_snapshot;
    request.choice = m_choice;
    request.layout = m_layout;
    request.moved = m_moved;
    request.size = size();
    request.scale = devicePixelRatioF();
    request.look = {colours(), m_viewport, inFocus(), m_probe};
    request.morphs = m_morphs && !isDragged();
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
        painter.fillRect(rect(), colours().paper);
        return;
    }
    if (m_picture->viewport == m_viewport && m_picture->scene->area == QSizeF(size())) {
        painter.drawImage(QPointF(0, 0), m_picture->image);
        return;
    }
    // Until the new picture is there, the old one stands in, moved and scaled to where it will be.
    painter.fillRect(rect(), colours().paper);
    painter.setTransform(m_viewport.over(m_picture->viewport));
    painter.drawImage(QPointF(0, 0), m_picture->image);
}

Focus GraphView::hitAt(QPointF point) const {
    return m_picture ? hit(*m_picture->scene, m_picture->viewport, point) : Focus{};
}

Focus GraphView::meant(const Focus& at) const { return m_wholeWords && m_snapshot ? wholeWord(*m_snapshot, at) : at; }

/// The mouse rests: a tooltip that is gone by now, or never came because the mouse came from outside, is shown.
bool GraphView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return PointedView::event(event);
    followHover(static_cast<QHelpEvent*>(event)->globalPos());
    return true;
}

/// The tooltip of an edge follows the mouse, or stands where the keyboard went.
void GraphView::followHover(QPointF where) {
    const QString text = hover().isEdge() ? describe(hover()) : QString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(where.toPoint(), text, this);
}

bool GraphView::moveToken(int token, QPointF to) {
    if (!m_picture || token >= int(m_picture->scene->placement.places.size())) return false;
    QPointF moved = m_viewport.unmap(to) - m_picture->scene->placement.places[std::size_t(token)].query;
    if (m_layout == Layout::Columns) moved.setX(0); // the columns stay columns
    Q_EMIT tokenMoved(token, moved);
    return true;
}

/// Along a line of text the line stays in sight, with room for its labels, which grow.
Viewport GraphView::zoomed(double factor) const {
    const Viewport about = PointedView::zoomed(factor);
    if (m_layout != Layout::Arc || !m_picture || m_picture->scene->nodes.empty()) return about;
    const Scene& scene = *m_picture->scene;
    const double line = m_viewport.map(scene.placement.places.front().query).y();
    if (line < 0 || line > height()) return about;
    Viewport to = m_viewport.zoomed(factor, {double(rect().center().x()), line});
    to.pan.ry() -= std::max(0.0, line + labelRoom(scene, to) - height());
    return to;
}

void GraphView::walk(Step step) {
    if (!m_picture) return;
    const Focus to = graph::walk(*m_picture->scene, inFocus(), step);
    pointAt(to, mapToGlobal(pointOf(to)));
}

/// The middle of an edge.
QPointF GraphView::pointOf(const Focus& focus) const {
    for (const SceneEdge& edge : m_picture->scene->edges)
        if (edge.query == focus.query && edge.key == focus.key && edge.slot == focus.slot)
            return m_viewport.map(drawing::pointOn(edge.curve, 0.5));
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
    for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) line << drawing::pointOn(curve, t);
    return {tr("%1 \u2192 %2, head %3")
                .arg(nodeOf(edge.query).label, nodeOf(edge.key).label,
                     QString::fromStdString(mayfly::toString(scene.heads[std::size_t(edge.slot)]))),
            tr("weight %1").arg(QLocale().toString(edge.weight, 'f', 3)), line.boundingRect().adjusted(-3, -3, 3, 3)};
}

int GraphView::itemInFocus() const { return itemOf(inFocus()); }

int GraphView::itemAt(QPointF point) const { return itemOf(hitAt(point)); }

const void* GraphView::shown() const { return m_picture ? m_picture->scene.get() : nullptr; }

} // namespace graph
