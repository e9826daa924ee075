#pragma once

#include "app/session/opener.h"

class QWidget;
struct Actions;

/// The open session's file: opening another, saving, and the question before changes are lost. The window is named after it.
class SessionFiles : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    SessionFiles(QWidget& window, const Actions& actions, Session& session, Opener& opener);

    /// Asks where changes would be lost; false if the user would rather stay.
    bool mayDiscard();

private:
    void choose();
    bool save(bool underNewName);
    bool isChanged() const;
    void nameWindow();

    QWidget& m_window;
    Session& m_session;
    Opener& m_opener;
};
