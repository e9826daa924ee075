#include "engine/forward/forward.h"
#include "engine/model/model.h"
#include "engine/reading/head_maps.h"

#include <QTest>

#include <algorithm>

using namespace mayfly;

class TestHeadMaps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheLargestOfItsPairs_data();
    void everyCellIsTheLargestOfItsPairs();
    void reusingRowsChangesNothing_data();
    void reusingRowsChangesNothing();

private:
    std::shared_ptr<const Model> m_model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in");
    static std::vector<TokenId> ids(int count) {
        std::vector<TokenId> some;
        for (int i = 0; i < count; ++i) some.push_back(260 + 13 * (i % 23));
        return some;
    }
};

void TestHeadMaps::everyCellIsTheLargestOfItsPairs_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("cell");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("as many as fit") << 64 << 1;
    QTest::newRow("one more") << 65 << 2;
    QTest::newRow("many") << 200 << 4;
}

void TestHeadMaps::everyCellIsTheLargestOfItsPairs() {
    QFETCH(int, tokens);
    QFETCH(int, cell);
    const auto trace = forward(*m_model, ids(tokens));
    const HeadMaps maps = mapHeads(*trace);
    QCOMPARE(maps.cell, cell);
    QCOMPARE(maps.side, (tokens + cell - 1) / cell);
    std::vector<float> expected(std::size_t(maps.side * maps.side), 0.0F);
    std::vector<float> row(static_cast<std::size_t>(tokens));
    for (int i = 0; i < tokens; ++i) {
        trace->weights({2, 3}, i, row);
        for (int j = 0; j < tokens; ++j) {
            float& at = expected[std::size_t((i / cell) * maps.side + j / cell)];
            at = std::max(at, row[std::size_t(j)]);
        }
    }
    QVERIFY(std::equal(expected.begin(), expected.end(), maps.map({2, 3})));
}

void TestHeadMaps::reusingRowsChangesNothing_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("changed");
    QTest::newRow("within a cell") << 150 << 71;
    QTest::newRow("at its edge") << 150 << 72;
    QTest::newRow("appended to a cell") << 150 << 149;
    QTest::newRow("appended after the last cell") << 149 << 148;
    QTest::newRow("the first") << 150 << 0;
    QTest::newRow("cells grow") << 129 << 128;
    QTest::newRow("short") << 20 << 19;
}

void TestHeadMaps::reusingRowsChangesNothing() {
    QFETCH(int, tokens);
    QFETCH(int, changed);
    const auto before = forward(*m_model, ids(tokens - 1));
    std::vector<TokenId> edited = ids(tokens);
    edited[std::size_t(changed)] += 1;
    const auto after = forward(*m_model, edited, {}, before.get());
    const HeadMaps old = mapHeads(*before);
    const HeadMaps reused = mapHeads(*after, &old, changed);
    QCOMPARE(reused.values, mapHeads(*after).values);
}

QTEST_GUILESS_MAIN(TestHeadMaps)
#include "tst_head_maps.moc"
