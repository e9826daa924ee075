#include "engine/error.h"
#include "engine/forward/forward.h"
#include "engine/model/model.h"
#include "engine/reading/neighbours.h"
#include "engine/reading/next_tokens.h"
#include "engine/reading/terms.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace mayfly;

/// The small pure functions of a trace: next tokens, neighbours and the terms of a dot.
class TestReadings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void probabilitiesAreASoftmax();
    void bestComesFirst();
    void whatIsNoNumberComesLast();
    void termsSumToTheDot();
    void pairAddsUp();
    void laterKeysAreMasked();
    void neighboursAreTheHeaviest_data();
    void neighboursAreTheHeaviest();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();

private:
    std::shared_ptr<const Trace> m_trace;
};

void TestReadings::initTestCase() {
    const auto model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in");
    m_trace = forward(*model, std::vector<TokenId>{300, 400, 500, 600, 700});
}

void TestReadings::probabilitiesAreASoftmax() {
    const int all = int(m_trace->logits().size());
    double sum = 0;
    for (const NextToken& next : nextTokens(*m_trace, all + 5)) sum += double(next.probability);
    QVERIFY(std::abs(sum - 1) < 1e-4);
    QCOMPARE(nextTokens(*m_trace, all + 5).size(), std::size_t(all));
}

void TestReadings::bestComesFirst() {
    const auto next = nextTokens(*m_trace);
    QCOMPARE(next.size(), std::size_t(10));
    for (std::size_t i = 1; i < next.size(); ++i) QVERIFY(next[i - 1].probability >= next[i].probability);
    const auto logits = m_trace->logits();
    QCOMPARE(next[0].id, TokenId(std::max_element(logits.begin(), logits.end()) - logits.begin()));
}

void TestReadings::termsSumToTheDot() {
    const PairReading pair = readPair(*m_trace, {1, 4}, 4, 2);
    QCOMPARE(pair.terms.size(), std::size_t(m_trace->dHead()));
    double sum = 0;
    for (std::size_t i = 0; i < pair.terms.size(); ++i) {
        sum += pair.terms[i].product;
        if (i > 0) QVERIFY(std::abs(pair.terms[i - 1].product) >= std::abs(pair.terms[i].product));
    }
    QVERIFY(std::abs(sum - pair.dot) < 1e-9);
}

void TestReadings::pairAddsUp() {
    const PairReading pair = readPair(*m_trace, {1, 4}, 4, 2);
    QVERIFY(std::abs(pair.dot * pair.scale - pair.scaled) < 1e-9);
    QVERIFY(std::abs(std::exp(pair.scaled - pair.logSumExp) - pair.weight) < 1e-9);
    QVERIFY(std::abs(pair.reverseDot - double(m_trace->dot({1, 4}, 2, 4))) < 1e-4);
    QVERIFY(!pair.masked);
}

void TestReadings::laterKeysAreMasked() {
    const PairReading pair = readPair(*m_trace, {1, 4}, 1, 3);
    QVERIFY(pair.masked);
    QCOMPARE(pair.weight, 0.0);
}

void TestReadings::neighboursAreTheHeaviest_data() {
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("a token") << 2 << 3;
    QTest::newRow("the first") << 0 << 1;
    QTest::newRow("a word of two") << 1 << 3;
    QTest::newRow("all of them") << 0 << 5;
}

void TestReadings::neighboursAreTheHeaviest() {
    QFETCH(int, begin);
    QFETCH(int, end);
    constexpr HeadIndex head{2, 1};
    std::vector<double> to(5), from(5);
    for (int i = begin; i < end; ++i)
        for (int j = 0; j < 5; ++j) {
            to[std::size_t(j)] += double(m_trace->weight(head, i, j)) / (end - begin);
            from[std::size_t(j)] += double(m_trace->weight(head, j, i));
        }
    const WordReading all = readWord(*m_trace, head, begin, end, 5);
    for (const auto& [found, wanted] : {std::pair(&all.attendsTo, &to), std::pair(&all.attendedBy, &from)}) {
        QCOMPARE(found->size(), std::size_t(std::count_if(wanted->begin(), wanted->end(), [](double w) { return w > 0; })));
        for (std::size_t n = 0; n < found->size(); ++n) {
            const Neighbour& each = (*found)[n];
            QVERIFY(std::abs(double(each.weight) - (*wanted)[std::size_t(each.token)]) < 1e-6);
            QVERIFY(n == 0 || (*found)[n - 1].weight >= each.weight);
        }
    }
    QCOMPARE(readWord(*m_trace, head, begin, end, 1).attendsTo.size(), std::size_t(1));
}

void TestReadings::whatIsNoNumberComesLast() {
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> logits{none, 1, none, 3, -1, none, 2};
    std::vector<TokenId> ids;
    for (const NextToken& next : mostLikely(logits, 7)) ids.push_back(next.id);
    QCOMPARE(ids, (std::vector<TokenId>{3, 6, 1, 4, 0, 2, 5}));
}

void TestReadings::refusesWhatIsNotThere_data() {
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("query");
    QTest::addColumn<int>("key");
    QTest::newRow("layer") << 99 << 0 << 0;
    QTest::newRow("query") << 0 << 5 << 0;
    QTest::newRow("key") << 0 << 0 << -1;
}

void TestReadings::refusesWhatIsNotThere() {
    QFETCH(int, layer);
    QFETCH(int, query);
    QFETCH(int, key);
    QVERIFY_THROWS_EXCEPTION(Error, readPair(*m_trace, {layer, 0}, query, key));
}

QTEST_GUILESS_MAIN(TestReadings)
#include "tst_readings.moc"
