#include "app/window/path_controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

PathControls::PathControls(QAction* hideFirst, QAction* fit, QWidget* parent)
    : ControlRow(parent), m_slider(new QSlider(Qt::Horizontal)), m_value(new QLabel) {
    auto* name = new QLabel(tr("&Depth"));
    name->setBuddy(m_slider);
    m_slider->setMinimumWidth(60);
    m_slider->setMaximumWidth(320);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setAccessibleName(tr("Depth in the model"));
    m_slider->setToolTip(tr("Tokens are marked where their residual stream is after this layer"));
    m_value->setMinimumWidth(fontMetrics().horizontalAdvance(tr("embedding")) + 8);
    row()->addWidget(name);
    row()->addWidget(m_slider, 1);
    row()->addWidget(m_value);
    row()->addSpacing(14);
    add(hideFirst);
    row()->addStretch(1);
    add(fit);
    connect(m_slider, &QSlider::valueChanged, this, [this](int depth) {
        show(depth);
        Q_EMIT depthChanged(depth == m_slider->maximum() ? -1 : depth);
    });
}

void PathControls::setLayers(int layers) {
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, layers);
    setDepth(m_depth);
}

void PathControls::setDepth(int depth) {
    const QSignalBlocker quiet(m_slider);
    m_depth = depth;
    m_slider->setValue(depth < 0 ? m_slider->maximum() : depth);
    show(m_slider->value());
}

void PathControls::show(int depth) { m_value->setText(depth == 0 ? tr("embedding") : tr("layer %1").arg(depth - 1)); }
