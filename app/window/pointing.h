#pragma once

#include "app/session/session.h"
#include "app/window/views.h"

#include <QObject>

/// What is pointed at in one view is marked in all: hovering shows it, a click pins it, and a second token makes a pair.
class Pointing : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    Pointing(Session& session, const Views& views, const Actions& actions);

    /// Shows what the view at the front points at, or else the pin: of a new snapshot, say.
    void refresh();

private:
    void connectStrip();
    void hover(const graph::Focus& focus);
    void pin(const graph::Focus& focus);
    void join(const graph::Focus& focus);
    QString describe(const graph::Focus& focus) const;

    Session& m_session;
    const Views& m_views;
};
