#include "engine/error.h"
#include "engine/forward/forward.h"
#include "engine/forward/kernels.h"
#include "engine/forward/rotation.h"
#include "engine/model/model.h"
#include "engine/model/weights.h"
#include "engine/reading/asymmetry.h"
#include "engine/reading/chain.h"
#include "engine/reading/contribution.h"
#include "engine/reading/values.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace mayfly;

namespace {

/// A model and more tokens than one block of a trace holds, where its context allows.
struct Case {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Trace> trace;
};

Case load(const QString& name, const Experiment& experiment = {}) {
    Case loaded;
    loaded.model = Model::load(std::filesystem::path(MAYFLY_TEST_DATA) / name.toStdString());
    std::vector<TokenId> ids;
    for (int i = 0; i < std::min(37, loaded.model->config().context - 2); ++i)
        ids.push_back(TokenId((5 * i + i * i) % loaded.model->config().vocab));
    loaded.trace = forward(*loaded.model, ids, experiment);
    return loaded;
}

/// The last layer, whose heads see what all parts of the model before it have done, and its last head.
HeadIndex lastHead(const Trace& trace) { return {trace.layers() - 1, trace.heads() - 1}; }

bool isNear(double found, double expected, double size, double tolerance = 1e-9) {
    if (std::abs(found - expected) <= tolerance * std::max(size, 1e-30)) return true;
    qWarning("%.12g is not %.12g", found, expected);
    return false;
}

template<typename A, typename B>
double product(const A& a, const B& b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += double(a[d]) * double(b[d]);
    return sum;
}

/// Σ_r x_r W[r, column].
double column(const std::vector<float>& x, const Linear& map, int at) {
    double sum = 0;
    for (int r = 0; r < map.in; ++r) sum += double(x[std::size_t(r)]) * double(map.weight(r, at));
    return sum;
}

} // namespace

/// The readings of a pair and of a head against plain loops, for every family.
class TestChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFamily_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("gpt2") << "tiny_gpt2";
        QTest::newRow("gpt2 in halves") << "tiny_gpt2_f16_inverse";
        const QDir families(QStringLiteral(MAYFLY_TEST_DATA "/families"));
        for (const QString& name : families.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << "families/" + name;
    }

    void pairsAddUp_data() { everyFamily_data(); }
    void pairsAddUp() {
        QFETCH(QString, name);
        const Case loaded = load(name);
        const Trace& trace = *loaded.trace;
        const HeadIndex head = lastHead(trace);
        for (int i = 0; i < trace.tokens(); ++i)
            for (int j = 0; j < trace.tokens(); ++j) {
                const PairReading pair = readPair(trace, head, i, j);
                double sum = 0;
                for (const Term& term : pair.terms) sum += term.product;
                const double norms = pair.normQ * pair.normK;
                QVERIFY(isNear(sum, pair.dot, norms));
                QVERIFY(isNear(pair.dot, product(trace.query(head, i), trace.key(head, j)), norms));
                QVERIFY(isNear(norms * pair.cosine, pair.dot, norms));
                QVERIFY(isNear(pair.scaled, pair.dot * pair.scale, std::abs(pair.scaled)));
                QVERIFY(isNear(pair.normQ, std::sqrt(product(trace.query(head, i), trace.query(head, i))), pair.normQ));
                QVERIFY(isNear(pair.reverseDot, product(trace.query(head, j), trace.key(head, i)), 1, 1e-6));
                QVERIFY(isNear(pair.logSumExp, double(trace.logSumExp(head, i)), 1 + std::abs(pair.scaled), 1e-5));
                QCOMPARE(pair.masked, !trace.rule(head.layer).sees(i, j));
                QVERIFY(isNear(pair.weight, double(trace.weight(head, i, j)), 1, 1e-5));
                if (pair.masked) QCOMPARE(pair.weight, 0.0);
                else QVERIFY(isNear(std::exp(pair.score() - pair.logSumExp), pair.weight, pair.weight));
            }
    }

    void aTokenAloneWeighsOne_data() { everyFamily_data(); }
    void aTokenAloneWeighsOne() {
        QFETCH(QString, name);
        const Case loaded = load(name);
        if (loaded.model->config().causal) QCOMPARE(readPair(*loaded.trace, lastHead(*loaded.trace), 0, 0).weight, 1.0);
    }

    void capsAndGroupsAreThere() {
        const Case gemma = load(QStringLiteral("families/gemma2"));
        const PairReading pair = readPair(*gemma.trace, lastHead(*gemma.trace), 5, 3);
        const double cap = double(gemma.model->config().scoreCap);
        QVERIFY(pair.capped.has_value());
        QVERIFY(isNear(*pair.capped, cap * std::tanh(pair.scaled / cap), 1));
        QCOMPARE(pair.keyHead, gemma.model->config().keyHeadOf(lastHead(*gemma.trace).head));
        QVERIFY(pair.keyHead < lastHead(*gemma.trace).head);
        const Case gpt = load(QStringLiteral("tiny_gpt2"));
        QVERIFY(!readPair(*gpt.trace, {0, 1}, 5, 3).capped);
        QCOMPARE(readPair(*gpt.trace, {0, 1}, 5, 3).keyHead, 1);
    }

    void asymmetryIsThatOfTheDots_data() { everyFamily_data(); }
    void asymmetryIsThatOfTheDots() {
        QFETCH(QString, name);
        const Case loaded = load(name);
        const Trace& trace = *loaded.trace;
        const HeadIndex head = lastHead(trace);
        double differences = 0;
        double squares = 0;
        for (int i = 0; i < trace.tokens(); ++i)
            for (int j = 0; j < trace.tokens(); ++j) {
                const double there = product(trace.query(head, i), trace.key(head, j));
                const double back = product(trace.query(head, j), trace.key(head, i));
                differences += (there - back) * (there - back);
                squares += there * there;
            }
        QVERIFY(isNear(asymmetry(trace, head), std::sqrt(differences / squares), 1, 1e-5));
    }

    void nothingIsSymmetrical() {
        const Case loaded = load(QStringLiteral("tiny_gpt2"));
        const auto one = forward(*loaded.model, std::vector<TokenId>{3});
        QCOMPARE(asymmetry(*one, {0, 0}), 0.0);
        QCOMPARE(asymmetry(*forward(*loaded.model, {}), {0, 0}), 0.0);
    }

    void contributionIsTheSizeOfWhatTravels_data() { everyFamily_data(); }
    void contributionIsTheSizeOfWhatTravels() {
        QFETCH(QString, name);
        const Case loaded = load(name);
        const Trace& trace = *loaded.trace;
        const HeadIndex head = lastHead(trace);
        const int i = trace.tokens() - 2;
        const std::vector<float> sizes = valueSizes(trace, *loaded.model, head);
        QCOMPARE(int(sizes.size()), trace.tokens());
        const Linear& output = loaded.model->weights().layers[std::size_t(head.layer)].output;
        for (int j = 0; j < trace.tokens(); ++j) {
            const std::vector<float> v = trace.value(head, j);
            double squares = 0;
            for (int c = 0; c < output.out; ++c) {
                double sum = 0;
                for (int d = 0; d < trace.dHead(); ++d)
                    sum += double(v[std::size_t(d)]) * double(output.weight(head.head * trace.dHead() + d, c));
                squares += sum * sum;
            }
            const double expected = double(trace.weight(head, i, j)) * std::sqrt(squares);
            QVERIFY(isNear(contribution(trace, *loaded.model, head, i, j), expected, expected, 1e-6));
            QVERIFY(isNear(double(sizes[std::size_t(j)]), std::sqrt(squares), std::sqrt(squares), 1e-6));
        }
    }

    void anAblatedHeadCarriesNothing() {
        const Case loaded = load(QStringLiteral("tiny_gpt2"), {.ablated = {{0, 1}}});
        QCOMPARE(contribution(*loaded.trace, *loaded.model, {0, 1}, 3, 1), 0.0);
        QVERIFY(contribution(*loaded.trace, *loaded.model, {0, 0}, 3, 1) > 0);
    }

    void originLeadsToTheVectors_data() { everyFamily_data(); }
    void originLeadsToTheVectors() {
        QFETCH(QString, name);
        const Case loaded = load(name);
        const HeadIndex head = lastHead(*loaded.trace);
        const Config& config = loaded.model->config();
        const LayerWeights& layer = loaded.model->weights().layers[std::size_t(head.layer)];
        const int token = loaded.trace->tokens() - 1;
        const auto follow = [&](const VectorOrigin& origin, const Linear& map, int first, const NormWeights& norm) {
            const std::vector<float>& read = origin.normed ? *origin.normed : origin.residual;
            std::vector<float> vector;
            for (int d = 0; d < config.dHead; ++d) {
                const double content = column(read, map, first + d);
                if (!isNear(origin.content[std::size_t(d)], content, 1, 1e-6)) return std::vector<float>();
                vector.push_back(float(content + (origin.bias ? (*origin.bias)[std::size_t(d)] : 0.0)));
            }
            if (config.queryKeyNorm)
                loaded.model->kernels().normalise(config.norm, norm, config.normEpsilon, {vector.data()}, 1, config.dHead, {vector.data()});
            if (!config.learnedPositions) {
                if (!origin.beforeTurn) return std::vector<float>();
                vector = *origin.beforeTurn;
                Rotation(config.rotaryOf(head.layer), token, 1).turn(vector.data(), 1, config.dHead);
            }
            return vector;
        };
        const VectorOrigin query = queryOrigin(*loaded.trace, *loaded.model, head, token);
        const VectorOrigin key = keyOrigin(*loaded.trace, *loaded.model, head, token);
        const auto same = [&](const std::vector<float>& found, const std::vector<float>& expected) {
            if (found.size() != expected.size()) return false;
            const double size = std::sqrt(product(expected, expected));
            for (std::size_t d = 0; d < found.size(); ++d)
                if (!isNear(double(found[d]), double(expected[d]), size, 1e-5)) return false;
            return true;
        };
        QVERIFY(same(follow(query, layer.query, head.head * config.dHead, layer.queryNorm),
                     loaded.trace->query(head, token)));
        QVERIFY(same(follow(key, layer.key, config.keyHeadOf(head.head) * config.dHead, layer.keyNorm),
                     loaded.trace->key(head, token)));
        QCOMPARE(query.normed.has_value(), config.normPlace != NormPlace::After);
        QCOMPARE(query.bias.has_value(), config.biases.queryKeyValue);
        QCOMPARE(query.beforeTurn.has_value(), !config.learnedPositions);
        QVERIFY(std::ranges::equal(query.residual, loaded.trace->residual(head.layer, token)));
    }

    void partsSumToTheDot_data() { everyFamily_data(); }
    void partsSumToTheDot() {
        QFETCH(QString, name);
        const Case loaded = load(name);
        const HeadIndex head = lastHead(*loaded.trace);
        const Config& config = loaded.model->config();
        const auto parts = biasParts(*loaded.trace, *loaded.model, head, 4, 2);
        QCOMPARE(parts.has_value(), config.biases.queryKeyValue && config.learnedPositions && !config.queryKeyNorm);
        if (!parts) return;
        const VectorOrigin query = queryOrigin(*loaded.trace, *loaded.model, head, 4);
        const VectorOrigin key = keyOrigin(*loaded.trace, *loaded.model, head, 2);
        const PairReading pair = readPair(*loaded.trace, head, 4, 2);
        const double size = pair.normQ * pair.normK;
        QVERIFY(isNear(parts->content, product(query.content, key.content), size, 1e-5));
        QVERIFY(isNear(parts->queryBias, product(*query.bias, key.content), size, 1e-5));
        QVERIFY(isNear(parts->keyBias, product(query.content, *key.bias), size, 1e-5));
        QVERIFY(isNear(parts->bothBiases, product(*query.bias, *key.bias), size, 1e-5));
        QVERIFY(isNear(parts->content + parts->queryBias + parts->keyBias + parts->bothBiases, pair.dot, size));
        const auto other = biasParts(*loaded.trace, *loaded.model, head, 4, 3);
        QCOMPARE(other->keyBias, parts->keyBias); // the same for every key: softmax cannot tell
        QCOMPARE(other->bothBiases, parts->bothBiases);
        QVERIFY(other->queryBias != parts->queryBias);
    }

    /// A bias that is stored is used whatever config.json says, so the reasons have it too.
    void anUndeclaredBiasIsTold() {
        const QTemporaryDir folder;
        const QDir from(QStringLiteral(MAYFLY_TEST_DATA "/families/llama_linear_biased"));
        QVERIFY(QFile::copy(from.filePath(QStringLiteral("model.safetensors")), folder.filePath(QStringLiteral("model.safetensors"))));
        QFile declared(from.filePath(QStringLiteral("config.json")));
        QFile silent(folder.filePath(QStringLiteral("config.json")));
        QVERIFY(declared.open(QIODevice::ReadOnly) && silent.open(QIODevice::WriteOnly));
        silent.write(declared.readAll().replace("\"attention_bias\": true", "\"attention_bias\": false"));
        silent.close();
        const auto model = Model::load(folder.path().toStdString());
        const auto trace = forward(*model, std::vector<TokenId>{1, 2, 3});
        const VectorOrigin first = queryOrigin(*trace, *model, {0, 1}, 0); // which the rotation leaves as it is
        QVERIFY(first.bias && first.beforeTurn);
        const auto query = trace->query({0, 1}, 0);
        for (std::size_t d = 0; d < query.size(); ++d)
            QVERIFY(isNear(double((*first.beforeTurn)[d]), double(query[d]), 1, 1e-5));
    }

    void refusesWhatIsNotThere_data() {
        QTest::addColumn<int>("head");
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("key");
        QTest::newRow("head") << 99 << 0 << 0;
        QTest::newRow("query") << 0 << 99 << 0;
        QTest::newRow("key") << 0 << 0 << -1;
    }
    void refusesWhatIsNotThere() {
        QFETCH(int, head);
        QFETCH(int, query);
        QFETCH(int, key);
        const Case loaded = load(QStringLiteral("tiny_gpt2"));
        QVERIFY_THROWS_EXCEPTION(Error, readChain(*loaded.trace, *loaded.model, {0, head}, query, key));
        QVERIFY_THROWS_EXCEPTION(Error, contribution(*loaded.trace, *loaded.model, {0, head}, query, key));
        QVERIFY_THROWS_EXCEPTION(Error, biasParts(*loaded.trace, *loaded.model, {0, head}, query, key));
        if (head == 99) QVERIFY_THROWS_EXCEPTION(Error, asymmetry(*loaded.trace, {0, head}));
        if (query == 99) QVERIFY_THROWS_EXCEPTION(Error, queryOrigin(*loaded.trace, *loaded.model, {0, head}, query));
        if (key == -1) QVERIFY_THROWS_EXCEPTION(Error, keyOrigin(*loaded.trace, *loaded.model, {0, head}, key));
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
