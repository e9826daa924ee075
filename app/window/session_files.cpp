#include "app/window/session_files.h"

#include "app/window/actions.h"
#include "app/window/file_to_save.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

SessionFiles::SessionFiles(QWidget& window, const Actions& actions, Session& session, Opener& opener)
    : m_window(window), m_session(session), m_opener(opener) {
    connect(&m_opener, &Opener::fileChanged, this, &SessionFiles::nameWindow);
    connect(&m_session.undoStack(), &QUndoStack::cleanChanged, this, &SessionFiles::nameWindow);
    connect(actions.openSession, &QAction::triggered, this, &SessionFiles::choose);
    connect(actions.save, &QAction::triggered, this, [this] { save(false); });
    connect(actions.saveAs, &QAction::triggered, this, [this] { save(true); });
}

/// Only a session that has a file can lose anything; a text that was just tried out goes without a question.
bool SessionFiles::isChanged() const { return !m_opener.file().isEmpty() && !m_session.undoStack().isClean(); }

bool SessionFiles::save(bool underNewName) {
    QString file = m_opener.file();
    if (underNewName || file.isEmpty())
        file = fileToSave(&m_window, tr("Save Session"), file, QStringLiteral("mayfly"), tr("Mayfly sessions (*.mayfly)"));
    return !file.isEmpty() && m_opener.save(file);
}

bool SessionFiles::mayDiscard() {
    if (!isChanged()) return true;
    const auto answer = QMessageBox::question(
        &m_window, tr("Unsaved changes"), tr("Save the changes to %1?").arg(QFileInfo(m_opener.file()).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save(false));
}

void SessionFiles::choose() {
    if (!mayDiscard()) return;
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Open Session"), m_opener.file(),
                                                      tr("Mayfly sessions (*.mayfly)"));
    if (!file.isEmpty()) m_opener.open(file);
}

void SessionFiles::nameWindow() {
    m_window.setWindowModified(isChanged());
    const QString file = QFileInfo(m_opener.file()).completeBaseName();
    m_window.setWindowTitle(file.isEmpty() ? QStringLiteral("Mayfly") : file + QStringLiteral("[*] \u2013 Mayfly"));
}
