#include "engine/model/memory.h"

#include "model_files.h"

#include <QTest>

using namespace mayfly;
using namespace modelfiles;

class TestMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void knowsThisMachine();
};

void TestMemory::refusesWhatIsTooLarge_data() {
    QTest::addColumn<quint64>("needed");
    QTest::addColumn<quint64>("available");
    QTest::addColumn<QByteArray>("sentence");
    const quint64 gigabyte = 1'000'000'000;
    QTest::newRow("fits") << gigabyte << 2 * gigabyte << QByteArray();
    QTest::newRow("just fits") << gigabyte << gigabyte << QByteArray();
    QTest::newRow("nobody knows") << 100 * gigabyte << quint64(0) << QByteArray();
    QTest::newRow("too large") << 16 * gigabyte << 7 * gigabyte / 2
                               << QByteArray("x needs 16.0 GB of memory, and only 3.5 GB are free: close other programs, "
                                             "or take a smaller model.");
}

void TestMemory::refusesWhatIsTooLarge() {
    QFETCH(quint64, needed);
    QFETCH(quint64, available);
    const Outcome outcome = outcomeOf([&] { requireMemory("x", needed, available); });
    QTEST(outcome.sentence, "sentence");
    QCOMPARE(outcome.kind, QByteArray(outcome.sentence.isEmpty() ? "" : "Unsupported"));
}

void TestMemory::knowsThisMachine() {
    if (!QFile::exists("/proc/meminfo")) QSKIP("there is no /proc here");
    QVERIFY(availableMemory() > 10'000'000);
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
