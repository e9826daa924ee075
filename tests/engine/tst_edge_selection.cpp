#include "engine/forward/forward.h"
#include "engine/forward/kernels.h"
#include "engine/model/model.h"
#include "engine/model/weights.h"
#include "engine/reading/edge_selection.h"

#include "number_models.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

using namespace mayfly;

namespace {

int rowsWeighed = 0;

/// Kernels that count the rows of which somebody asks for the weights.
const Kernels& countingKernels() {
    static const Kernels counting = [] {
        Kernels kernels = chosenKernels();
        kernels.weigh = [](const AttentionRows& task) {
            rowsWeighed += task.rows;
            chosenKernels().weigh(task);
        };
        return kernels;
    }();
    return counting;
}

std::filesystem::path builtIn() { return std::filesystem::path(MAYFLY_RESOURCES) / "built-in"; }

std::vector<HeadIndex> headsOf(const Model& model, int count) {
    std::vector<HeadIndex> heads;
    for (int h = 0; h < count; ++h) heads.push_back({h / model.config().heads, h % model.config().heads});
    return heads;
}

/// To the bit.
bool same(const AttentionGraph& a, const AttentionGraph& b) {
    return a.tokens == b.tokens && a.heads == b.heads && a.edges == b.edges && a.pairs == b.pairs && a.shown == b.shown &&
           a.onFirst == b.onFirst && a.received == b.received;
}

/// A text that somebody edits, mostly at its end, and what is chosen to be drawn of it.
class Typist {
public:
    Typist(std::vector<std::shared_ptr<const Model>> models, int heads) : m_models(std::move(models)), m_heads(heads) {
        m_choice = {headsOf(*m_models[0], heads), 0.9, false, 300};
    }

    void edit() {
        const int size = int(m_ids.size());
        switch (below(13)) {
        case 0: m_ids.resize(std::size_t(std::max(size - 1 - below(4), 0))); break;
        case 1: replace(size - 1); break;
        case 2: replace(size - 2); break;
        case 3: replace(below(std::max(size, 1))); break;
        case 4: append(1 + below(50)); break;
        case 5: m_choice.topMass = 0.5 + 0.1 * below(6); break;
        case 6: m_choice.hideFirst = !m_choice.hideFirst; break;
        case 7: m_choice.heads = headsOf(*model(), 1 + below(m_heads)); break;
        case 8: m_experiment.temperature = 1.0F + float(below(2)); break;
        case 9: m_factor = float(1 + below(3)); break;
        case 10: m_model = std::size_t(below(int(m_models.size()))); break;
        default: append(1); break;
        }
        if (below(20) == 0) m_ids.clear();
        // Now and then of nothing, as when a model is opened anew, and never of a trace of another model.
        const bool begins = m_of == m_model && below(8) > 0;
        m_trace = forward(*model(), m_ids, m_experiment, begins ? m_trace.get() : nullptr);
        m_of = m_model;
    }

    const Trace& trace() const { return *m_trace; }
    const GraphChoice& choice() const { return m_choice; }
    KeyFactors factors() {
        KeyFactors factors(m_choice.heads.size());
        for (auto& each : factors)
            for (std::size_t j = 0; j < m_ids.size(); ++j) each.push_back(j == 20 ? m_factor : 0.1F * float(m_ids[j] % 7));
        return factors;
    }

private:
    const std::shared_ptr<const Model>& model() const { return m_models[m_model]; }
    int below(int end) { return int(m_random() % unsigned(end)); }
    TokenId word() { return below(std::min(model()->config().vocab, 40)); }
    void replace(int at) {
        if (at >= 0) m_ids[std::size_t(at)] = word();
    }
    void append(int count) {
        for (; count > 0 && int(m_ids.size()) < model()->config().context; --count) m_ids.push_back(word());
    }

    std::vector<std::shared_ptr<const Model>> m_models;
    int m_heads;
    std::mt19937 m_random{5};
    std::vector<TokenId> m_ids;
    GraphChoice m_choice;
    Experiment m_experiment;
    float m_factor = 1; ///< of one token
    std::size_t m_model = 0, m_of = 0; ///< the model, and that which the trace is of
    std::shared_ptr<const Trace> m_trace;
};

} // namespace

class TestEdgeSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typingChangesNothing_data();
    void typingChangesNothing();
    void tellsModelsApart_data();
    void tellsModelsApart();
    void looksAtChangedRowsOnly_data();
    void looksAtChangedRowsOnly();
    void remembersLittle();
    void anUnknownHeadIsForgotten();

private:
    static std::vector<TokenId> ids(int count) {
        std::vector<TokenId> some;
        for (int i = 0; i < count; ++i) some.push_back(260 + 13 * (i % 23));
        return some;
    }
};

void TestEdgeSelection::typingChangesNothing_data() {
    QTest::addColumn<QStringList>("models");
    QTest::addColumn<bool>("causal");
    QTest::addColumn<bool>("factors");
    QTest::addColumn<int>("heads");
    const QString data = QStringLiteral(MAYFLY_TEST_DATA "/");
    const QString own = QString::fromStdString(builtIn().string());
    QTest::newRow("built-in") << QStringList{own} << true << false << 8;
    QTest::newRow("heads that threads share") << QStringList{own} << true << false << 48;
    QTest::newRow("factors") << QStringList{own} << true << true << 3;
    QTest::newRow("sliding window") << QStringList{data + "families/mistral"} << true << false << 8;
    QTest::newRow("window in some layers, capped scores") << QStringList{data + "families/gemma2"} << true << false << 12;
    QTest::newRow("bidirectional") << QStringList{data + "families/bert"} << false << false << 6;
    QTest::newRow("bidirectional with a window") << QStringList{data + "families/mistral"} << false << false << 8;
    QTest::newRow("bidirectional with factors") << QStringList{data + "families/bert"} << false << true << 6;
    QTest::newRow("two models of one shape") << QStringList{data + "families/mistral", data + "families/qwen2"} << true << false
                                             << 8;
}

void TestEdgeSelection::typingChangesNothing() {
    QFETCH(QStringList, models);
    QFETCH(bool, causal);
    QFETCH(bool, factors);
    QFETCH(int, heads);
    std::vector<std::shared_ptr<const Model>> loaded;
    for (const QString& each : models) loaded.push_back(modelOf(each.toStdString(), causal, models.size() == 1));
    Typist typist(loaded, heads);
    EdgeSelection selection;
    for (int key = 0; key < 200; ++key) {
        typist.edit();
        const KeyFactors by = factors ? typist.factors() : KeyFactors{};
        const AttentionGraph anew = selectEdges(typist.trace(), typist.choice(), by);
        QVERIFY2(same(selection.select(typist.trace(), typist.choice(), by), anew), qPrintable(QString::number(key)));
    }
}

void TestEdgeSelection::tellsModelsApart_data() {
    QTest::addColumn<bool>("keys");
    QTest::newRow("other queries") << false;
    QTest::newRow("other keys") << true;
}

/// Models that differ in one map of the first layer, which takes the same text.
void TestEdgeSelection::tellsModelsApart() {
    QFETCH(bool, keys);
    const auto folder = std::filesystem::path(MAYFLY_TEST_DATA) / "tiny_gpt2";
    Checkpoint checkpoint = readCheckpoint(folder);
    std::vector<LayerWeights>& layers = checkpoint.weights.layers;
    keys ? std::swap(layers[0].key, layers[1].key) : std::swap(layers[0].query, layers[1].query);
    const Model other("", folder, checkpoint.config, std::move(checkpoint.weights), nullptr);
    std::vector<TokenId> text;
    for (int i = 0; i < 20; ++i) text.push_back(7 * i);
    const GraphChoice choice{{{0, 0}, {0, 1}}};
    EdgeSelection selection;
    selection.select(*forward(*modelOf(folder, true, true), text), choice);
    const auto trace = forward(other, text);
    QVERIFY(same(selection.select(*trace, choice), selectEdges(*trace, choice)));
}

void TestEdgeSelection::looksAtChangedRowsOnly_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("changed");
    QTest::addColumn<int>("most");
    QTest::newRow("nothing") << 100 << 100 << 100 << 0;
    QTest::newRow("appended") << 100 << 101 << 100 << 1;
    QTest::newRow("appended to a whole block") << 96 << 97 << 96 << 1;
    QTest::newRow("the last replaced") << 100 << 100 << 99 << 1;
    QTest::newRow("the last of a whole block replaced") << 96 << 96 << 95 << 1;
    QTest::newRow("the last deleted") << 100 << 99 << 99 << 0;
    QTest::newRow("two replaced by three") << 100 << 101 << 98 << 3;
    QTest::newRow("further back") << 400 << 400 << 300 << 232;
    QTest::newRow("the first") << 100 << 100 << 0 << 100;
}

void TestEdgeSelection::looksAtChangedRowsOnly() {
    QFETCH(int, tokens);
    QFETCH(int, after);
    QFETCH(int, changed);
    QFETCH(int, most);
    const auto model = Model::load(builtIn(), countingKernels());
    const GraphChoice choice{{{2, 3}, {4, 0}}};
    const auto before = forward(*model, ids(tokens));
    EdgeSelection selection;
    selection.select(*before, choice);
    std::vector<TokenId> edited = ids(after);
    if (changed < after) edited[std::size_t(changed)] += 1;
    const auto trace = forward(*model, edited, {}, before.get());
    rowsWeighed = 0;
    selection.select(*trace, choice);
    QVERIFY(rowsWeighed <= 2 * most);
    QVERIFY(rowsWeighed >= 2 * (after - changed));
    // Of the same numbers it knows all, wherever they lie.
    rowsWeighed = 0;
    selection.select(*forward(*model, edited), choice);
    QCOMPARE(rowsWeighed, 0);
}

void TestEdgeSelection::remembersLittle() {
    const auto model = Model::load(builtIn());
    EdgeSelection selection;
    std::shared_ptr<const Trace> trace;
    for (int tokens = 300; tokens < 420; ++tokens) {
        trace = forward(*model, ids(tokens), {}, trace.get());
        selection.select(*trace, {{{2, 3}}});
        QVERIFY(double(selection.remembered()) <= 34 + 2 * std::log2(tokens));
    }
}

void TestEdgeSelection::anUnknownHeadIsForgotten() {
    const auto model = Model::load(builtIn(), countingKernels());
    const auto trace = forward(*model, ids(40));
    EdgeSelection selection;
    selection.select(*trace, {{{1, 1}}});
    QVERIFY_THROWS_EXCEPTION(std::exception, selection.select(*trace, {{{9, 9}}}));
    rowsWeighed = 0;
    selection.select(*trace, {{{1, 1}}});
    QCOMPARE(rowsWeighed, 0);
}

QTEST_GUILESS_MAIN(TestEdgeSelection)
#include "tst_edge_selection.moc"
