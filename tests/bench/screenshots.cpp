// Takes the README's pictures from the program itself: screenshots FOLDER writes window.png and window-dark.png.

#include "app/graph/graph_view.h"
#include "app/window/main_window.h"
#include "app/window/translators.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace {

bool take(const QString& theme, const QString& file, const graph::Focus& pinned) {
    QSettings().setValue(QStringLiteral("window/theme"), theme);
    MainWindow window;
    window.resize(1280, 760);
    window.start({});
    window.show();
    auto* view = window.findChild<graph::GraphView*>();
    const auto settled = [&] { return view->picture() && view->picture()->settled; };
    if (!QTest::qWaitFor([&] { return window.session().snapshot() && settled(); }, 30000)) return false;
    window.session().setPin(pinned);
    QTest::qWait(1200);
    return window.grab().save(file);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Mayfly"));
    QCoreApplication::setApplicationName(QStringLiteral("mayfly"));
    const Translators translators;
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    // Of the first sample: the edge from "horse" to "looked" in its second head, and all that "and" attends to.
    return take(QStringLiteral("light"), folder.filePath(QStringLiteral("window.png")), {8, 3, 1}) &&
                   take(QStringLiteral("dark"), folder.filePath(QStringLiteral("window-dark.png")), {9, -1, -1})
               ? 0
               : 1;
}
