#include "app/heads/head_grid.h"

#include "app/naming/label_words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace {

constexpr double frame = 2; ///< pixels that a frame reaches beyond its thumbnail

/// From the paper, for no weight, through the first head's colour to the ink, for a weight of one.
QList<QRgb> ramp(const Palette& palette) {
    const auto mix = [](const QColor& a, const QColor& b, double t) {
        const auto channel = [t](int from, int to) { return int(std::lround(from + (to - from) * t)); };
        return qRgb(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
    };
    const QColor ground(mix(palette.paper, palette.faint, 0.45));
    QList<QRgb> colours;
    for (int i = 0; i < 256; ++i) {
        const double t = i / 255.0;
        colours.append(t < 0.7 ? mix(ground, palette.heads[0], t / 0.7) : mix(palette.heads[0], palette.ink, (t - 0.7) / 0.45));
    }
    return colours;
}

} // namespace

HeadGrid::HeadGrid(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Heads"));
    viewport()->setMouseTracking(true);
}

void HeadGrid::setSnapshot(SnapshotPtr snapshot) {
    const bool sameShape = m_snapshot && m_snapshot->maps.layers == snapshot->maps.layers &&
                           m_snapshot->maps.heads == snapshot->maps.heads;
    m_snapshot = std::move(snapshot);
    m_sheet = m_snapshot->sheet;
    m_sheet.setColorTable(ramp(m_palette));
    if (!sameShape) layOut();
    viewport()->update();
}

void HeadGrid::setChosen(const std::vector<mayfly::HeadIndex>& heads) {
    if (heads == m_chosen) return;
    m_chosen = heads;
    if (std::find(heads.begin(), heads.end(), m_current) == heads.end() && !heads.empty()) m_current = heads.back();
    tellScreenReader();
    viewport()->update();
}

void HeadGrid::setColours(const Palette& palette) {
    m_palette = palette;
    if (!m_sheet.isNull()) m_sheet.setColorTable(ramp(palette));
    viewport()->update();
}

void HeadGrid::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    m_probe = std::move(probe);
    tellScreenReader();
    viewport()->update();
}

void HeadGrid::setOnly(std::optional<mayfly::HeadLabel> label) {
    m_only = label;
    viewport()->update();
}

bool HeadGrid::isFaded(mayfly::HeadIndex head) const {
    return m_only && m_probe && m_probe->has(head) && m_probe->label(head) != *m_only;
}

QPointF HeadGrid::scrolled() const {
    return {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
}

/// Beside the numbers, which thumbnails scroll away beneath.
std::optional<mayfly::HeadIndex> HeadGrid::headAt(QPointF point) const {
    if (point.x() < m_grid.left - frame || point.y() < m_grid.top - frame) return std::nullopt;
    return m_grid.at(point + scrolled());
}

void HeadGrid::layOut() {
    if (!m_snapshot) return;
    m_grid = layoutHeadGrid(m_snapshot->maps.layers, m_snapshot->maps.heads, viewport()->width());
    const QSize over = m_grid.size().toSize() - viewport()->size();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(m_grid.cell));
    verticalScrollBar()->setRange(0, std::max(0, over.height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, over.width()));
}

void HeadGrid::resizeEvent(QResizeEvent*) { layOut(); }

bool HeadGrid::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton) click(mouse->position(), mouse->modifiers());
        return true;
    }
    case QEvent::MouseButtonDblClick:
        if (const auto head = headAt(static_cast<QMouseEvent*>(event)->position())) show(*head);
        return true;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto head = headAt(help->pos());
        QToolTip::showText(help->globalPos(), head ? explain(*head) : QString(), this);
        return true;
    }
    default: return QAbstractScrollArea::viewportEvent(event);
    }
}

QString HeadGrid::explain(mayfly::HeadIndex head) const {
    return headwords::tooltip(head, m_probe.get()) +
           QStringLiteral("<div>%1</div>").arg(tr("Click to show it, Ctrl+click to add it"));
}

/// The head that the keys are at, in words.
void HeadGrid::tellScreenReader() {
    QString words = tr("Head %1").arg(headwords::titled(m_current, m_probe.get()));
    if (m_probe && m_probe->has(m_current)) words += QStringLiteral(": ") + headwords::claim(*m_probe, m_current);
    setAccessibleDescription(words);
}

void HeadGrid::click(QPointF point, Qt::KeyboardModifiers modifiers) {
    const auto head = headAt(point);
    if (!head) return;
    m_current = *head;
    tellScreenReader();
    viewport()->update();
    if (modifiers.testFlag(Qt::ControlModifier))
        Q_EMIT headToggled(*head);
    else
        Q_EMIT headChosen(*head);
}

void HeadGrid::show(mayfly::HeadIndex head) {
    m_current = head;
    tellScreenReader();
    viewport()->update();
    Q_EMIT headChosen(head);
}

void HeadGrid::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return walk(0, -1);
    case Qt::Key_Right: return walk(0, 1);
    case Qt::Key_Up:
    case Qt::Key_PageUp: return walk(-1, 0);
    case Qt::Key_Down:
    case Qt::Key_PageDown: return walk(1, 0);
    case Qt::Key_Space:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT headToggled(m_current);
            return;
        }
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter: return show(m_current);
    default: break;
    }
    const bool plain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
    const QString text = event->text();
    if (plain && !text.isEmpty() && (text[0].isDigit() || text[0] == u'.'))
        type(text);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void HeadGrid::walk(int layers, int heads) {
    mayfly::HeadIndex to = m_current;
    to.layer = std::clamp(to.layer + layers, 0, std::max(0, m_grid.layers - 1));
    to.head = std::clamp(to.head + heads, 0, std::max(0, m_grid.heads - 1));
    if (to != m_current) goTo(to);
}

void HeadGrid::goTo(mayfly::HeadIndex head) {
    const QRectF cell = m_grid.cellOf(head);
    // In sight whole, and beside the numbers; where there is no room for that, its beginning is.
    const auto reveal = [](QScrollBar* bar, double begin, double end, double numbers, int page) {
        const int first = int(begin - numbers);
        bar->setValue(std::clamp(bar->value(), std::min(first, int(end) - page + 4), first));
    };
    reveal(verticalScrollBar(), cell.top(), cell.bottom(), m_grid.top, viewport()->height());
    reveal(horizontalScrollBar(), cell.left(), cell.right(), m_grid.left, viewport()->width());
    show(head);
}

void HeadGrid::type(const QString& text) {
    if (!m_sinceTyped.isValid() || m_sinceTyped.elapsed() > 1500) m_typed.clear();
    m_sinceTyped.start();
    const auto headOf = [this](const QString& typed) {
        const auto head = mayfly::parseHeadIndex(typed.toStdString());
        return head && head->layer < m_grid.layers && head->head < m_grid.heads ? head : std::nullopt;
    };
    // What cannot go on as a head begins the next one.
    const QString longer = m_typed + text;
    const bool goesOn = headOf(longer) || headOf(longer + u'0') || headOf(longer + QStringLiteral(".0"));
    m_typed = goesOn ? longer : text;
    if (const auto head = headOf(m_typed)) show(*head);
}

void HeadGrid::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (!m_snapshot) return;
    painter.translate(-scrolled());
    // Few tokens are shown as the squares they are, many are smoothed down.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_snapshot->maps.side > m_grid.cell);
    const QRectF seen(scrolled(), viewport()->size());
    for (int layer = 0; layer < m_grid.layers; ++layer)
        for (int head = 0; head < m_grid.heads; ++head)
            if (const QRectF cell = m_grid.cellOf({layer, head}); cell.intersects(seen))
                paintCell(painter, {layer, head}, cell);
    painter.translate(scrolled());
    paintNumbers(painter);
}

void HeadGrid::paintCell(QPainter& painter, mayfly::HeadIndex head, const QRectF& cell) const {
    const int side = m_snapshot->maps.side;
    if (isFaded(head)) painter.setOpacity(0.25);
    if (side > 0)
        painter.drawImage(cell, m_sheet, QRectF(head.head * side, head.layer * side, side, side));
    else
        painter.fillRect(cell, m_palette.faint);
    paintMark(painter, head, cell);
    painter.setOpacity(1);
    const auto at = std::find(m_chosen.begin(), m_chosen.end(), head);
    painter.setBrush(Qt::NoBrush);
    if (at != m_chosen.end()) {
        const auto slot = std::size_t(at - m_chosen.begin());
        painter.setPen(QPen(m_palette.heads[slot % m_palette.heads.size()], 3));
        painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (head == m_current && hasFocus()) {
        painter.setPen(QPen(m_palette.ink, 1, Qt::DotLine));
        painter.drawRect(cell.adjusted(-1.5, -1.5, 1.5, 1.5));
    }
}

/// In the corner of the last key and the first query, where a causal head has nothing to show.
void HeadGrid::paintMark(QPainter& painter, mayfly::HeadIndex head, const QRectF& cell) const {
    const QString mark = m_probe && m_probe->has(head) ? headwords::mark(m_probe->label(head)) : QString();
    if (mark.isEmpty()) return;
    QFont bold = font();
    bold.setBold(true);
    bold.setPixelSize(cell.width() < 24 ? 10 : 12);
    painter.setFont(bold);
    const double side = bold.pixelSize() + 2;
    const QRectF corner(cell.right() - side - 1, cell.top() + 1, side, side);
    painter.fillRect(corner, m_palette.paper);
    painter.setPen(m_palette.ink);
    painter.drawText(corner, Qt::AlignCenter, mark);
}

/// Along the edges, in sight wherever the thumbnails are scrolled to, on ground that covers those beneath.
void HeadGrid::paintNumbers(QPainter& painter) const {
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    const double left = m_grid.left - frame, top = m_grid.top - frame;
    const QRectF beside(0, top, left, viewport()->height() - top);
    const QRectF above(left, 0, viewport()->width() - left, top);
    for (const QRectF& ground : {beside, above, QRectF(0, 0, left, top)}) painter.fillRect(ground, m_palette.paper);
    const auto number = [&](const QRectF& where, int value, bool on) {
        painter.setPen(on ? m_palette.ink : m_palette.muted);
        painter.drawText(where, Qt::AlignCenter, QString::number(value));
    };
    painter.setClipRect(beside);
    for (int layer = 0; layer < m_grid.layers; ++layer)
        number({0, m_grid.cellOf({layer, 0}).top() - scrolled().y(), m_grid.left, m_grid.cell}, layer, layer == m_current.layer);
    painter.setClipRect(above);
    for (int head = 0; head < m_grid.heads; ++head)
        number({m_grid.cellOf({0, head}).left() - scrolled().x(), 0, m_grid.cell, m_grid.top}, head, head == m_current.head);
}

void HeadGrid::focusInEvent(QFocusEvent*) { viewport()->update(); }
void HeadGrid::focusOutEvent(QFocusEvent*) { viewport()->update(); }
