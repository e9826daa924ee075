#include "app/window/window_memory.h"

#include <QMainWindow>
#include <QSettings>

namespace memory {

namespace {

constexpr int layoutVersion = 1; // of the panels: raise it when one is added, and older layouts are left aside
constexpr qsizetype mostRecent = 10;

} // namespace

bool restoreWindow(QMainWindow& window) {
    const QSettings settings;
    const bool known = window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    window.restoreState(settings.value(QStringLiteral("window/panels")).toByteArray(), layoutVersion);
    return known;
}

void keepWindow(const QMainWindow& window) {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
    settings.setValue(QStringLiteral("window/panels"), window.saveState(layoutVersion));
}

Theme theme() { return themeNamed(QSettings().value(QStringLiteral("window/theme")).toString()); }
void keepTheme(Theme theme) { QSettings().setValue(QStringLiteral("window/theme"), nameOf(theme)); }

bool reducedMotion() { return QSettings().value(QStringLiteral("window/reducedMotion"), false).toBool(); }
void keepReducedMotion(bool reduced) { QSettings().setValue(QStringLiteral("window/reducedMotion"), reduced); }

QStringList recentModels() { return QSettings().value(QStringLiteral("models/recent")).toStringList(); }

void addRecentModel(const QString& model) {
    QStringList recent = recentModels();
    recent.removeAll(model);
    recent.prepend(model);
    QSettings().setValue(QStringLiteral("models/recent"), recent.mid(0, mostRecent));
}

} // namespace memory
