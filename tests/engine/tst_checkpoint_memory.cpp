#include "engine/model/checkpoint.h"

#include "counted_memory.h"
#include "model_files.h"

#include <QTest>

using namespace mayfly;
using namespace modelfiles;

/// What a file of a megabyte can make the reader ask for.
class CheckpointMemoryTest : public QObject {
    Q_OBJECT

private slots:
    void costsLittleMemory_data();
    void costsLittleMemory();
};

void CheckpointMemoryTest::costsLittleMemory_data() {
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("opens");
    constexpr int megabyte = 1'000'000;
    const TinyGpt2 tiny;
    QTest::newRow("10^6 x 10^6 asked for")
        << TinyGpt2{.width = 1'000'000, .vocab = 1'000'000}.config() << tiny.tensors().file() << false;
    QTest::newRow("a header of 100 MB promised")
        << tiny.config() << lengthField(100'000'000) + QByteArray(megabyte, ' ') << false;
    QTest::newRow("a header of brackets") << tiny.config() << safetensors(QByteArray(megabyte, '[')) << false;
    QTest::newRow("a header of numbers") << tiny.config()
                                         << safetensors("{\"a\":[" + QByteArray("1,").repeated(megabyte / 2) + "1]}")
                                         << false;
    QByteArray names;
    for (int i = 0; names.size() < megabyte; ++i)
        names +=
            (i == 0 ? "{\"" : ",\"") + QByteArray::number(i) + R"(":{"dtype":"U8","shape":[0],"data_offsets":[0,0]})";
    QTest::newRow("a header of empty tensors") << tiny.config() << safetensors(names + '}') << false;
    QTest::newRow("config.json of brackets") << QByteArray(megabyte, '[') << tiny.tensors().file() << false;
    // Panels are padded to 32 columns, and half floats widened: what that can blow up the most.
    const TinyGpt2 thin{.width = 1, .inner = megabyte / 6 - 1000};
    QTest::newRow("panels of one column") << thin.config() << thin.tensors({}, true).file() << true;
    const TinyGpt2 deep{.layers = 700, .width = 1, .inner = 1};
    QTest::newRow("many layers of nothing") << deep.config() << deep.tensors({}, true).file() << true;
}

void CheckpointMemoryTest::costsLittleMemory() {
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, file);
    QFETCH(bool, opens);
    QVERIFY(file.size() < 1'100'000);
    const Folder folder;
    folder.write("config.json", config);
    folder.write("model.safetensors", file);
    Outcome outcome;
    const std::size_t most =
        countedmemory::mostHeldDuring([&] { outcome = outcomeOf([&] { readCheckpoint(folder.root()); }); });
    QCOMPARE(outcome.sentence.isEmpty(), opens);
    qInfo("at most %.1f MB", double(most) * 1e-6);
    QVERIFY(most < 64'000'000);
}

QTEST_GUILESS_MAIN(CheckpointMemoryTest)
#include "tst_checkpoint_memory.moc"
