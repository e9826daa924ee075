#include "app/inspector/vector_strip.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace {

constexpr int lowestStrip = 14; // pixels, where one row is enough
constexpr int mostInLargeCells = 1024;

/// The width below which cells are wrapped to the next row, in pixels.
int leastCell(std::size_t count) { return count > mostInLargeCells ? 2 : 3; }

QColor blend(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace

VectorStrip::VectorStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(lowestStrip);
}

void VectorStrip::setVector(const QString& name, std::vector<float> values) {
    m_name = name;
    m_values = std::move(values);
    setAccessibleName(tr("%1, %n number(s)", nullptr, int(m_values.size())).arg(name));
    arrange();
}

void VectorStrip::setColours(const QColor& positive, const QColor& negative, const QColor& paper) {
    m_positive = positive;
    m_negative = negative;
    m_paper = paper;
    colour();
}

/// As few rows as there have to be, equally long but for the last.
void VectorStrip::arrange() {
    const int count = std::max(int(m_values.size()), 1);
    const int most = std::max(width() / leastCell(m_values.size()), 1);
    m_rows = (count + most - 1) / most;
    m_columns = (count + m_rows - 1) / m_rows;
    const int cell = (width() + m_columns / 2) / m_columns;
    setFixedHeight(m_rows == 1 ? lowestStrip : m_rows * std::clamp(cell, 1, lowestStrip));
    colour();
}

void VectorStrip::colour() {
    float largest = 0;
    for (const float value : m_values)
        if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
    m_image = QImage(m_columns, m_rows, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    for (int d = 0; d < int(m_values.size()); ++d) {
        const float value = m_values[std::size_t(d)];
        const double share = largest > 0 && std::isfinite(value) ? std::sqrt(double(std::abs(value) / largest)) : 0.0;
        m_image.setPixelColor(d % m_columns, d / m_columns, blend(m_paper, value < 0 ? m_negative : m_positive, share));
    }
    update();
}

int VectorStrip::dimensionAt(QPoint point) const {
    if (!rect().contains(point)) return -1;
    const int d = point.y() * m_rows / height() * m_columns + point.x() * m_columns / width();
    return d < int(m_values.size()) ? d : -1;
}

bool VectorStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int d = dimensionAt(help->pos());
    if (d < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           QStringLiteral("%1[%2] = %3")
                               .arg(m_name, QString::number(d),
                                    QLocale().toString(double(m_values[std::size_t(d)]), 'g', 6)),
                           this);
    return true;
}

void VectorStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.drawImage(rect(), m_image);
}

void VectorStrip::resizeEvent(QResizeEvent* /*event*/) { arrange(); }
