#include "app/window/control_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

ControlRow::ControlRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    followTheme();
    m_row->setContentsMargins(12, 6, 12, 6);
    m_row->setSpacing(6);
}

void ControlRow::followTheme() {
    // Fusion hardly shows on a dark ground which button is down.
    setStyleSheet(QStringLiteral("QToolButton { padding: 4px 9px; border: 1px solid palette(mid); border-radius: 5px; "
                                 "background: palette(button); color: palette(button-text); }"
                                 "QToolButton:hover { border-color: palette(highlight); }"
                                 "QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); "
                                 "border-color: palette(highlight); }"));
}

QToolButton* ControlRow::add(QAction* action) {
    auto* tool = new QToolButton;
    tool->setDefaultAction(action);
    tool->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_row->addWidget(tool);
    return tool;
}
