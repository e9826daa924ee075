#include "readings_reference.h"

#include "engine/error.h"
#include "engine/model/weights.h"
#include "engine/reading/contribution.h"
#include "engine/reading/values.h"

using namespace mayfly;

/// What heads carry, against PyTorch and against the weights and vectors that it follows from.
class TestValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesArePyTorchs_data() { reference::addModels(); }
    void sizesArePyTorchs() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        std::vector<float> sizes;
        for (int h = 0; h < readings.trace->heads(); ++h) {
            const auto head = valueSizes(*readings.trace, *readings.model, {readings.trace->layers() - 1, h});
            sizes.insert(sizes.end(), head.begin(), head.end());
        }
        const double off = reference::difference(sizes, reference::numbersOf(readings.expected[QLatin1String("sizes")]));
        QVERIFY2(off < 1e-5, qPrintable(QString::number(off)));
    }

    void outputIsPyTorchs_data() { reference::addModels(); }
    void outputIsPyTorchs() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        const HeadIndex head{readings.trace->layers() - 1, readings.trace->heads() - 1};
        const auto output = headOutput(*readings.trace, *readings.model, head, readings.trace->tokens() - 1);
        const double off = reference::difference(output, reference::numbersOf(readings.expected[QLatin1String("output")]));
        QVERIFY2(off < 1e-5, qPrintable(QString::number(off)));
    }

    /// The heads' outputs and the projection's bias are all that attention adds.
    void outputsAddUpToWhatAttentionAdds() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const Trace& trace = *readings.trace;
        const LayerWeights& layer = readings.model->weights().layers[0];
        std::vector<double> sum(std::size_t(trace.dModel()));
        for (std::size_t c = 0; c < sum.size(); ++c) sum[c] = double(layer.output.bias.data()[c]);
        std::vector<double> expected = sum;
        for (int h = 0; h < trace.heads(); ++h) {
            const auto output = headOutput(trace, *readings.model, {0, h}, 4);
            for (std::size_t c = 0; c < sum.size(); ++c) sum[c] += output[c];
            for (int j = 0; j <= 4; ++j)
                for (int d = 0; d < trace.dHead(); ++d)
                    for (std::size_t c = 0; c < sum.size(); ++c)
                        expected[c] += double(trace.weight({0, h}, 4, j)) *
                                       double(trace.value({0, h}, j)[std::size_t(d)]) *
                                       double(layer.output.weight(h * trace.dHead() + d, int(c)));
        }
        QVERIFY(reference::difference(sum, expected) < 1e-6);
    }

    void edgesCarryContributions_data() { reference::addModels(); }
    void edgesCarryContributions() {
        QFETCH(QString, folder);
        const auto readings = reference::readingsOf(folder);
        const std::vector<HeadIndex> heads{{0, 0}, {1, 1}};
        const AttentionGraph graph = selectValueEdges(*readings.trace, *readings.model, {heads, 1.0});
        double all = 0;
        for (const HeadIndex head : heads)
            for (int i = 0; i < readings.trace->tokens(); ++i)
                for (int j = 0; j < readings.trace->tokens(); ++j)
                    all += contribution(*readings.trace, *readings.model, head, i, j);
        double shown = 0;
        for (const Edge& edge : graph.edges) {
            const HeadIndex head = heads[std::size_t(edge.slot)];
            const double expected = contribution(*readings.trace, *readings.model, head, edge.query, edge.key);
            QVERIFY(std::abs(double(edge.weight) - expected) < 1e-5 * expected);
            shown += double(edge.weight);
        }
        QVERIFY(std::abs(shown - all) < 1e-5 * all);
        QVERIFY(graph.shown > 0.9999);
    }

    /// The order of a row's keys, the share of the first token and the cut are those of the sizes and not of the weights.
    void selectsBySize() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const GraphChoice choice{{{1, 0}}, 0.6};
        const AttentionGraph graph = selectValueEdges(*readings.trace, *readings.model, choice);
        QVERIFY(graph.shown >= 0.6 - 1e-6 && graph.shown < 1);
        QVERIFY(graph.edges != selectEdges(*readings.trace, choice).edges);
        double onFirst = 0;
        double all = 0;
        for (int i = 0; i < readings.trace->tokens(); ++i) {
            double row = 0;
            double taken = 0;
            for (int j = 0; j <= i; ++j) row += contribution(*readings.trace, *readings.model, {1, 0}, i, j);
            for (const Edge& edge : graph.edges)
                if (edge.query == i) taken += double(edge.weight);
            QVERIFY(taken >= 0.6 * row * (1 - 1e-6));
            onFirst += contribution(*readings.trace, *readings.model, {1, 0}, i, 0);
            all += row;
        }
        QVERIFY(std::abs(graph.onFirst - onFirst / all) < 1e-5);
        QVERIFY(std::abs(graph.received[0] - float(onFirst / readings.trace->tokens())) < 1e-5F);
    }

    void anAblatedHeadCarriesNothing() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"), {.ablated = {{0, 1}}});
        for (const float size : valueSizes(*readings.trace, *readings.model, {0, 1})) QCOMPARE(size, 0.0F);
        for (const double x : headOutput(*readings.trace, *readings.model, {0, 1}, 3)) QCOMPARE(x, 0.0);
        const AttentionGraph graph = selectValueEdges(*readings.trace, *readings.model, {{{0, 1}}, 1.0});
        QVERIFY(graph.edges.empty());
        QCOMPARE(graph.shown, 0.0);
        QVERIFY(graph.pairs > 0);
    }

    void nothingCarriesNothing() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const auto empty = forward(*readings.model, {});
        QVERIFY(valueSizes(*empty, *readings.model, {0, 0}).empty());
        QVERIFY(selectValueEdges(*empty, *readings.model, {{{0, 0}}}).edges.empty());
    }

    void refusesWhatIsNotThere() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        QVERIFY_THROWS_EXCEPTION(Error, valueSizes(*readings.trace, *readings.model, {9, 0}));
        QVERIFY_THROWS_EXCEPTION(Error, headOutput(*readings.trace, *readings.model, {0, 9}, 0));
        QVERIFY_THROWS_EXCEPTION(Error, headOutput(*readings.trace, *readings.model, {0, 0}, 99));
        QVERIFY_THROWS_EXCEPTION(Error, selectValueEdges(*readings.trace, *readings.model, {{{0, 9}}}));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
