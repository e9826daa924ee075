#include "app/prompt/token_strip.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr double padding = 5;
constexpr int mostLines = 3;

} // namespace

TokenStrip::TokenStrip(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Tokens"));
    viewport()->setMouseTracking(true);
    QFont small = font();
    small.setPixelSize(14);
    setFont(small);
}

void TokenStrip::setSnapshot(SnapshotPtr snapshot) {
    m_snapshot = std::move(snapshot);
    layOut();
    viewport()->update();
}

void TokenStrip::setColours(const Palette& palette) {
    m_palette = palette;
    viewport()->update();
}

void TokenStrip::setFocus(const graph::Focus& focus) {
    if (focus == m_focus) return;
    m_focus = focus;
    viewport()->update();
}

void TokenStrip::followCursor(std::size_t byte) {
    if (!m_snapshot) return;
    for (std::size_t i = 0; i < m_layout.chips.size(); ++i) {
        const mayfly::Token& token = m_snapshot->tokens[i];
        if (byte > token.end) continue;
        const int top = int(m_layout.chips[i].top());
        const int value = verticalScrollBar()->value();
        if (top < value) verticalScrollBar()->setValue(top);
        if (top + lineHeight() > value + viewport()->height())
            verticalScrollBar()->setValue(top + lineHeight() - viewport()->height());
        return;
    }
}

QSize TokenStrip::sizeHint() const {
    const int lines = std::clamp(int(m_layout.height / std::max(1, lineHeight())), 1, mostLines);
    return {600, lines * lineHeight() + 2};
}

int TokenStrip::lineHeight() const { return fontMetrics().height() + 8; }

void TokenStrip::layOut() {
    if (!m_snapshot) return;
    const QFontMetricsF metrics(font());
    std::vector<double> widths;
    for (const QString& text : m_snapshot->exact) {
        auto known = m_widths.constFind(text);
        if (known == m_widths.constEnd())
            known = m_widths.insert(text, metrics.horizontalAdvance(text) + 2 * padding);
        widths.push_back(*known);
    }
    const QSize before = sizeHint();
    m_layout = layoutChips(widths, viewport()->width(), lineHeight());
    verticalScrollBar()->setSingleStep(lineHeight());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, int(m_layout.height) - viewport()->height()));
    if (sizeHint() != before) updateGeometry();
}

int TokenStrip::tokenAt(QPointF point) const { return m_layout.at(point + QPointF(0, verticalScrollBar()->value())); }

bool TokenStrip::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseMove: Q_EMIT hovered({tokenAt(static_cast<QMouseEvent*>(event)->position()), -1, -1}); break;
    case QEvent::MouseButtonPress:
        click(*static_cast<QMouseEvent*>(event));
        break;
    case QEvent::Leave: Q_EMIT hovered({}); break;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), explain(tokenAt(help->pos())), this);
        return true;
    }
    default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TokenStrip::click(const QMouseEvent& mouse) {
    if (mouse.button() != Qt::LeftButton) return;
    const graph::Focus token{tokenAt(mouse.position()), -1, -1};
    if (mouse.modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT joined(token);
    else
        Q_EMIT activated(token);
}

QString TokenStrip::explain(int token) const {
    if (token < 0 || !m_snapshot || token >= m_snapshot->size()) return {};
    const mayfly::Token& at = m_snapshot->tokens[std::size_t(token)];
    const QString place = tr("token %1, id %2, bytes %3 to %4")
                              .arg(QString::number(token), QString::number(at.id), QString::number(at.begin),
                                   QString::number(at.end));
    return m_snapshot->isSpecial(token) ? place + u'\n' + tr("a special token: one of the model\u2019s own signs") : place;
}

void TokenStrip::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const double scrolled = verticalScrollBar()->value();
    for (std::size_t i = 0; i < m_layout.chips.size(); ++i) {
        const QRectF chip = m_layout.chips[i].translated(0, -scrolled);
        if (chip.bottom() >= 0 && chip.top() <= viewport()->height()) paintChip(painter, int(i), chip);
    }
}

void TokenStrip::paintChip(QPainter& painter, int token, const QRectF& chip) const {
    const bool query = token == m_focus.query || m_focus.covers(token);
    const bool key = token == m_focus.key;
    // Two tints in turn show the boundaries without lines between words.
    QColor tint = m_palette.heads[0];
    tint.setAlphaF(token % 2 == 0 ? 0.10F : 0.20F);
    if (query) tint = m_focus.isEdge() ? m_palette.query : m_palette.outgoing;
    if (key) tint = m_palette.key;
    const bool special = m_snapshot->isSpecial(token);
    painter.setPen(special ? QPen(m_palette.muted, 1, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(tint);
    const double inset = special ? 0.5 : 0; // a line lies within its box
    painter.drawRoundedRect(chip.adjusted(inset, inset, -inset, -inset), 4, 4);
    painter.setPen(query || key ? m_palette.paper : m_palette.ink);
    painter.drawText(chip, Qt::AlignCenter, m_snapshot->exact[std::size_t(token)]);
}

void TokenStrip::resizeEvent(QResizeEvent*) { layOut(); }

void TokenStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        m_widths.clear();
        layOut();
    }
    QAbstractScrollArea::changeEvent(event);
}
