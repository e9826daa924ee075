#include "app/session/recovery.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatWasLeftIsTakenOnce();
    void whatIsInUseIsLeftAlone();
    void anOrderlyEndLeavesNothing();
    void theLatestComesFirst();
    void brokenCopiesAreTakenAway_data();
    void brokenCopiesAreTakenAway();
    void aFolderThatCannotBeWrittenIsToldOnce();

private:
    QStringList copies() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    /// As a program that is killed leaves it: a copy, and nobody who holds its lock.
    void leave(const QString& name, const LeftSession& left, int secondsAgo = 0) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

LeftSession example(const QString& text = QStringLiteral("The cat\n\u00e9")) {
    LeftSession left;
    left.session.model = QStringLiteral("built-in");
    left.session.text = text;
    left.session.heads = {{1, 2}};
    left.session.pin = {2, 1, 0};
    left.file = QStringLiteral("/some/where.mayfly");
    return left;
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The copy that a running program keeps.
QByteArray keptBy(Recovery& recovery, const QString& folder, const LeftSession& left) {
    recovery.keep(left);
    QByteArray bytes;
    const bool there = QTest::qWaitFor([&] {
        for (const QString& name : QDir(folder).entryList(QDir::Files))
            if (!name.endsWith(QLatin1String(".lock"))) bytes = read(folder + u'/' + name);
        return !bytes.isEmpty();
    });
    return there ? bytes : QByteArray();
}

} // namespace

void TestRecovery::leave(const QString& name, const LeftSession& left, int secondsAgo) const {
    const QTemporaryDir elsewhere;
    Recovery running(elsewhere.path());
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(keptBy(running, elsewhere.path(), left)) > 0);
    file.flush();
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo), QFileDevice::FileModificationTime));
}

void TestRecovery::whatWasLeftIsTakenOnce() {
    leave(QStringLiteral("a"), example());
    const Recovery recovery(m_folder->path());
    QCOMPARE(recovery.takeLeft(), std::optional(example()));
    QCOMPARE(recovery.takeLeft(), std::nullopt);
    QVERIFY(copies().isEmpty());
}

void TestRecovery::whatIsInUseIsLeftAlone() {
    Recovery running(m_folder->path());
    QVERIFY(!keptBy(running, m_folder->path(), example()).isEmpty());
    const Recovery other(m_folder->path());
    QCOMPARE(other.takeLeft(), std::nullopt);
    QCOMPARE(copies().size(), 2); // the copy and its lock
}

void TestRecovery::anOrderlyEndLeavesNothing() {
    {
        Recovery running(m_folder->path());
        QVERIFY(!keptBy(running, m_folder->path(), example()).isEmpty());
        running.forget();
        QVERIFY(copies().isEmpty());
        running.keep(example()); // and written again at once when something changes
    }
    QVERIFY(copies().isEmpty());
}

void TestRecovery::theLatestComesFirst() {
    leave(QStringLiteral("z"), example(QStringLiteral("older")), 100);
    leave(QStringLiteral("a"), example(QStringLiteral("newest")), 1);
    leave(QStringLiteral("m"), example(QStringLiteral("oldest")), 1000);
    const Recovery recovery(m_folder->path());
    for (const char* text : {"newest", "older", "oldest"})
        QCOMPARE(recovery.takeLeft()->session.text, QString::fromLatin1(text));
}

void TestRecovery::brokenCopiesAreTakenAway_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"file":"","session":{"mayfly":1,)");
    QTest::newRow("no session") << QByteArray(R"({"file":"/a"})");
    QTest::newRow("of a later version") << QByteArray(R"({"file":"","session":{"mayfly":99}})");
    QTest::newRow("a wrong member") << QByteArray(R"({"file":"","session":{"mayfly":1,"heads":7}})");
}

void TestRecovery::brokenCopiesAreTakenAway() {
    QFETCH(QByteArray, bytes);
    QFile file(m_folder->filePath(QStringLiteral("a")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    leave(QStringLiteral("b"), example(), 50);
    const Recovery recovery(m_folder->path());
    QCOMPARE(recovery.takeLeft(), std::optional(example()));
    QVERIFY(copies().isEmpty());
}

void TestRecovery::aFolderThatCannotBeWrittenIsToldOnce() {
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Recovery recovery(file.fileName() + QStringLiteral("/recovery"));
    QSignalSpy failed(&recovery, &Recovery::failed);
    recovery.keep(example());
    recovery.keep(example());
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.front().front().toString().contains(file.fileName()));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
