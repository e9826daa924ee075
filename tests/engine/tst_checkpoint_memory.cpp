#include "engine/model/checkpoint.h"

#include "model_files.h"

#include <QTest>

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

using namespace mayfly;
using namespace modelfiles;

namespace {

/// What this program has asked for and not given back, and the most that it ever was.
std::atomic<std::size_t> held = 0;
std::atomic<std::size_t> mostHeld = 0;

void* counted(void* p) {
    if (p == nullptr) std::abort();
    held += malloc_usable_size(p);
    mostHeld = std::max(mostHeld.load(), held.load());
    return p;
}

void release(void* p) {
    held -= malloc_usable_size(p);
    std::free(p);
}

} // namespace

void* operator new(std::size_t size) {
    return counted(std::malloc(size));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto step = std::size_t(alignment);
    return counted(std::aligned_alloc(step, (size + step - 1) / step * step));
}
// In a plain build this one rests on the first; the address sanitizer has one of its own.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return counted(std::malloc(size));
}
void operator delete(void* p) noexcept {
    release(p);
}
void operator delete(void* p, std::size_t) noexcept {
    release(p);
}
void operator delete(void* p, const std::nothrow_t&) noexcept {
    release(p);
}
void operator delete(void* p, std::align_val_t) noexcept {
    release(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept {
    release(p);
}

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
    const std::size_t before = held;
    mostHeld = before;
    const Outcome outcome = outcomeOf([&] { readCheckpoint(folder.root()); });
    QCOMPARE(outcome.sentence.isEmpty(), opens);
    qInfo("at most %.1f MB", double(mostHeld - before) * 1e-6);
    QVERIFY(mostHeld - before < 64'000'000);
}

QTEST_GUILESS_MAIN(CheckpointMemoryTest)
#include "tst_checkpoint_memory.moc"
