#include "readings_reference.h"

#include "engine/error.h"
#include "engine/reading/rollout.h"

#include <algorithm>

using namespace mayfly;

/// Attention rollout against PyTorch, and the edges against what flows.
class TestRollout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachIsPyTorchs_data() { reference::addModels(); }
    void reachIsPyTorchs() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        const Rollout rollout = rollOut(*readings.trace, {readings.trace->tokens() - 1});
        const double off = reference::difference(rollout.reach, reference::numbersOf(readings.expected[QLatin1String("reach")]));
        QVERIFY2(off < 1e-5, qPrintable(QString::number(off)));
    }

    void edgesAreWhatFlows_data() { reference::addModels(); }
    void edgesAreWhatFlows() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        const int tokens = readings.trace->tokens();
        const Rollout rollout = rollOut(*readings.trace, {4, 1.0});
        // All edges into a token of a layer sum to what the layer above has of it, and those out of one to the layer below.
        std::vector<double> above(rollout.reach.size());
        std::vector<double> below(rollout.reach.size());
        for (const Edge& edge : rollout.edges) {
            above[std::size_t((edge.slot + 1) * tokens + edge.query)] += double(edge.weight);
            below[std::size_t(edge.slot * tokens + edge.key)] += double(edge.weight);
        }
        for (int depth = 0; depth <= rollout.layers; ++depth)
            for (int j = 0; j < tokens; ++j) {
                const auto at = std::size_t(depth * tokens + j);
                if (depth > 0) QVERIFY(std::abs(above[at] - double(rollout.at(depth, j))) < 1e-5);
                if (depth < rollout.layers) QVERIFY(std::abs(below[at] - double(rollout.at(depth, j))) < 1e-5);
            }
        QVERIFY(rollout.shown > 0.99999);
        QVERIFY(std::ranges::is_sorted(rollout.edges, {}, &Edge::weight));
    }

    void keepsWithinMassAndBudget() {
        const auto readings = reference::readingsOf(QStringLiteral("families/bert"));
        const Rollout all = rollOut(*readings.trace, {4, 1.0});
        const Rollout most = rollOut(*readings.trace, {4, 0.7});
        QVERIFY(most.edges.size() < all.edges.size());
        QVERIFY(most.shown >= 0.7 - 1e-6 && most.shown < 1);
        const Rollout few = rollOut(*readings.trace, {4, 1.0, false, 5});
        QCOMPARE(few.edges.size(), std::size_t(5));
        QVERIFY(std::ranges::equal(few.edges, std::span(all.edges).last(5)));
        QCOMPARE(few.reach, all.reach);
    }

    void hidesTheFirstToken() {
        const auto readings = reference::readingsOf(QStringLiteral("families/llama"));
        const auto toFirst = [](const Edge& edge) { return edge.key == 0; };
        const Rollout with = rollOut(*readings.trace, {4, 1.0});
        const Rollout without = rollOut(*readings.trace, {4, 1.0, true});
        QVERIFY(std::ranges::any_of(with.edges, toFirst));
        QVERIFY(std::ranges::none_of(without.edges, toFirst));
        QCOMPARE(without.reach, with.reach);
        QVERIFY(!rollOut(*readings.trace, {0, 1.0, true}).edges.empty());
    }

    void nothingComesFromLaterTokens() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const Rollout rollout = rollOut(*readings.trace, {2});
        for (int depth = 0; depth <= rollout.layers; ++depth)
            for (int j = 3; j < rollout.tokens; ++j) QCOMPARE(rollout.at(depth, j), 0.0F);
        QCOMPARE(rollOut(*readings.trace, {0}).at(0, 0), 1.0F);
    }

    void ablatedHeadsAreLeftOut() {
        const Experiment experiment{.ablated = {{0, 0}, {0, 1}, {1, 0}}};
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"), experiment);
        const Rollout rollout = rollOut(*readings.trace, {5, 1.0});
        for (int j = 0; j < rollout.tokens; ++j) {
            QCOMPARE(rollout.at(0, j), rollout.at(1, j)); // no head of layer 0 is left: everything stays where it is
            const float expected = (readings.trace->weight({1, 1}, 5, j) + (j == 5 ? 1.0F : 0.0F)) / 2;
            QVERIFY(std::abs(rollout.at(1, j) - expected) < 1e-5F);
        }
    }

    void refusesWhatIsNotThere() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        QVERIFY_THROWS_EXCEPTION(Error, rollOut(*readings.trace, {99}));
        QVERIFY_THROWS_EXCEPTION(Error, rollOut(*readings.trace, {-1}));
        QVERIFY_THROWS_EXCEPTION(Error, rollOut(*forward(*readings.model, {}), {0}));
    }
};

QTEST_GUILESS_MAIN(TestRollout)
#include "tst_rollout.moc"
