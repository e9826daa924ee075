#include "app/command/command_line.h"
#include "app/window/main_window.h"
#include "app/window/translators.h"

#include <QApplication>

#include <cstdio>

namespace {

/// Commands draw without a display, and say what they have to say in one sentence of their own: Qt's remarks on the
/// environment are not for their readers.
void runWithoutDisplay() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
}

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int runWindow(const command::Window& request) {
    MainWindow window;
    if (!request.open.isEmpty() || !window.recover()) window.start(request.open);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) {
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i) arguments.append(argv[i]);
    QCoreApplication::setApplicationVersion(QStringLiteral(MAYFLY_VERSION));
    const bool window = std::holds_alternative<command::Window>(command::parse(arguments));
    if (!window) {
        runWithoutDisplay();
    } else if (!hasDisplay()) {
        std::fputs("mayfly: there is no display to open a window on; mayfly export draws a picture without one.\n", stderr);
        return 1;
    }
    // Qt would decode what follows the program's name itself; it has been understood already.
    int own = 1;
    const QApplication application(own, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Mayfly"));
    QCoreApplication::setApplicationName(QStringLiteral("mayfly"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Mayfly"));
    QGuiApplication::setDesktopFileName(QStringLiteral("mayfly"));
    const Translators translators;
    return std::visit(
        [](const auto& known) {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, command::Window>)
                return runWindow(known);
            else
                return command::run(known);
        },
        command::parse(arguments)); // again: help and sentences are in the user's language now
}
