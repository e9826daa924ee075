#include "app/exporting/export.h"
#include "engine/error.h"
#include "tests/app/sample_drawing.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using exporting::Format;

namespace {

/// No file may grow beyond so many bytes while it lives: what a full disk does, without one.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_before{};
};

QByteArray contents(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString failureOf(const QString& file) {
    try {
        exporting::write(sampleDrawing(), file, 1);
    } catch (const mayfly::Error& error) {
        return QString::fromStdString(error.what());
    }
    return {};
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endingSaysTheFormat_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Format>("format");
        QTest::newRow("svg") << QStringLiteral("a.svg") << Format::Svg;
        QTest::newRow("pdf") << QStringLiteral("/tmp/a b.pdf") << Format::Pdf;
        QTest::newRow("png") << QStringLiteral("a.png") << Format::Png;
        QTest::newRow("tex") << QStringLiteral("a.tex") << Format::Tikz;
        QTest::newRow("capitals") << QStringLiteral("A.PnG") << Format::Png;
        QTest::newRow("more dots") << QStringLiteral("head.5.1.svg") << Format::Svg;
    }
    void endingSaysTheFormat() {
        QFETCH(QString, file);
        QFETCH(Format, format);
        QCOMPARE(exporting::formatOf(file), format);
    }

    void otherEndingsAreRefused_data() {
        QTest::addColumn<QString>("file");
        for (const char* file : {"a.gif", "a", "", "svg", "a.svg/b", "a.svg.", "a.svgz"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void otherEndingsAreRefused() {
        QFETCH(QString, file);
        try {
            exporting::formatOf(file);
            QFAIL("no error");
        } catch (const mayfly::Error& error) {
            QCOMPARE(error.kind(), mayfly::ErrorKind::Unsupported);
            const QString sentence = QString::fromStdString(error.what());
            QVERIFY(sentence.contains(file));
            for (const QString& ending : exporting::endings()) QVERIFY(sentence.contains(ending));
        }
    }

    void everyEndingIsWritten_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
        QTest::newRow("tex") << QStringLiteral("tex") << QByteArray("% gpt2");
        QCOMPARE(exporting::endings().size(), 4);
    }
    void everyEndingIsWritten() {
        QFETCH(QString, ending);
        QFETCH(QByteArray, begin);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("żółć picture.") + ending);
        QCOMPARE(failureOf(file), QString());
        QVERIFY(contents(file).startsWith(begin));
        QVERIFY(exporting::endings().contains(ending));
    }

    void fullDiskKeepsWhatWasThere() {
        const QTemporaryDir folder;
        for (const QString& ending : exporting::endings()) {
            const QString name = folder.filePath(QStringLiteral("a.") + ending);
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
            file.close();
            QString failure;
            {
                const SmallDisk disk(1000);
                failure = failureOf(name);
            }
            QVERIFY2(failure.startsWith(QStringLiteral("could not save \"") + name),
                     qPrintable(ending + u' ' + failure));
            QVERIFY2(failure.contains(QStringLiteral("File too large")), qPrintable(failure));
            QVERIFY(failure.endsWith(QStringLiteral("nothing was changed.")));
            QCOMPARE(contents(name), QByteArray("old"));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), exporting::endings().size()); // nothing left behind
    }

    void impossiblePlacesAreNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no folder") << QStringLiteral("missing/a.svg") << QStringLiteral("No such file or directory");
        QTest::newRow("a folder") << QStringLiteral("folder.svg") << QStringLiteral("directory");
    }
    void impossiblePlacesAreNamed() {
        QFETCH(QString, file);
        QFETCH(QString, reason);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.svg")));
        const QString failure = failureOf(folder.filePath(file));
        QVERIFY2(failure.contains(folder.filePath(file)) && failure.contains(reason), qPrintable(failure));
    }

    void readOnlyFileIsKept() {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("a.svg"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
        if (QFileInfo(name).isWritable()) QSKIP("the superuser may write anything");
        QVERIFY(failureOf(name).contains(QStringLiteral("not writable")));
        QCOMPARE(contents(name), QByteArray("old"));
    }

    void unknownEndingLeavesNoFile() {
        const QTemporaryDir folder;
        QVERIFY(!failureOf(folder.filePath(QStringLiteral("a.gif"))).isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
