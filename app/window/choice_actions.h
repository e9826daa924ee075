#pragma once

#include "app/session/session.h"
#include "app/window/views.h"

#include <QObject>

/// What the View menu chooses of the document: the view at the front, its layout, what a matrix shows. Each action changes the
/// session, and shows what the session has.
class ChoiceActions : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    ChoiceActions(const Actions& actions, Session& session, const Views& views);

private:
    void connectLayouts();
    void connectMatrix();
    void connectZoom();
    void follow();

    const Actions& m_actions;
    Session& m_session;
    const Views& m_views;
};
