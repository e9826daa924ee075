#include "app/saving/whole_file.h"

#include "engine/error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

class TestWholeFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasThereUntilCommitted();
    void writesAllOfIt_data();
    void writesAllOfIt();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void folderThatIsNotThere();

private:
    QByteArray read() const {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
    }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("file"));
};

void TestWholeFile::keepsWhatWasThereUntilCommitted() {
    saving::writeWhole(m_file, "old");
    {
        saving::WholeFile file(m_file);
        file.write("new");
    }
    QCOMPARE(read(), QByteArray("old"));
}

void TestWholeFile::writesAllOfIt_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 65535, 65536, 1000000}) QTest::addRow("%d", size) << size;
}

void TestWholeFile::writesAllOfIt() {
    QFETCH(int, size);
    const QByteArray bytes(size, 'x');
    saving::writeWhole(m_file, bytes);
    QCOMPARE(read(), bytes);
}

void TestWholeFile::fullDiskKeepsTheOldFile_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("less than a buffer") << 9000;
    QTest::newRow("more") << 300000;
}

/// A limit on the size of files stands in for a full disk: the first bytes fit, the others do not.
void TestWholeFile::fullDiskKeepsTheOldFile() {
    QFETCH(int, size);
    saving::writeWhole(m_file, "old");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 4096;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    QString sentence;
    try {
        saving::writeWhole(m_file, QByteArray(size, 'x'));
    } catch (const mayfly::Error& error) {
        sentence = QString::fromUtf8(error.what());
    }
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY2(sentence.contains(m_file) && sentence.contains(QStringLiteral("nothing was changed")), qPrintable(sentence));
    QCOMPARE(read(), QByteArray("old"));
}

void TestWholeFile::folderThatIsNotThere() {
    QVERIFY_THROWS_EXCEPTION(mayfly::Error, saving::writeWhole(m_folder.filePath(QStringLiteral("none/file")), "x"));
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
