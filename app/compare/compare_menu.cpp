#include "app/compare/compare_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace compare {

namespace {

QAction* add(QMenu& menu, const QString& text, const QKeySequence& shortcut, const QString& tip) {
    QAction* action = menu.addAction(text);
    action->setShortcut(shortcut);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    return action;
}

} // namespace

CompareMenu::CompareMenu(QMenu& menu, Session& session) : m_session(session), m_group(new QActionGroup(this)) {
    m_modes = {add(menu, tr("&Nothing"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, tr("One picture")),
               add(menu, tr("Two &Heads"), Qt::CTRL | Qt::SHIFT | Qt::Key_H, tr("The first two of the chosen heads, each in a pane")),
               add(menu, tr("&Before and After"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
                   tr("The kept picture and the live one, each in a pane")),
               add(menu, tr("&Difference"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                   tr("What the live picture gained and lost against the kept one, in two colours"))};
    menu.addSeparator();
    m_keep = add(menu, tr("&Keep This Picture"), Qt::CTRL | Qt::Key_K, tr("Compare with what the text is now, however it is edited"));
    m_release = add(menu, tr("&Release Kept Picture"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, tr("Let go of what was kept"));
    for (const Mode mode : modes) {
        of(mode)->setCheckable(true);
        m_group->addAction(of(mode));
        connect(of(mode), &QAction::triggered, this, [this, mode] { choose(mode); });
    }
    connect(m_keep, &QAction::triggered, this, [this] {
        m_session.keepPicture();
        if (m_session.document().kept) sayKept();
    });
    connect(m_release, &QAction::triggered, &m_session, &Session::releaseKept);
    connect(&m_session, &Session::documentChanged, this, &CompareMenu::follow);
    connect(&m_session, &Session::snapshotChanged, this, &CompareMenu::follow);
    follow();
}

void CompareMenu::choose(Mode mode) {
    const SnapshotPtr kept = m_session.document().kept;
    m_session.setCompare(mode);
    follow(); // a choice that changes nothing
    if (m_session.document().kept != kept) sayKept();
}

void CompareMenu::sayKept() {
    Q_EMIT hinted(tr("This picture is kept. Now edit the text: the picture shows what was gained and lost."));
}

/// Only what has an effect can be chosen.
void CompareMenu::follow() {
    const Document& document = m_session.document();
    const Mode mode = document.comparing();
    of(mode)->setChecked(true);
    of(Mode::Heads)->setEnabled(view::isOfHeads(document.view));
    of(Mode::BeforeAfter)->setEnabled(m_session.snapshot() != nullptr);
    of(Mode::Difference)->setEnabled(m_session.snapshot() != nullptr && hasDifference(document.view));
    m_keep->setEnabled(m_session.snapshot() != nullptr && m_session.snapshot() != document.kept);
    m_release->setEnabled(document.kept != nullptr);
}

} // namespace compare
