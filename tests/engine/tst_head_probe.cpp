#include "engine/reading/head_probe.h"

#include "engine/error.h"
#include "engine/model/model.h"
#include "engine/reading/pair_ranking.h"

#include "model_files.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace mayfly;

class TestHeadProbe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSequenceIsSaidThreeTimes();
    void theSameEveryTime();
    void stepsCanBeGivenUp();
    void theBuiltInModelHasInductionHeads();
    void withoutATokenizer();
    void aContextThatIsTooShort();
    void sortingAndTheBest();
    void headsOfAPair_data();
    void headsOfAPair();
    void headsOfAPairThatIsNotThere();

private:
    std::shared_ptr<const Model> m_tiny = Model::load(MAYFLY_TEST_DATA "/tiny_gpt2");
    std::shared_ptr<const Model> m_builtIn = Model::load(MAYFLY_RESOURCES "/built-in");
};

void TestHeadProbe::aSequenceIsSaidThreeTimes() {
    const HeadProber prober(*m_builtIn);
    std::set<std::vector<TokenId>> all;
    for (int pass = 0; pass < HeadProber::seeds; ++pass) {
        const std::vector<TokenId> ids = prober.sequence(pass);
        QCOMPARE(ids.size(), std::size_t(75));
        const std::set<TokenId> different(ids.begin(), ids.end());
        QCOMPARE(different.size(), std::size_t(25));
        for (std::size_t i = 25; i < ids.size(); ++i) QCOMPARE(ids[i], ids[i - 25]);
        for (const TokenId id : different)
            QVERIFY(m_builtIn->tokenizer()->knows(id) && !m_builtIn->tokenizer()->isSpecial(id));
        all.insert(ids);
    }
    QCOMPARE(all.size(), std::size_t(HeadProber::seeds));
    QCOMPARE(HeadProber(*m_tiny).sequence(0).size(), std::size_t(30)); // a context of 32: ten, three times
}

void TestHeadProbe::theSameEveryTime() {
    const HeadProbe probe = probeHeads(*m_tiny);
    QCOMPARE(probe.period, 10);
    QCOMPARE(probe.scores.size(), std::size_t(4));
    QVERIFY(probe == probeHeads(*Model::load(MAYFLY_TEST_DATA "/tiny_gpt2")));
    for (const HeadScores& scores : probe.scores) {
        const float sum = scores.previous + scores.induction + scores.duplicate + scores.current;
        QVERIFY(sum > 0 && sum <= 1.0001F);
        QCOMPARE(scores.next, 0.0F); // causal
    }
}

void TestHeadProbe::stepsCanBeGivenUp() {
    HeadProber prober(*m_tiny);
    QVERIFY(prober.step());
    QVERIFY(!prober.step([] { return true; }));
    QCOMPARE(prober.done(), 1);
    while (prober.done() < prober.passes()) QVERIFY(prober.step());
    QVERIFY(prober.step()); // nothing is left to do
    QVERIFY(prober.finish() == probeHeads(*m_tiny));
}

void TestHeadProbe::theBuiltInModelHasInductionHeads() {
    const HeadProbe probe = probeHeads(*m_builtIn);
    const auto induction = bestOf(probe, HeadLabel::Induction);
    const auto previous = bestOf(probe, HeadLabel::Previous);
    QVERIFY(induction && induction->score > 0.6F);
    QVERIFY(previous && previous->score > 0.6F);
    QVERIFY(induction->head.layer > previous->head.layer); // the one reads what the other wrote
}

void TestHeadProbe::withoutATokenizer() {
    const auto mute = Model::load(MAYFLY_TEST_DATA "/tiny_gpt2_untied_bf16");
    QCOMPARE(probeHeads(*mute).scores.size(), std::size_t(mute->config().layers * mute->config().heads));
}

void TestHeadProbe::aContextThatIsTooShort() {
    const modelfiles::Folder folder;
    const modelfiles::TinyGpt2 tiny{.context = 8, .vocab = 9};
    folder.write("config.json", tiny.config());
    folder.write("model.safetensors", tiny.tensors().file());
    const auto model = Model::load(folder.root());
    const auto outcome = modelfiles::outcomeOf([&] { probeHeads(*model); });
    QCOMPARE(outcome.kind, QByteArray("OutOfRange"));
    QVERIFY2(outcome.sentence.contains("takes 8 tokens"), outcome.sentence);
}

void TestHeadProbe::sortingAndTheBest() {
    HeadProbe probe;
    probe.layers = probe.heads = 2;
    probe.scores.resize(4);
    probe.scores[0].induction = 0.5F;
    probe.scores[1].induction = std::numeric_limits<float>::quiet_NaN();
    probe.scores[2].induction = 0.9F;
    probe.scores[2].first = 0.95F; // looks there too, and is a sink
    probe.scores[3].induction = 0.5F;
    const auto sorted = sortedBy(probe, &HeadScores::induction);
    std::vector<HeadIndex> heads;
    for (const ScoredHead& each : sorted) heads.push_back(each.head);
    QCOMPARE(heads, (std::vector<HeadIndex>{{1, 0}, {0, 0}, {1, 1}, {0, 1}}));
    QVERIFY(bestOf(probe, HeadLabel::Induction) == (ScoredHead{{0, 0}, 0.5F}));
    QVERIFY(bestOf(probe, HeadLabel::Sink) == (ScoredHead{{1, 0}, 0.95F}));
    QVERIFY(!bestOf(probe, HeadLabel::Duplicate));
    QVERIFY(!bestOf(probe, HeadLabel::Broad)); // of 0.1 nothing can be said
    QVERIFY(!probe.has({0, 1}) && probe.has({1, 0}) && !probe.has({2, 0}));
}

void TestHeadProbe::headsOfAPair_data() {
    QTest::addColumn<int>("query");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("count");
    QTest::addColumn<std::size_t>("found");
    QTest::newRow("all") << 5 << 2 << 100 << std::size_t(m_builtIn->config().layers * m_builtIn->config().heads);
    QTest::newRow("ten") << 40 << 2 << 10 << std::size_t(10);
    QTest::newRow("itself") << 0 << 0 << 3 << std::size_t(3);
    QTest::newRow("masked") << 2 << 5 << 10 << std::size_t(0);
    QTest::newRow("none wanted") << 5 << 2 << 0 << std::size_t(0);
}

void TestHeadProbe::headsOfAPair() {
    QFETCH(int, query);
    QFETCH(int, key);
    QFETCH(int, count);
    QFETCH(std::size_t, found);
    const auto trace = forward(*m_builtIn, HeadProber(*m_builtIn).sequence(0));
    const auto ranked = rankHeads(*trace, query, key, count);
    QCOMPARE(ranked.size(), found);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        QCOMPARE(ranked[i].weight, trace->weight(ranked[i].head, query, key));
        if (i > 0) QVERIFY(ranked[i - 1].weight >= ranked[i].weight);
    }
    if (ranked.empty()) return;
    for (int layer = 0; layer < trace->layers(); ++layer)
        for (int head = 0; head < trace->heads(); ++head)
            QVERIFY(trace->weight({layer, head}, query, key) <= ranked.front().weight);
}

void TestHeadProbe::headsOfAPairThatIsNotThere() {
    const auto trace = forward(*m_tiny, std::vector<TokenId>{1, 2, 3});
    QVERIFY_THROWS_EXCEPTION(Error, rankHeads(*trace, 3, 0, 1));
    QVERIFY_THROWS_EXCEPTION(Error, rankHeads(*trace, 0, -1, 1));
}

QTEST_GUILESS_MAIN(TestHeadProbe)
#include "tst_head_probe.moc"
