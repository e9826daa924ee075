#include "engine/forward/forward.h"
#include "engine/model/model.h"
#include "engine/reading/mapped_pass.h"

#include "model_files.h"
#include "number_models.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>

using namespace mayfly;

class TestHeadMaps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheLargestOfItsPairs_data();
    void everyCellIsTheLargestOfItsPairs();
    void reusingRowsChangesNothing_data();
    void reusingRowsChangesNothing();
    void noKeyLeavesATrace();
    void severalBlocksShareACell();
};

namespace {

std::shared_ptr<const Model> modelNamed(const QString& name) {
    if (name == QLatin1String("built-in")) return modelOf(std::filesystem::path(MAYFLY_RESOURCES) / "built-in");
    const bool ahead = name.startsWith(QLatin1String("bidirectional "));
    const QString family = ahead ? name.section(u' ', 1) : name;
    return modelOf(std::filesystem::path(MAYFLY_TEST_DATA) / "families" / family.toStdString(), !ahead);
}

std::vector<TokenId> idsFor(const Model& model, int count) {
    std::vector<TokenId> some;
    for (int i = 0; i < count; ++i) some.push_back((5 + 13 * (i % 23)) % model.config().vocab);
    return some;
}

std::vector<std::uint8_t> expectedMap(const Trace& trace, HeadIndex head, int cell, int side) {
    std::vector<std::uint8_t> map(std::size_t(side * side), 0);
    std::vector<float> row(std::size_t(trace.tokens()));
    for (int i = 0; i < trace.tokens(); ++i) {
        trace.weights(head, i, row);
        for (int j = 0; j < trace.tokens(); ++j) {
            std::uint8_t& at = map[std::size_t((i / cell) * side + j / cell)];
            at = std::max(at, std::uint8_t(std::lround(255 * std::sqrt(row[std::size_t(j)]))));
        }
    }
    return map;
}

} // namespace

void TestHeadMaps::everyCellIsTheLargestOfItsPairs_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("cell");
    const QString builtIn = QStringLiteral("built-in");
    QTest::newRow("none") << builtIn << 0 << 1;
    QTest::newRow("one") << builtIn << 1 << 1;
    QTest::newRow("as many as fit") << builtIn << 64 << 1;
    QTest::newRow("one more") << builtIn << 65 << 2;
    QTest::newRow("many") << builtIn << 200 << 4;
    QTest::newRow("a sliding window") << QStringLiteral("mistral") << 150 << 4;
    QTest::newRow("one that is larger than a cell") << QStringLiteral("mistral") << 40 << 1;
    QTest::newRow("windows in some layers") << QStringLiteral("gemma2") << 130 << 4;
    QTest::newRow("rows that see ahead") << QStringLiteral("bidirectional llama") << 150 << 4;
    QTest::newRow("ahead in a window") << QStringLiteral("bidirectional mistral") << 150 << 4;
    QTest::newRow("an encoder") << QStringLiteral("bert") << 30 << 1;
}

void TestHeadMaps::everyCellIsTheLargestOfItsPairs() {
    QFETCH(QString, name);
    QFETCH(int, tokens);
    QFETCH(int, cell);
    const auto model = modelNamed(name);
    const auto trace = forward(*model, idsFor(*model, tokens));
    const HeadMaps maps = mapHeads(*trace);
    QCOMPARE(forwardMapped(*model, idsFor(*model, tokens)).maps.levels, maps.levels);
    QCOMPARE(maps.cell, cell);
    QCOMPARE(maps.side, (tokens + cell - 1) / cell);
    for (int layer = 0; layer < maps.layers; ++layer)
        for (int head = 0; head < maps.heads; ++head) {
            const auto expected = expectedMap(*trace, {layer, head}, cell, maps.side);
            QVERIFY(std::equal(expected.begin(), expected.end(), maps.map({layer, head})));
        }
}

void TestHeadMaps::reusingRowsChangesNothing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("changed"); // the first token that is another
    const QString builtIn = QStringLiteral("built-in");
    QTest::newRow("within a cell") << builtIn << 149 << 150 << 71;
    QTest::newRow("at its edge") << builtIn << 149 << 150 << 72;
    QTest::newRow("appended to a cell") << builtIn << 149 << 150 << 149;
    QTest::newRow("appended after the last cell") << builtIn << 148 << 149 << 148;
    QTest::newRow("the first") << builtIn << 149 << 150 << 0;
    QTest::newRow("cells grow") << builtIn << 128 << 129 << 128;
    QTest::newRow("cells shrink") << builtIn << 129 << 128 << 128;
    QTest::newRow("short") << builtIn << 19 << 20 << 19;
    QTest::newRow("fewer, an edit in front") << builtIn << 160 << 140 << 100;
    QTest::newRow("fewer, the end is gone") << builtIn << 150 << 141 << 141;
    QTest::newRow("fewer, whole cells") << builtIn << 150 << 140 << 140;
    QTest::newRow("the same") << builtIn << 150 << 150 << 150;
    QTest::newRow("the last") << builtIn << 150 << 150 << 149;
    QTest::newRow("the last, at a cell's edge") << builtIn << 148 << 148 << 147;
    QTest::newRow("the last, and many more") << builtIn << 150 << 190 << 149;
    QTest::newRow("a sliding window") << QStringLiteral("mistral") << 149 << 150 << 149;
    QTest::newRow("rows that see ahead") << QStringLiteral("bidirectional llama") << 149 << 150 << 149;
}

void TestHeadMaps::reusingRowsChangesNothing() {
    QFETCH(QString, name);
    QFETCH(int, before);
    QFETCH(int, tokens);
    QFETCH(int, changed);
    const auto model = modelNamed(name);
    const auto earlier = forward(*model, idsFor(*model, before));
    std::vector<TokenId> edited = idsFor(*model, tokens);
    if (changed < tokens) edited[std::size_t(changed)] += 1;
    const auto after = forward(*model, edited, {}, earlier.get());
    const HeadMaps old = mapHeads(*earlier);
    const HeadMaps expected = mapHeads(*after);
    QCOMPARE(mapHeads(*after, &old, changed).levels, expected.levels);
    QCOMPARE(forwardMapped(*model, edited, {}, earlier.get(), &old).maps.levels, expected.levels);
    std::atomic<int> looks = 0; // weights are shown of rows that are computed, and of no others
    forward(*model, edited, {}, earlier.get(), {}, [&](const FreshWeights&) { ++looks; });
    QCOMPARE(looks > 0, changed < tokens);
}

/// Key after key, each on the maps that the key before has left: appended, deleted, replaced, near the end and far from it.
void TestHeadMaps::noKeyLeavesATrace() {
    const auto model = modelNamed(QStringLiteral("built-in"));
    std::minstd_rand random(5);
    std::vector<TokenId> ids = idsFor(*model, 180);
    MappedPass last = forwardMapped(*model, ids);
    for (int key = 0; key < 100; ++key) {
        const std::size_t back = random() % 8 == 0 ? random() % 40 : random() % 6;
        ids.resize(std::max<std::size_t>(ids.size() - back, 130));
        for (std::size_t typed = random() % 2 * (random() % 7); typed > 0; --typed) ids.push_back(TokenId(random() % 300));
        last = forwardMapped(*model, ids, {}, last.trace.get(), &last.maps);
        QCOMPARE(last.maps.levels, mapHeads(*last.trace).levels);
    }
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
    const MappedPass mapped = forwardMapped(*model, many);
    QCOMPARE(mapped.maps.cell, 64);
    QVERIFY(*std::ranges::max_element(mapped.maps.levels) > 200);
    QCOMPARE(mapped.maps.levels, mapHeads(*mapped.trace).levels);
}

QTEST_GUILESS_MAIN(TestHeadMaps)
#include "tst_head_maps.moc"
