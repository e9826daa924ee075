#include "engine/forward/forward.h"
#include "engine/model/model.h"

#include <QTest>

#include <cmath>

using namespace mayfly;

class TestTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dotIsTheProductOfQueryAndKey();
    void singleNumbersAreThoseOfTheRows();
    void weightsSumToOne();
    void logSumExpIsOfTheRow();
    void knowsItsHeads();

private:
    std::shared_ptr<const Trace> m_trace;
};

void TestTrace::initTestCase() {
    const auto model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in");
    std::vector<TokenId> ids;
    for (int i = 0; i < 75; ++i) ids.push_back(300 + 7 * (i % 31));
    m_trace = forward(*model, ids);
}

void TestTrace::dotIsTheProductOfQueryAndKey() {
    for (const auto& [i, j] : {std::pair(70, 3), std::pair(3, 70), std::pair(33, 32), std::pair(0, 0)}) {
        const auto q = m_trace->query({2, 5}, i);
        const auto k = m_trace->key({2, 5}, j);
        double sum = 0;
        for (std::size_t d = 0; d < q.size(); ++d) sum += double(q[d]) * double(k[d]);
        QVERIFY(std::abs(double(m_trace->dot({2, 5}, i, j)) - sum) < 1e-4 * std::max(1.0, std::abs(sum)));
    }
}

void TestTrace::singleNumbersAreThoseOfTheRows() {
    std::vector<float> dots(std::size_t(m_trace->tokens()));
    std::vector<float> weights(std::size_t(m_trace->tokens()));
    for (const int i : {0, 31, 32, 74}) {
        m_trace->dots({1, 3}, i, dots);
        m_trace->weights({1, 3}, i, weights);
        for (int j = 0; j < m_trace->tokens(); ++j) {
            QCOMPARE(m_trace->dot({1, 3}, i, j), dots[std::size_t(j)]);
            QVERIFY(std::abs(m_trace->weight({1, 3}, i, j) - weights[std::size_t(j)]) < 1e-6F);
            if (j > i) QCOMPARE(m_trace->weight({1, 3}, i, j), 0.0F);
        }
    }
}

void TestTrace::weightsSumToOne() {
    std::vector<float> weights(std::size_t(m_trace->tokens()));
    for (int l = 0; l < m_trace->layers(); ++l)
        for (int i = 0; i < m_trace->tokens(); ++i) {
            m_trace->weights({l, 0}, i, weights);
            double sum = 0;
            for (const float weight : weights) sum += double(weight);
            QVERIFY(std::abs(sum - 1) < 1e-6);
        }
}

void TestTrace::logSumExpIsOfTheRow() {
    std::vector<float> dots(std::size_t(m_trace->tokens()));
    m_trace->dots({0, 2}, 40, dots);
    double sum = 0;
    for (int j = 0; j <= 40; ++j) sum += std::exp(double(dots[std::size_t(j)]) * double(m_trace->rule(0).scale));
    QVERIFY(std::abs(double(m_trace->logSumExp({0, 2}, 40)) - std::log(sum)) < 1e-4);
}

void TestTrace::knowsItsHeads() {
    QVERIFY(m_trace->has({0, 0}));
    QVERIFY(m_trace->has({m_trace->layers() - 1, m_trace->heads() - 1}));
    QVERIFY(!m_trace->has({m_trace->layers(), 0}));
    QVERIFY(!m_trace->has({0, m_trace->heads()}));
    QVERIFY(!m_trace->has({-1, 0}));
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
