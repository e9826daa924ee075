#include "app/saving/whole_file.h"

#include "engine/error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

class TestWholeFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasThereUntilCommitted();
    void writesAllOfIt_data();
    void writesAllOfIt();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void folderThatIsNotThere();
    void keepsWhatIsNoFile_data();
    void keepsWhatIsNoFile();

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

namespace {

mode_t kindOf(const QByteArray& file) {
    struct stat status {};
    return lstat(file.constData(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

/// Makes something of a kind; false where only root may.
bool make(mode_t kind, const QByteArray& file) {
    if (kind == S_IFIFO) return mkfifo(file.constData(), 0600) == 0;
    if (kind != S_IFSOCK) return mknod(file.constData(), kind | 0600, 0x0107) == 0; // what /dev/full is
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, file.constData(), sizeof(address.sun_path));
    const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool bound = bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    close(made);
    return bound;
}

} // namespace

void TestWholeFile::keepsWhatIsNoFile_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("pipe") << int(S_IFIFO);
    QTest::newRow("device") << int(S_IFCHR);
    QTest::newRow("socket") << int(S_IFSOCK);
    QTest::newRow("folder") << int(S_IFDIR);
}

/// Under its own name and through a link, as one points to a device.
void TestWholeFile::keepsWhatIsNoFile() {
    QFETCH(int, kind);
    const QTemporaryDir folder;
    const QByteArray node = QFile::encodeName(folder.filePath(QStringLiteral("node")));
    const QByteArray link = QFile::encodeName(folder.filePath(QStringLiteral("link.json")));
    const bool made = kind == S_IFDIR ? mkdir(node.constData(), 0700) == 0 : make(mode_t(kind), node);
    if (!made) QSKIP("this user may not make one");
    QCOMPARE(symlink(node.constData(), link.constData()), 0);
    for (const QByteArray& name : {node, link}) {
        QString sentence;
        try {
            saving::writeWhole(QFile::decodeName(name), "x");
        } catch (const mayfly::Error& error) {
            sentence = QString::fromUtf8(error.what());
        }
        QVERIFY2(sentence.contains(QFile::decodeName(name)) && sentence.endsWith(u'.'), qPrintable(sentence));
        QCOMPARE(kindOf(node), mode_t(kind));
        QCOMPARE(kindOf(link), mode_t(S_IFLNK));
    }
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
