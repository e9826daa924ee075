#include "snapshot_fixture.h"

#include "app/session/opener.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestOpener : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFolderIsOpened();
    void nothingIsWrittenIntoAModelsFolder();
    void theBuiltInModelIsFound();
    void failuresLeaveAllAsItWas_data();
    void failuresLeaveAllAsItWas();
    void theNewestOrderWins();
    void whatIsGivenUpChangesNothing();
    void whatIsNotFoundDisturbsNothing();
    void aSessionBringsItsModel();
    void aSessionOfAModelThatIsGoneChangesNothing();
    void savingNamesTheSession();
    void whatWasKeptComesBack();
    void whatCannotBeSavedChangesNothing();

private:
    bool open(const QString& path);

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Opener> m_opener;
    std::unique_ptr<QSignalSpy> m_failed, m_opened;
};

void TestOpener::init() {
    m_session = std::make_unique<Session>();
    m_opener = std::make_unique<Opener>(*m_session);
    m_failed = std::make_unique<QSignalSpy>(m_opener.get(), &Opener::failed);
    m_opened = std::make_unique<QSignalSpy>(m_opener.get(), &Opener::modelOpened);
}

bool TestOpener::open(const QString& path) {
    m_opener->open(path);
    return QTest::qWaitFor([this] { return !m_opened->isEmpty(); });
}

void TestOpener::aFolderIsOpened() {
    QSignalSpy loading(m_opener.get(), &Opener::loading);
    QVERIFY(open(fixture::tinyFolder()));
    QCOMPARE(loading.count(), 1);
    QVERIFY(m_session->model());
    QCOMPARE(m_session->model()->config().layers, 2);
    QCOMPARE(m_opener->modelName(), QDir(fixture::tinyFolder()).absolutePath());
    QCOMPARE(m_failed->count(), 0);
}

void TestOpener::nothingIsWrittenIntoAModelsFolder() {
    const QTemporaryDir copy;
    QMap<QString, QDateTime> before;
    const auto filesOf = [](const QString& folder) {
        return QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    };
    for (const QFileInfo& file : filesOf(fixture::tinyFolder()))
        QVERIFY(QFile::copy(file.filePath(), copy.filePath(file.fileName())));
    for (const QFileInfo& file : filesOf(copy.path())) before[file.fileName()] = file.lastModified();
    QVERIFY(open(copy.path()));
    m_session->setText(QStringLiteral("The cat"));
    QVERIFY(m_opener->save(m_folder.filePath(QStringLiteral("of a copy.mayfly"))));
    QMap<QString, QDateTime> after;
    for (const QFileInfo& file : filesOf(copy.path())) after[file.fileName()] = file.lastModified();
    QCOMPARE(after, before);
}

void TestOpener::theBuiltInModelIsFound() {
    m_opener->openModel(QStringLiteral("built-in"));
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_session->model()->name(), std::string("built-in"));
}

void TestOpener::failuresLeaveAllAsItWas_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing there") << QStringLiteral("/no/such/place");
    QTest::newRow("a folder without a model") << QDir::rootPath();
    QTest::newRow("some file") << fixture::tinyFolder() + QStringLiteral("/config.json");
    QTest::newRow("a session that is not there") << QStringLiteral("/no/such.mayfly");
}

void TestOpener::failuresLeaveAllAsItWas() {
    QFETCH(QString, path);
    QVERIFY(open(fixture::tinyFolder()));
    m_session->setText(QStringLiteral("The cat"));
    const auto model = m_session->model();
    const Document document = m_session->document();
    const QString name = m_opener->modelName();
    m_opener->open(path);
    QTRY_COMPARE(m_failed->count(), 1);
    const QString sentence = m_failed->front().front().toString();
    QVERIFY2(sentence.contains(path) && sentence.endsWith(u'.') && !sentence.contains(u'\n'), qPrintable(sentence));
    QCOMPARE(m_session->model(), model);
    QVERIFY(m_session->document() == document);
    QCOMPARE(m_opener->modelName(), name);
    QVERIFY(m_session->undoStack().canUndo());
}

void TestOpener::theNewestOrderWins() {
    m_opener->openModel(QStringLiteral("built-in"));
    m_opener->openModel(fixture::tinyFolder());
    QTRY_COMPARE(m_opened->count(), 1);
    QTest::qWait(50); // whatever else is on its way
    QCOMPARE(m_opened->count(), 1);
    QCOMPARE(m_session->model()->config().context, 32);
}

void TestOpener::whatIsGivenUpChangesNothing() {
    QVERIFY(open(fixture::tinyFolder()));
    QSignalSpy idle(m_opener.get(), &Opener::idle);
    m_opener->openModel(QStringLiteral("built-in"));
    m_opener->cancel();
    QCOMPARE(idle.count(), 1);
    QTest::qWait(100); // whatever else is on its way
    QCOMPARE(m_opened->count(), 1);
    QCOMPARE(m_session->model()->config().context, 32);
    QCOMPARE(m_opener->modelName(), QDir(fixture::tinyFolder()).absolutePath());
    m_opener->openModel(QStringLiteral("built-in")); // and it can still be opened
    QTRY_COMPARE(m_opened->count(), 2);
}

void TestOpener::whatIsNotFoundDisturbsNothing() {
    m_opener->openModel(fixture::tinyFolder());
    m_opener->openModel(QStringLiteral("no/such-model"));
    QCOMPARE(m_failed->count(), 1);
    QTRY_COMPARE(m_opened->count(), 1);
    QCOMPARE(m_opener->modelName(), fixture::tinyFolder());
}

void TestOpener::aSessionBringsItsModel() {
    SavedSession saved;
    saved.model = fixture::tinyFolder();
    saved.text = QStringLiteral("The cat hat");
    saved.heads = {{1, 1}, {0, 1}};
    saved.hideFirst = true;
    saved.pin = {2, 1, 1};
    saved.moved = {{1, {3, 4}}};
    const QString file = m_folder.filePath(QStringLiteral("a.mayfly"));
    writeSession(saved, file);
    QVERIFY(open(file));
    QCOMPARE(m_opener->file(), file);
    QCOMPARE(m_session->document().text, saved.text);
    QCOMPARE(m_session->document().heads, saved.heads);
    QVERIFY(!m_session->document().pin); // its tokens are not there yet
    m_session->receive(takeSnapshot(m_session->model(), saved.text.toUtf8()));
    QCOMPARE(m_session->pinned(), saved.pin);
    QCOMPARE(m_session->document().moved.size(), 1);
    QVERIFY(!m_session->undoStack().canUndo());
    // Opened again, with the model there already.
    m_session->setText(QStringLiteral("other"));
    m_opener->open(file);
    QCOMPARE(m_session->document().text, saved.text);
    m_session->receive(takeSnapshot(m_session->model(), saved.text.toUtf8(), {}, m_session->snapshot().get()));
    QCOMPARE(m_session->pinned(), saved.pin);
    QCOMPARE(m_opened->count(), 1);
}

void TestOpener::aSessionOfAModelThatIsGoneChangesNothing() {
    QVERIFY(open(fixture::tinyFolder()));
    m_session->setText(QStringLiteral("kept"));
    SavedSession saved;
    saved.model = QStringLiteral("/no/such/model");
    saved.text = QStringLiteral("lost");
    const QString file = m_folder.filePath(QStringLiteral("gone.mayfly"));
    writeSession(saved, file);
    m_opener->open(file);
    QTRY_COMPARE(m_failed->count(), 1);
    QVERIFY(m_failed->front().front().toString().contains(saved.model));
    QCOMPARE(m_session->document().text, QStringLiteral("kept"));
    QVERIFY(m_opener->file().isEmpty());
    // A model that is opened later does not bring the lost text.
    m_opened->clear();
    QVERIFY(open(fixture::tinyFolder()));
    QCOMPARE(m_session->document().text, QStringLiteral("kept"));
}

void TestOpener::whatWasKeptComesBack() {
    const QString file = m_folder.filePath(QStringLiteral("kept.mayfly"));
    SavedSession saved;
    saved.model = fixture::tinyFolder();
    saved.text = QStringLiteral("The hat");
    saved.heads = {{0, 1}};
    saved.compare = compare::Mode::Difference;
    saved.kept = QStringLiteral("The cat");
    saved.pin = {1, 0, 0};
    writeSession(saved, file);
    QVERIFY(open(file));
    // The engine is asked for the text before, and then for the live one.
    QCOMPARE(m_session->wantedText(), QStringLiteral("The cat"));
    QCOMPARE(m_session->document().text, QStringLiteral("The hat"));
    m_session->receive(takeSnapshot(m_session->model(), "The cat"));
    QVERIFY(!m_session->snapshot());
    QCOMPARE(m_session->wantedText(), QStringLiteral("The hat"));
    m_session->receive(takeSnapshot(m_session->model(), "The hat"));
    QCOMPARE(m_session->document().comparing(), compare::Mode::Difference);
    QCOMPARE(m_session->document().kept->text, QByteArray("The cat"));
    QCOMPARE(m_session->pinned(), (graph::Focus{1, 0, 0}));
    SavedSession again = m_opener->toBeSaved();
    again.model = saved.model;
    QCOMPARE(again, saved);
}

void TestOpener::savingNamesTheSession() {
    QVERIFY(open(fixture::tinyFolder()));
    m_session->setText(QStringLiteral("The cat"));
    QSignalSpy changed(m_opener.get(), &Opener::fileChanged);
    const QString file = m_folder.filePath(QStringLiteral("saved.mayfly"));
    QVERIFY(m_opener->save(file));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_opener->file(), file);
    QVERIFY(m_session->undoStack().isClean());
    QCOMPARE(readSession(file).text, QStringLiteral("The cat"));
    QCOMPARE(readSession(file).model, m_opener->modelName());
}

void TestOpener::whatCannotBeSavedChangesNothing() {
    QVERIFY(open(fixture::tinyFolder()));
    m_session->setText(QStringLiteral("The cat"));
    QVERIFY(!m_opener->save(QStringLiteral("/no/such/place.mayfly")));
    QCOMPARE(m_failed->count(), 1);
    QVERIFY(m_failed->front().front().toString().contains(QLatin1String("/no/such/place.mayfly")));
    QVERIFY(m_opener->file().isEmpty());
    QVERIFY(!m_session->undoStack().isClean());
}

QTEST_MAIN(TestOpener)
#include "tst_opener.moc"
