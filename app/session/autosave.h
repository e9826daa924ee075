#pragma once

#include "app/session/recovery.h"

#include <QTimer>

class Opener;
class Session;

/// Keeps a copy of the open session on the disk while it has changes that are not saved. A change is there a moment after it
/// was made, not with every keystroke.
class Autosave : public QObject {
    Q_OBJECT

public:
    /// Both have to outlive it. Copies lie in `folder`.
    Autosave(Session& session, Opener& opener, const QString& folder, QObject* parent = nullptr);

    /// What a program that was killed left behind.
    std::optional<LeftSession> takeLeft() const { return m_recovery.takeLeft(); }
    /// The session ends in order: its copy goes.
    void end();

Q_SIGNALS:
    /// The copy could not be written; told once.
    void failed(const QString& sentence);

private:
    void keep();

    Session& m_session;
    Opener& m_opener;
    Recovery m_recovery;
    QTimer m_wait; ///< runs while the copy is older than the session
};
