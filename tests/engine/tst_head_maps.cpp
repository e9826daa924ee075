#include "engine/forward/forward.h"
#include "engine/model/model.h"
#include "engine/reading/head_maps.h"

#include "model_files.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace mayfly;

namespace {

struct Mapped {
    std::shared_ptr<const Trace> trace;
    HeadMaps maps;
    int looks = 0; ///< how often the pass has shown some weights
};

/// The maps as they are made while the pass is under way.
Mapped besideThePass(const Model& model, const std::vector<TokenId>& ids, const Trace* before = nullptr,
                     const HeadMaps* mapsBefore = nullptr, int unchanged = 0) {
    HeadMapping mapping(TraceLayout(model.config()), model.config().causal, int(ids.size()), mapsBefore, unchanged);
    std::atomic<int> looks = 0;
    Mapped mapped;
    mapped.trace = forward(model, ids, {}, before, {}, [&](const FreshWeights& weights) {
        ++looks;
        mapping.look(weights);
    });
    mapped.maps = mapping.finish(*mapped.trace);
    mapped.looks = looks;
    return mapped;
}

} // namespace

class TestHeadMaps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheLargestOfItsPairs_data();
    void everyCellIsTheLargestOfItsPairs();
    void reusingRowsChangesNothing_data();
    void reusingRowsChangesNothing();
    void severalBlocksShareACell();

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
    QCOMPARE(besideThePass(*m_model, ids(tokens)).maps.levels, maps.levels);
    QCOMPARE(maps.cell, cell);
    QCOMPARE(maps.side, (tokens + cell - 1) / cell);
    std::vector<std::uint8_t> expected(std::size_t(maps.side * maps.side), 0);
    std::vector<float> row(static_cast<std::size_t>(tokens));
    for (int i = 0; i < tokens; ++i) {
        trace->weights({2, 3}, i, row);
        for (int j = 0; j < tokens; ++j) {
            std::uint8_t& at = expected[std::size_t((i / cell) * maps.side + j / cell)];
            at = std::max(at, std::uint8_t(std::lround(255 * std::sqrt(row[std::size_t(j)]))));
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
    const HeadMaps expected = mapHeads(*after);
    QCOMPARE(mapHeads(*after, &old, changed).levels, expected.levels);
    const Mapped beside = besideThePass(*m_model, edited, before.get(), &old, changed);
    QVERIFY(beside.looks > 0);
    QCOMPARE(beside.maps.levels, expected.levels);
}

/// More than 64 × 32 tokens: threads that have different blocks of a head raise the same cells.
void TestHeadMaps::severalBlocksShareACell() {
    const modelfiles::TinyGpt2 shape{.layers = 1, .heads = 2, .width = 4, .inner = 4, .context = 2100, .vocab = 64};
    modelfiles::Folder folder;
    folder.write("config.json", shape.config());
    folder.write("model.safetensors", shape.tensors({}, true).file());
    const auto model = Model::load(folder.root());
    std::vector<TokenId> many;
    for (int i = 0; i < 2100; ++i) many.push_back(i * 7 % 64);
    const Mapped mapped = besideThePass(*model, many);
    QCOMPARE(mapped.maps.cell, 64);
    QVERIFY(*std::ranges::max_element(mapped.maps.levels) > 200);
    QCOMPARE(mapped.maps.levels, mapHeads(*mapped.trace).levels);
}

QTEST_GUILESS_MAIN(TestHeadMaps)
#include "tst_head_maps.moc"
