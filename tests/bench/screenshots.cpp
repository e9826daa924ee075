// Takes the README's pictures from the program itself: screenshots FOLDER writes window.png, window-dark.png
// and difference.png.

#include "app/graph/graph_view.h"
#include "app/window/main_window.h"
#include "app/window/translators.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace {

/// The first sample, as `arrange` leaves it.
bool take(const QString& theme, const QString& file, const std::function<void(Session&)>& arrange) {
    QSettings().setValue(QStringLiteral("window/theme"), theme);
    MainWindow window;
    window.resize(1280, 760);
    window.start({});
    window.show();
    auto* view = window.findChild<graph::GraphView*>();
    const auto settled = [&] { return view->picture() && view->picture()->settled; };
    if (!QTest::qWaitFor([&] { return window.session().snapshot() && settled(); }, 30000)) return false;
    arrange(window.session());
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
    const auto pin = [](const graph::Focus& focus) { return [focus](Session& session) { session.setPin(focus); }; };
    const auto edit = [](Session& session) {
        session.setHeads({{5, 2}});
        session.setCompare(compare::Mode::Difference); // keeps the text as it is
        session.setText(QString(session.document().text).replace(QStringLiteral("girl"), QStringLiteral("boy"))
                            .replace(QStringLiteral(" her "), QStringLiteral(" his ")));
    };
    // The edge from "horse" to "looked" in the second head; all that "and" attends to; and what two other words change.
    const bool taken = take(QStringLiteral("light"), folder.filePath(QStringLiteral("window.png")), pin({8, 3, 1})) &&
                       take(QStringLiteral("dark"), folder.filePath(QStringLiteral("window-dark.png")), pin({9, -1, -1})) &&
                       take(QStringLiteral("light"), folder.filePath(QStringLiteral("difference.png")), edit);
    return taken ? 0 : 1;
}
