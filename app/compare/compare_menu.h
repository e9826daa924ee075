#pragma once

#include "app/session/session.h"

#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QMenu;

namespace compare {

/// The choices of what is compared, as a menu that follows the session and changes it.
class CompareMenu : public QObject {
    Q_OBJECT

public:
    /// Fills the menu; the session must outlive it.
    CompareMenu(QMenu& menu, Session& session);

    QAction* of(Mode mode) const { return m_modes[std::size_t(mode)]; }
    QAction* keep() const { return m_keep; }
    QAction* release() const { return m_release; }

Q_SIGNALS:
    /// A sentence on what to do next.
    void hinted(const QString& sentence);

private:
    void follow();
    void choose(Mode mode);
    void sayKept();

    Session& m_session;
    QActionGroup* m_group;
    std::array<QAction*, modes.size()> m_modes{};
    QAction *m_keep, *m_release;
};

} // namespace compare
