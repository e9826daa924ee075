#include "app/window/graph_controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

GraphControls::GraphControls(const QList<QAction*>& layouts, QAction* hideFirst, QAction* fit, QWidget* parent)
    : ControlRow(parent) {
    for (QAction* layout : layouts) m_layouts.append(add(layout));
    beginGroup();
    auto* name = new QLabel(tr("Top m&ass"));
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(1, 100);
    m_slider->setMinimumWidth(48);
    m_slider->setMaximumWidth(220);
    m_slider->setAccessibleName(tr("Top mass in percent"));
    m_slider->setToolTip(tr("The strongest edges of each token are drawn until they carry this share of its attention; of what is left of it where "
                            "the first token is hidden"));
    name->setToolTip(m_slider->toolTip());
    name->setBuddy(m_slider);
    m_value = new QLabel;
    m_value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    row()->addWidget(name);
    row()->addWidget(m_slider, 1);
    row()->addWidget(m_value);
    row()->addSpacing(8);
    add(hideFirst);
    row()->addStretch(1);
    add(fit);
    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        m_value->setText(tr("%1 %").arg(percent));
        Q_EMIT topMassChanged(percent);
    });
    setTopMass(90);
}

void GraphControls::setLayoutsShown(bool shown) {
    for (QToolButton* layout : m_layouts) layout->setVisible(shown);
}

void GraphControls::setTopMass(int percent) {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(percent);
    m_value->setText(tr("%1 %").arg(percent));
}
