#pragma once

#include <QApplication>
#include <QTimer>

#include <functional>

/// For tests of what asks the user something.
namespace dialogs {

/// Answers the next dialog of that kind, which waits for the user and so for this.
template<typename Dialog>
void answer(const std::function<void(Dialog&)>& how) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, how] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) return;
        timer->deleteLater();
        timer->stop();
        how(*dialog);
    });
    timer->start(5);
}

} // namespace dialogs
