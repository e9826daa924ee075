#include "engine/forward/forward.h"
#include "engine/forward/kernels.h"
#include "engine/model/checkpoint.h"
#include "engine/model/model.h"
#include "engine/reading/head_maps.h"

#include "counted_memory.h"
#include "model_files.h"
#include "tested_kernels.h"

#include <QTest>

#include <omp.h>

using namespace mayfly;
using namespace modelfiles;

/// How much a pass over a long text holds beside the weights, with each kernel: it grows with the text and never with
/// its square.
class PassMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void init();
    void holdsLittleMoreThanItsVectors();
    void anEditHoldsHalf();
    void mapsHoldLittle();

private:
    std::shared_ptr<const Trace> pass(const Trace* before = nullptr) const {
        return forward(*m_model, m_ids, {}, before);
    }

    Folder m_folder;
    std::shared_ptr<const Model> m_model;
    std::vector<TokenId> m_ids;
};

namespace {

// As deep as GPT-2 small, and narrow. What its numbers are does not matter here: they are zeros.
constexpr int layers = 12;
constexpr std::size_t width = 64;
constexpr std::size_t tokens = 1024;
constexpr int threads = 2; // each has room for scores

// In bytes: a vector for each token; q, k and v of every layer, and the residual stream before each and after the last.
constexpr std::size_t row = tokens * width * sizeof(float);
constexpr std::size_t vectors = (3 * layers + layers + 1) * row;

using countedmemory::held;
using countedmemory::largest;
using countedmemory::mostHeldDuring;

} // namespace

void PassMemoryTest::initTestCase_data() {
    QTest::addColumn<QByteArray>("kernel");
    for (const Kernels* each : testedKernels()) QTest::newRow(each->name) << QByteArray(each->name);
}

void PassMemoryTest::initTestCase() {
    omp_set_num_threads(threads);
    const TinyGpt2 shape{.layers = layers,
                         .heads = 1,
                         .width = int(width),
                         .inner = 4 * int(width),
                         .context = int(tokens),
                         .vocab = 64};
    m_folder.write("config.json", shape.config());
    m_folder.write("model.safetensors", shape.tensors({}, true).file());
}

void PassMemoryTest::init() {
    QFETCH_GLOBAL(QByteArray, kernel);
    Checkpoint checkpoint = readCheckpoint(m_folder.root());
    m_model = std::make_shared<const Model>("", m_folder.root(), checkpoint.config, std::move(checkpoint.weights),
                                            nullptr, std::string(), testedKernel(kernel.toStdString()));
    m_ids.clear();
    for (std::size_t i = 0; i < tokens; ++i) m_ids.push_back(TokenId(i % 64));
}

void PassMemoryTest::holdsLittleMoreThanItsVectors() {
    std::shared_ptr<const Trace> trace;
    const std::size_t before = held;
    const std::size_t most = mostHeldDuring([&] { trace = pass(); });
    const std::size_t kept = held - before;
    qInfo("%.4f of the vectors at most, %.4f kept, %.2f rows for work; %.3f MB at once", double(most) / double(vectors),
          double(kept) / double(vectors), double(most - kept) / double(row), double(largest) * 1e-6);
    QVERIFY(double(most) < 1.3 * double(vectors));
    // A trace has two numbers more for each row of a head, ...
    QVERIFY(kept >= vectors);
    QVERIFY(double(kept) < 1.01 * double(vectors));
    // ... and a pass works with the stream, its norm, a change of it, and what is mixed; of a quarter of the tokens with q, k, v
    // and the MLP's hidden layer, which is four times as wide. Some kernels take rows in another form. With half a buffer more,
    // something is there twice.
    constexpr double roomForScores = double(threads * TraceLayout::rows) / width;
    const Staging* staging = m_model->kernels().staging;
    const double staged = staging == nullptr ? 0 : double(staging->bytes) / sizeof(float);
    QVERIFY(double(most - kept) < (5.75 + 0.5 + roomForScores + staged) * double(row));
    // Nowhere is there as much as a byte for each pair of tokens.
    QVERIFY(largest < tokens * tokens);
}

/// What is in front of an edit is shared with the trace before, and not copied.
void PassMemoryTest::anEditHoldsHalf() {
    std::shared_ptr<const Trace> before;
    const std::size_t whole = mostHeldDuring([&] { before = pass(); });
    m_ids[tokens / 2] += 1;
    std::shared_ptr<const Trace> trace;
    const std::size_t most = mostHeldDuring([&] { trace = pass(before.get()); });
    qInfo("%.4f of what the whole text took", double(most) / double(whole));
    QVERIFY(double(most) < 0.6 * double(whole));
}

/// All heads' maps are made from the trace without the weights of any of them.
void PassMemoryTest::mapsHoldLittle() {
    const auto trace = pass();
    HeadMaps maps;
    const std::size_t most = mostHeldDuring([&] { maps = mapHeads(*trace); });
    qInfo("%.3f MB at most", double(most) * 1e-6);
    QVERIFY(most < tokens * tokens);
}

QTEST_GUILESS_MAIN(PassMemoryTest)
#include "tst_pass_memory.moc"
