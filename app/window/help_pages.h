#pragma once

#include <QAction>
#include <QList>

class QWidget;

/// What every key and click does; the keys are those of the actions as they are.
void showShortcuts(const QList<QAction*>& actions, QWidget* parent);

/// The built-in model's own page: what it was trained on, what its heads do, and what it cannot do.
void showAboutModel(QWidget* parent);

/// Version, licence, and an honest line about what attention is not.
void showAbout(QWidget* parent);
