#include "engine/error.h"
#include "engine/forward/cost.h"
#include "engine/forward/kernels.h"
#include "engine/forward/limits.h"
#include "engine/model/model.h"

#include <QTest>

using namespace mayfly;

namespace {

#ifdef __aarch64__
constexpr const char* portable = "neon";
#else
constexpr const char* portable = "portable";
#endif

} // namespace

class TestKernelChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("MAYFLY_KERNEL"); }

    void thePortableOneIsAlwaysThere() {
        QCOMPARE(std::string(runnableKernels().back()->name), std::string(portable));
        QCOMPARE(&kernelsNamed(portable), runnableKernels().back());
    }

    void theFastestIsTaken() {
        qunsetenv("MAYFLY_KERNEL");
        QCOMPARE(&chosenKernels(), runnableKernels().front());
        qputenv("MAYFLY_KERNEL", "");
        QCOMPARE(&chosenKernels(), runnableKernels().front());
    }

    void theEnvironmentChooses() {
        qputenv("MAYFLY_KERNEL", portable);
        QCOMPARE(&chosenKernels(), &kernelsNamed(portable));
        const auto model = Model::load(MAYFLY_TEST_DATA "/tiny_gpt2");
        QCOMPARE(&model->kernels(), &kernelsNamed(portable));
    }

    void anUnknownOneIsRefused() {
        qputenv("MAYFLY_KERNEL", "abacus");
        try {
            chosenKernels();
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Unsupported);
            const QString sentence = QString::fromUtf8(error.what());
            QVERIFY2(sentence.contains("abacus") && sentence.contains(portable), error.what());
        }
    }

    void aPassCostsWhatItsProductsAre() {
        const auto model = Model::load(MAYFLY_TEST_DATA "/tiny_gpt2");
        const Config& config = model->config();
        const double d = config.dModel;
        const double maps = config.layers * (4 * d * d + 2 * d * config.dMlp);
        const double unembedding = d * config.vocab;
        const double pairs = config.layers * 2 * d; // q · k and weight · v
        QCOMPARE(costOf(*model, 0, 5).flops, 2 * (5 * maps + 15 * pairs + unembedding));
        QCOMPARE(costOf(*model, 4, 5).flops, 2 * (maps + 5 * pairs + unembedding));
        QCOMPARE(costOf(*model, 4, 5).bytes, 4 * (maps + 5 * pairs + unembedding));
    }

    void everyMachineHasLimits() {
        const Limits limits = measureLimits();
        QVERIFY(limits.gflops > 0);
        QVERIFY(limits.gigabytesPerSecond > 0);
    }
};

QTEST_GUILESS_MAIN(TestKernelChoice)
#include "tst_kernel_choice.moc"
