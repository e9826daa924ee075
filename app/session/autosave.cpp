#include "app/session/autosave.h"

#include "app/session/opener.h"
#include "app/session/session.h"

#include <chrono>

Autosave::Autosave(Session& session, Opener& opener, const QString& folder, QObject* parent)
    : QObject(parent), m_session(session), m_opener(opener), m_recovery(folder) {
    m_wait.setSingleShot(true);
    m_wait.setInterval(std::chrono::seconds(2));
    connect(&m_session, &Session::documentChanged, this, [this] {
        if (!m_wait.isActive()) m_wait.start();
    });
    connect(&m_wait, &QTimer::timeout, this, &Autosave::keep);
    connect(&m_recovery, &Recovery::failed, this, &Autosave::failed);
}

void Autosave::end() {
    m_wait.stop();
    m_recovery.forget();
}

void Autosave::keep() {
    if (!m_session.model()) return;
    if (m_session.undoStack().isClean())
        m_recovery.forget();
    else
        m_recovery.keep({m_opener.toBeSaved(), m_opener.file()});
}
