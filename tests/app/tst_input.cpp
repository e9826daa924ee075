#include "app/command/input.h"
#include "engine/error.h"
#include "tests/app/trace_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/stat.h>
#include <thread>

/// A text that a command takes from a file.
class TestInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTakenByteForByte();
    void aPipeIsReadToItsEnd();
    void moreThanAnyTextIsRefused_data();
    void moreThanAnyTextIsRefused();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QByteArray textOf(const QString& file) const {
        command::Input input;
        input.textFile = file;
        return command::compute(fixture::model(), input)->text;
    }

    QTemporaryDir m_folder;
};

void TestInput::isTakenByteForByte() {
    const QByteArray text("\xEF\xBB\xBFThe cat\r\n\xFF\n");
    QFile file(path("text"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QCOMPARE(textOf(file.fileName()), text);
}

/// What comes in pieces, such as a shell's <(...), too.
void TestInput::aPipeIsReadToItsEnd() {
    const QByteArray pipe = QFile::encodeName(path("pipe"));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    std::thread writer([&] {
        std::ofstream stream(pipe.constData());
        stream << "The " << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stream << "cat";
    });
    const QByteArray text = textOf(path("pipe"));
    writer.join();
    QCOMPARE(text, QByteArray("The cat"));
}

void TestInput::moreThanAnyTextIsRefused_data() {
    QTest::addColumn<QString>("file");
    QFile large(path("large"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(16'000'001));
    QTest::newRow("a byte too many") << large.fileName();
    if (QFile::exists(QStringLiteral("/dev/zero"))) QTest::newRow("a device without an end") << QStringLiteral("/dev/zero");
}

void TestInput::moreThanAnyTextIsRefused() {
    QFETCH(QString, file);
    try {
        textOf(file);
        QFAIL("was read");
    } catch (const mayfly::Error& error) {
        const QString sentence = QString::fromUtf8(error.what());
        QVERIFY2(sentence.contains(file) && sentence.contains(QStringLiteral("16 MB")), error.what());
    }
}

QTEST_GUILESS_MAIN(TestInput)
#include "tst_input.moc"
