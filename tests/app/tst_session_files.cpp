#include "dialogs.h"

#include "app/window/actions.h"
#include "app/window/session_files.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMainWindow>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace {

void press(QMessageBox::StandardButton button) {
    dialogs::answer<QMessageBox>([button](QMessageBox& question) { question.button(button)->click(); });
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSessionFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init();
    void aTextThatWasTriedOutGoesWithoutAQuestion();
    void changesAreAskedAfter_data();
    void changesAreAskedAfter();
    void theWindowIsNamedAfterTheFile();
    void savingForTheFirstTimeAsksForAName();
    void savingThatIsCalledOffSavesNothing();
    void openingAsksBeforeChangesAreLost();

private:
    /// A session with a file, changed since.
    void change();
    QString path() const { return m_folder->filePath(QStringLiteral("lesson.mayfly")); }

    // The last is destroyed first: connections end before what they lead to.
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Opener> m_opener;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<SessionFiles> m_files;
};

void TestSessionFiles::init() {
    m_files.reset();
    m_actions.reset();
    m_opener.reset();
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QMainWindow>();
    m_session = std::make_unique<Session>();
    m_opener = std::make_unique<Opener>(*m_session);
    m_actions = std::make_unique<Actions>(*m_window, m_session->undoStack());
    m_files = std::make_unique<SessionFiles>(*m_window, *m_actions, *m_session, *m_opener);
    m_session->setText(QStringLiteral("as it was"));
}

void TestSessionFiles::change() {
    QVERIFY(m_opener->save(path()));
    m_session->setText(QStringLiteral("as it became"));
}

void TestSessionFiles::aTextThatWasTriedOutGoesWithoutAQuestion() { QVERIFY(m_files->mayDiscard()); }

void TestSessionFiles::changesAreAskedAfter_data() {
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<bool>("saved");
    QTest::newRow("save") << QMessageBox::Save << true << true;
    QTest::newRow("discard") << QMessageBox::Discard << true << false;
    QTest::newRow("cancel") << QMessageBox::Cancel << false << false;
}

void TestSessionFiles::changesAreAskedAfter() {
    QFETCH(QMessageBox::StandardButton, button);
    QFETCH(bool, goesOn);
    QFETCH(bool, saved);
    change();
    press(button);
    QCOMPARE(m_files->mayDiscard(), goesOn);
    QCOMPARE(contents(path()).contains("as it became"), saved);
    QCOMPARE(m_session->document().text, QStringLiteral("as it became"));
}

void TestSessionFiles::theWindowIsNamedAfterTheFile() {
    change();
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("lesson[*]")));
    QVERIFY(m_window->isWindowModified());
    m_actions->save->trigger();
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(contents(path()).contains("as it became"));
}

void TestSessionFiles::savingForTheFirstTimeAsksForAName() {
    dialogs::answer<QFileDialog>([this](QFileDialog& dialog) {
        dialog.selectFile(m_folder->filePath(QStringLiteral("new")));
        QMetaObject::invokeMethod(&dialog, "accept");
    });
    m_actions->save->trigger();
    QVERIFY(contents(m_folder->filePath(QStringLiteral("new.mayfly"))).contains("as it was"));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("new[*]")));
}

void TestSessionFiles::savingThatIsCalledOffSavesNothing() {
    dialogs::answer<QFileDialog>([](QFileDialog& dialog) { dialog.reject(); });
    m_actions->saveAs->trigger();
    QVERIFY(m_opener->file().isEmpty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

/// Nothing else is asked of somebody who would rather stay.
void TestSessionFiles::openingAsksBeforeChangesAreLost() {
    change();
    press(QMessageBox::Cancel);
    m_actions->openSession->trigger();
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QCOMPARE(m_session->document().text, QStringLiteral("as it became"));
    QVERIFY(m_window->isWindowModified());
}

QTEST_MAIN(TestSessionFiles)
#include "tst_session_files.moc"
