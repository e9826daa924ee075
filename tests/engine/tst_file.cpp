#include "engine/files/file.h"

#include "model_files.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace mayfly;
using namespace modelfiles;

namespace fs = std::filesystem;

/// What may lie where a model's file is looked for.
class FileTest : public QObject {
    Q_OBJECT

private slots:
    void opens();
    void refuses_data();
    void refuses();
    void refusesWhatMayNotBeRead_data();
    void refusesWhatMayNotBeRead();
    void pointersAreSmall();
    void settingsAreBounded();
};

namespace {

constexpr const char* name = "model.safetensors";
const QByteArray lfsPointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 548105171\n";

Outcome opening(const fs::path& file) {
    return outcomeOf([&] { openFile(file); });
}

/// Gives up root's right to read everything, where the test has it, until the end of a scope.
class Ordinary {
public:
    Ordinary() { become(65534); }
    ~Ordinary() { become(0); }
    Ordinary(const Ordinary&) = delete;
    Ordinary& operator=(const Ordinary&) = delete;

private:
    void become(uid_t user) const {
        if (m_root && seteuid(user) != 0) qFatal("cannot change the user");
    }
    bool m_root = getuid() == 0;
};

} // namespace

void FileTest::opens() {
    const Folder folder;
    folder.write(name, "abc");
    fs::create_symlink(name, folder.at("link"));
    for (const char* way : {name, "link"}) {
        OpenFile open = openFile(folder.at(way));
        QCOMPARE(open.size, std::uint64_t(3));
        std::string text;
        QVERIFY(open.stream >> text);
        QCOMPARE(text, std::string("abc"));
    }
    folder.write("empty", "");
    QCOMPARE(openFile(folder.at("empty")).size, std::uint64_t(0));
}

void FileTest::refuses_data() {
    QTest::addColumn<QByteArray>("kind"); // of thing
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("fragment");
    const auto row = [](const char* kind, const char* fragment, const char* error = "NotFound") {
        QTest::newRow(kind) << QByteArray(kind) << QByteArray(error) << QByteArray(fragment);
    };
    row("nothing", "is not there.");
    row("folder", "is not a file.");
    row("pipe", "is not a file.");
    row("link to a device", "is not a file.");
    row("link to a folder", "is not a file.");
    row("link to a pipe", "is not a file.");
    row("dead link", "is a link to a file that is not there: the download was interrupted");
    row("link to itself", "cannot be read: ");
    row("circle of links", "cannot be read: ");
    row("below a file", "is not there.");
    row("long name", "cannot be read: ");
    row("pointer", "is a Git LFS pointer and not the file itself: run \"git lfs pull\"", "Unsupported");
}

void FileTest::refuses() {
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, fragment);
    const Folder folder;
    fs::path file = folder.at(name);
    if (kind == "folder") folder.makeFolder(name);
    if (kind == "pipe") QCOMPARE(mkfifo(file.c_str(), 0600), 0);
    if (kind == "link to a device") fs::create_symlink("/dev/zero", file);
    if (kind == "link to a folder") fs::create_symlink("/", file);
    if (kind == "link to a pipe") {
        QCOMPARE(mkfifo(folder.at("pipe").c_str(), 0600), 0);
        fs::create_symlink("pipe", file);
    }
    if (kind == "dead link") fs::create_symlink("../blobs/nowhere", file);
    if (kind == "link to itself") fs::create_symlink(name, file);
    if (kind == "circle of links") {
        fs::create_symlink("other", file);
        fs::create_symlink(name, folder.at("other"));
    }
    if (kind == "below a file") {
        folder.write("x", "x");
        file = folder.at("x") / name;
    }
    if (kind == "long name") file = folder.at(QString(300, 'x'));
    if (kind == "pointer") folder.write(name, lfsPointer);
    const Outcome outcome = opening(file);
    QCOMPARE(outcome.kind, error);
    QVERIFY2(outcome.sentence.contains(fragment), outcome.sentence);
    QVERIFY2(outcome.sentence.startsWith(file.string().c_str()) && outcome.sentence.endsWith('.'), outcome.sentence);
}

void FileTest::refusesWhatMayNotBeRead_data() {
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode");
    QTest::newRow("file") << 0755 << 0;
    QTest::newRow("folder") << 0 << 0644;
}

void FileTest::refusesWhatMayNotBeRead() {
    QFETCH(int, folderMode);
    QFETCH(int, fileMode);
    const Folder folder;
    folder.write(name, "abc");
    QCOMPARE(chmod(folder.at(name).c_str(), mode_t(fileMode)), 0);
    QCOMPARE(chmod(folder.root().c_str(), mode_t(folderMode)), 0);
    Outcome outcome;
    {
        const Ordinary user;
        outcome = opening(folder.at(name));
    }
    QCOMPARE(chmod(folder.root().c_str(), 0700), 0);
    QCOMPARE(outcome.kind, QByteArray("NotFound"));
    QVERIFY2(outcome.sentence.endsWith("cannot be read: Permission denied."), outcome.sentence);
}

/// A file of weights may begin with whatever it likes.
void FileTest::pointersAreSmall() {
    const Folder folder;
    folder.write(name, lfsPointer + QByteArray(2000, 'x'));
    QCOMPARE(opening(folder.at(name)).sentence, QByteArray());
}

void FileTest::settingsAreBounded() {
    const Folder folder;
    constexpr qint64 most = 128 << 20;
    folder.write("merges.txt", "");
    QVERIFY(QFile::resize(folder.path("merges.txt"), most)); // a hole, which takes no room on the disk
    QCOMPARE(openSettings(folder.at("merges.txt")).size, std::uint64_t(most));
    QVERIFY(QFile::resize(folder.path("merges.txt"), most + 1));
    const Outcome outcome = outcomeOf([&] { openSettings(folder.at("merges.txt")); });
    QCOMPARE(outcome.kind, QByteArray("Malformed"));
    QVERIFY2(outcome.sentence.contains("has 134217729 bytes; more than 128 MiB"), outcome.sentence);
}

QTEST_GUILESS_MAIN(FileTest)
#include "tst_file.moc"
