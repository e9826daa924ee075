#pragma once

#include "app/window/theme.h"

#include <QStringList>

class QMainWindow;

/// What the window remembers from one start to the next: its place, panels, theme and recent models.
namespace memory {

/// Restores size, place and panels; false on the first start.
bool restoreWindow(QMainWindow& window);
void keepWindow(const QMainWindow& window);

Theme theme();
void keepTheme(Theme theme);
bool reducedMotion();
void keepReducedMotion(bool reduced);

/// The latest first, ten at most.
QStringList recentModels();
void addRecentModel(const QString& model);

} // namespace memory
