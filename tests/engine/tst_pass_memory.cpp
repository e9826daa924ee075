#include "engine/forward/forward.h"
#include "engine/model/checkpoint.h"
#include "engine/model/model.h"
#include "engine/reading/head_maps.h"

#include "counted_memory.h"
#include "model_files.h"

#include <QTest>

#include <omp.h>

using namespace mayfly;
using namespace modelfiles;

/// How much a pass over a long text holds beside the weights: it grows with the text and never with its square.
class PassMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsLittleMoreThanItsVectors();
    void anEditHoldsNoMore();
    void mapsHoldLittle();

private:
    std::shared_ptr<const Trace> pass(const Trace* before = nullptr) const {
        return forward(*m_model, m_ids, {}, before);
    }

    std::shared_ptr<const Model> m_model;
    std::vector<TokenId> m_ids;
};

namespace {

// As deep as GPT-2 small, and narrow. What its numbers are does not matter here: they are zeros.
constexpr int layers = 12;
constexpr std::size_t width = 128;
constexpr std::size_t tokens = 1024;

// In bytes: a vector for each token; q, k and v of every layer, and the residual stream before each and after the last.
constexpr std::size_t row = tokens * width * sizeof(float);
constexpr std::size_t vectors = (3 * layers + layers + 1) * row;

using countedmemory::held;
using countedmemory::largest;
using countedmemory::mostHeldDuring;

} // namespace

void PassMemoryTest::initTestCase() {
    omp_set_num_threads(2); // each has room for scores
    const TinyGpt2 shape{.layers = layers,
                         .heads = 2,
                         .width = int(width),
                         .inner = 4 * int(width),
                         .context = int(tokens),
                         .vocab = 64};
    const Folder folder;
    folder.write("config.json", shape.config());
    folder.write("model.safetensors", shape.tensors({}, true).file());
    Checkpoint checkpoint = readCheckpoint(folder.root());
    m_model =
        std::make_shared<const Model>("", folder.root(), checkpoint.config, std::move(checkpoint.weights), nullptr);
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
    // ... and a pass works with the stream, its norm, two changes of it, q, k, v, what is mixed, and a part of the
    // MLP's hidden layer. One row more, and something is there twice.
    QVERIFY(most - kept < 10 * row);
    // Nowhere is there as much as a byte for each pair of tokens.
    QVERIFY(largest < tokens * tokens);
}

/// What is in front of the edit is shared with the trace before, and not copied.
void PassMemoryTest::anEditHoldsNoMore() {
    const auto before = pass();
    m_ids[tokens / 2] += 1;
    std::shared_ptr<const Trace> trace;
    const std::size_t most = mostHeldDuring([&] { trace = pass(before.get()); });
    qInfo("%.4f of half the vectors at most", double(most) / double(vectors / 2));
    QVERIFY(double(most) < 1.3 * double(vectors / 2));
    QVERIFY(largest < tokens * tokens);
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
