#include "app/prompt/next_bar.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr double padding = 9;
constexpr double top = 5;
constexpr double chipHeight = 28;

QString percent(float probability) {
    return QStringLiteral("%1 %").arg(QLocale().toString(double(probability) * 100, 'f', probability < 0.1F ? 1 : 0));
}

} // namespace

NextBar::NextBar(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Next tokens"));
    setStatusTip(tr("The most likely next tokens: click one to append it"));
}

void NextBar::setSnapshot(SnapshotPtr snapshot) {
    m_snapshot = std::move(snapshot);
    layOut();
    update();
}

void NextBar::setColours(const Palette& palette) {
    m_palette = palette;
    update();
}

double NextBar::headingWidth() const { return QFontMetricsF(font()).horizontalAdvance(tr("next:")) + 26; }

void NextBar::layOut() {
    if (!m_snapshot) return;
    const QFontMetricsF metrics(font());
    std::vector<double> widths;
    for (std::size_t i = 0; i < m_snapshot->next.size(); ++i) {
        const double text = metrics.horizontalAdvance(m_snapshot->nextTexts[i]) + 7 +
                            metrics.horizontalAdvance(percent(m_snapshot->next[i].probability));
        widths.push_back(text + 2 * padding);
    }
    // One line: those that do not fit are left out.
    m_layout = layoutChips(widths, width() - headingWidth(), chipHeight + 2);
    for (QRectF& chip : m_layout.chips) chip.translate(headingWidth() + 3 * double(&chip - m_layout.chips.data()), top);
    std::erase_if(m_layout.chips, [this](const QRectF& chip) {
        return chip.top() > top || chip.right() > width() - 4;
    });
}

int NextBar::at(QPointF point) const { return m_layout.at(point); }

void NextBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_palette.muted);
    if (!m_snapshot || m_snapshot->next.empty()) return;
    painter.drawText(QRectF(14, top, headingWidth(), chipHeight), Qt::AlignVCenter | Qt::AlignLeft, tr("next:"));
    for (std::size_t i = 0; i < m_layout.chips.size(); ++i) {
        const QRectF chip = m_layout.chips[i];
        const float probability = m_snapshot->next[i].probability;
        QPainterPath shape;
        shape.addRoundedRect(chip, 5, 5);
        QColor tint = m_palette.heads[0];
        tint.setAlphaF(0.10F);
        painter.fillPath(shape, tint);
        tint.setAlphaF(0.34F);
        painter.save();
        painter.setClipPath(shape);
        painter.fillRect(QRectF(chip.left(), chip.top(), chip.width() * double(probability), chip.height()), tint);
        painter.restore();
        if (int(i) == m_hover) {
            painter.setPen(QPen(m_palette.heads[0], 1.5));
            painter.drawPath(shape);
        }
        const QRectF text = chip.adjusted(padding, 0, -padding, 0);
        painter.setPen(m_palette.ink);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, m_snapshot->nextTexts[i]);
        painter.setPen(m_palette.muted);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, percent(probability));
    }
}

void NextBar::resizeEvent(QResizeEvent*) { layOut(); }

void NextBar::mouseMoveEvent(QMouseEvent* event) {
    const int place = at(event->position());
    if (place == m_hover) return;
    m_hover = place;
    setCursor(place >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void NextBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(at(event->position()));
}

void NextBar::leaveEvent(QEvent*) {
    m_hover = -1;
    update();
}

void NextBar::keyPressEvent(QKeyEvent* event) {
    const int last = int(m_layout.chips.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: m_hover = std::max(0, m_hover - 1); break;
    case Qt::Key_Right: m_hover = std::min(last, m_hover + 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: choose(m_hover); return;
    default: QWidget::keyPressEvent(event); return;
    }
    update();
}

void NextBar::choose(int place) {
    if (place < 0 || !m_snapshot || place >= int(m_snapshot->next.size())) return;
    const auto* tokenizer = m_snapshot->model->tokenizer();
    if (tokenizer) Q_EMIT chosen(QByteArray::fromStdString(tokenizer->bytes(m_snapshot->next[std::size_t(place)].id)));
}

bool NextBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int place = at(help->pos());
        QToolTip::showText(help->globalPos(), place < 0 ? QString() : tr("Click to append this token to the text"), this);
        return true;
    }
    return QWidget::event(event);
}
