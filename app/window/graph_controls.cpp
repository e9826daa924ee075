#include "app/window/graph_controls.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

GraphControls::GraphControls(const QList<QAction*>& layouts, QAction* hideFirst, QAction* fit, QWidget* parent)
    : QWidget(parent) {
    // Fusion hardly shows on a dark ground which button is down.
    setStyleSheet(QStringLiteral("QToolButton { padding: 4px 12px; border: 1px solid palette(mid); border-radius: 5px; "
                                 "background: palette(button); color: palette(button-text); }"
                                 "QToolButton:hover { border-color: palette(highlight); }"
                                 "QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); "
                                 "border-color: palette(highlight); }"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(6);
    const auto button = [&](QAction* action) {
        auto* tool = new QToolButton;
        tool->setDefaultAction(action);
        tool->setToolButtonStyle(Qt::ToolButtonTextOnly);
        row->addWidget(tool);
    };
    for (QAction* layout : layouts) button(layout);
    row->addSpacing(14);
    auto* name = new QLabel(tr("Top m&ass"));
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(1, 100);
    m_slider->setMinimumWidth(90);
    m_slider->setMaximumWidth(220);
    m_slider->setAccessibleName(tr("Top mass in percent"));
    m_slider->setToolTip(tr("The strongest edges of each token are drawn until they carry this share of its attention"));
    name->setToolTip(m_slider->toolTip());
    name->setBuddy(m_slider);
    m_value = new QLabel;
    m_value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    row->addWidget(name);
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    row->addSpacing(14);
    button(hideFirst);
    row->addStretch(1);
    button(fit);
    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        m_value->setText(tr("%1 %").arg(percent));
        Q_EMIT topMassChanged(percent);
    });
    setTopMass(90);
}

void GraphControls::setTopMass(int percent) {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(percent);
    m_value->setText(tr("%1 %").arg(percent));
}
