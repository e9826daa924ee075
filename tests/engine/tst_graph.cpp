#include "engine/error.h"
#include "engine/forward/forward.h"
#include "engine/model/model.h"
#include "engine/reading/graph.h"
#include "engine/reading/strongest.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace mayfly;

class TestGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesTheStrongestOfEachRow();
    void everythingAtFullMass();
    void hidesTheFirstToken();
    void keepsWithinItsBudget();
    void equalsThePlainSelection_data();
    void equalsThePlainSelection();
    void strongestComeLast();
    void countsPairsOfAllHeads();
    void emptyText();
    void refusesUnknownHeads();

private:
    AttentionGraph select(GraphChoice choice) const { return selectEdges(*m_trace, choice); }

    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Trace> m_trace;
};

void TestGraph::initTestCase() {
    m_model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in");
    std::vector<TokenId> ids;
    for (int i = 0; i < 40; ++i) ids.push_back(300 + 11 * (i % 17));
    m_trace = forward(*m_model, ids);
}

void TestGraph::takesTheStrongestOfEachRow() {
    const AttentionGraph graph = select({{{1, 2}}, 0.8});
    std::vector<float> row(std::size_t(m_trace->tokens()));
    for (int i = 0; i < m_trace->tokens(); ++i) {
        m_trace->weights({1, 2}, i, row);
        double taken = 0;
        float weakest = 1;
        std::vector<bool> chosen(row.size(), false);
        for (const Edge& edge : graph.edges)
            if (edge.query == i) {
                QCOMPARE(edge.weight, row[std::size_t(edge.key)]);
                taken += double(edge.weight);
                weakest = std::min(weakest, edge.weight);
                chosen[std::size_t(edge.key)] = true;
            }
        QVERIFY(taken >= 0.8 - 1e-6);
        QVERIFY(taken - double(weakest) < 0.8); // and none more than it takes
        for (std::size_t j = 0; j < row.size(); ++j) QVERIFY(chosen[j] || row[j] <= weakest);
    }
}

void TestGraph::everythingAtFullMass() {
    const AttentionGraph graph = select({{{0, 0}}, 1.0});
    QVERIFY(graph.shown > 1 - 1e-6);
    QCOMPARE(graph.pairs, std::int64_t(40 * 41 / 2));
}

void TestGraph::hidesTheFirstToken() {
    const AttentionGraph with = select({{{2, 0}}, 1.0});
    const AttentionGraph without = select({{{2, 0}}, 1.0, true});
    QVERIFY(std::ranges::none_of(without.edges, [](const Edge& edge) { return edge.key == 0; }));
    QCOMPARE(without.onFirst, with.onFirst);
    QVERIFY(with.onFirst > 0);
    QVERIFY(std::abs(without.shown - (1 - without.onFirst)) < 1e-5);
}

void TestGraph::keepsWithinItsBudget() {
    const AttentionGraph all = select({{{0, 0}, {1, 1}}, 0.95, false, 100000});
    const AttentionGraph few = select({{{0, 0}, {1, 1}}, 0.95, false, 50});
    QCOMPARE(few.edges.size(), std::size_t(50));
    QVERIFY(std::ranges::equal(few.edges, std::span(all.edges).last(50)));
    QVERIFY(few.shown < all.shown);
    QVERIFY(select({{{0, 0}}, 0.95, false, 0}).edges.empty());
}

void TestGraph::equalsThePlainSelection_data() {
    QTest::addColumn<int>("heads");
    QTest::addColumn<double>("topMass");
    QTest::addColumn<bool>("hideFirst");
    QTest::addColumn<int>("budget");
    QTest::newRow("one head, all edges") << 1 << 1.0 << false << 100000;
    QTest::newRow("few edges") << 3 << 0.9 << false << 100;
    QTest::newRow("without the first token") << 8 << 0.7 << true << 500;
    QTest::newRow("all heads") << 48 << 0.9 << false << 4096;
    QTest::newRow("all heads, few edges") << 48 << 0.5 << true << 600;
}

/// Row for row, all pairs at hand.
void TestGraph::equalsThePlainSelection() {
    QFETCH(int, heads);
    QFETCH(double, topMass);
    QFETCH(bool, hideFirst);
    QFETCH(int, budget);
    GraphChoice choice{{}, topMass, hideFirst, budget};
    for (int h = 0; h < heads; ++h) choice.heads.push_back({h / m_trace->heads(), h % m_trace->heads()});
    std::vector<Edge> edges;
    std::vector<double> received(std::size_t(m_trace->tokens()), 0.0);
    std::vector<float> row(received.size());
    for (int slot = 0; slot < heads; ++slot)
        for (int i = 0; i < m_trace->tokens(); ++i) {
            m_trace->weights(choice.heads[std::size_t(slot)], i, row);
            std::vector<Edge> candidates;
            for (int j = 0; j <= i; ++j) {
                received[std::size_t(j)] += double(row[std::size_t(j)]);
                if (j > 0 || !hideFirst) candidates.push_back({i, j, slot, row[std::size_t(j)]});
            }
            takeStrongest(candidates, topMass, edges);
        }
    std::ranges::sort(edges, [](const Edge& a, const Edge& b) { return heavier(b, a); });
    const std::size_t most = std::min(edges.size(), std::size_t(budget));
    double shown = 0;
    for (const Edge& edge : std::span(edges).last(most)) shown += double(edge.weight);

    const AttentionGraph graph = select(choice);
    QVERIFY(std::ranges::equal(graph.edges, std::span(edges).last(most)));
    const double all = double(heads * m_trace->tokens());
    QVERIFY(std::abs(graph.shown - shown / all) < 1e-6);
    QVERIFY(std::abs(graph.onFirst - received[0] / all) < 1e-6);
    for (std::size_t j = 0; j < received.size(); ++j) {
        const double mean = received[j] / (double(heads) * double(received.size() - j));
        QVERIFY(std::abs(double(graph.received[j]) - mean) < 1e-6);
    }
}

void TestGraph::strongestComeLast() {
    const AttentionGraph graph = select({{{0, 0}, {3, 7}}, 0.9});
    QVERIFY(std::ranges::is_sorted(graph.edges, {}, &Edge::weight));
}

void TestGraph::countsPairsOfAllHeads() { QCOMPARE(select({{{0, 0}, {3, 7}}, 0.9}).pairs, std::int64_t(40 * 41)); }

void TestGraph::emptyText() {
    const AttentionGraph graph = selectEdges(*forward(*m_model, {}), {{{0, 0}}, 0.9});
    QVERIFY(graph.edges.empty());
    QCOMPARE(graph.shown, 0.0);
    QCOMPARE(graph.pairs, std::int64_t(0));
}

void TestGraph::refusesUnknownHeads() { QVERIFY_THROWS_EXCEPTION(Error, select({{{9, 9}}, 0.9})); }

QTEST_GUILESS_MAIN(TestGraph)
#include "tst_graph.moc"
