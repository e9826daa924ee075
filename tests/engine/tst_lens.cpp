#include "readings_reference.h"

#include "engine/error.h"
#include "engine/reading/lens.h"

using namespace mayfly;

/// The logit lens against PyTorch, and against the model's own last word.
class TestLens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guessesArePyTorchs_data() { reference::addModels(); }
    void guessesArePyTorchs() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        const auto guesses = readLens(*readings.trace, *readings.model, readings.trace->tokens() - 1, 3);
        const auto expected = reference::numbersOf(readings.expected[QLatin1String("lens")]);
        if (!readings.model->config().causal) {
            QVERIFY(guesses.empty()); // an encoder foretells nothing
            return;
        }
        std::vector<double> found;
        for (const auto& depth : guesses)
            for (const NextToken& next : depth) {
                found.push_back(double(next.id));
                found.push_back(double(next.probability));
            }
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::abs(found[i] - expected[i]) < 1e-5, qPrintable(QString::number(i)));
    }

    void lastDepthIsTheModels_data() { reference::addModels(); }
    void lastDepthIsTheModels() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        if (!readings.model->config().causal) return;
        const auto guesses = readLens(*readings.trace, *readings.model, readings.trace->tokens() - 1, 5);
        const auto next = nextTokens(*readings.trace, 5);
        QCOMPARE(guesses.size(), std::size_t(readings.trace->layers() + 1));
        QCOMPARE(guesses.back().size(), next.size());
        for (std::size_t i = 0; i < next.size(); ++i) {
            QCOMPARE(guesses.back()[i].id, next[i].id);
            QCOMPARE(guesses.back()[i].probability, next[i].probability);
        }
    }

    /// What a causal model foretells after a token is what it foretells where the text ends there.
    void earlierTokensForetellToo() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const auto shorter = forward(*readings.model, readings.trace->ids().first(4));
        const auto guesses = readLens(*readings.trace, *readings.model, 3);
        QCOMPARE(guesses.back().size(), std::size_t(1));
        QCOMPARE(guesses.back()[0].id, nextTokens(*shorter)[0].id);
        QCOMPARE(guesses.back()[0].probability, nextTokens(*shorter)[0].probability);
    }

    void refusesWhatIsNotThere() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        QVERIFY_THROWS_EXCEPTION(Error, readLens(*readings.trace, *readings.model, 99));
        QVERIFY_THROWS_EXCEPTION(Error, readLens(*forward(*readings.model, {}), *readings.model, 0));
    }
};

QTEST_GUILESS_MAIN(TestLens)
#include "tst_lens.moc"
