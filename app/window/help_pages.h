#pragma once

#include <QAction>
#include <QList>

class QWidget;

/// What every key and click does; the keys are those of the actions as they are.
void showShortcuts(const QList<QAction*>& actions, QWidget* parent);

/// Version, licence, and an honest line about what attention is not.
void showAbout(QWidget* parent);
