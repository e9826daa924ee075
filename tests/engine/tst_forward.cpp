#include "engine/error.h"
#include "engine/forward/forward.h"
#include "engine/model/checkpoint.h"
#include "engine/model/model.h"
#include "engine/reading/asymmetry.h"
#include "tests/engine/reference.h"
#include "tests/engine/tested_kernels.h"

#include <QDir>
#include <QTest>

#include <cstring>
#include <map>
#include <mutex>
#include <random>
#include <thread>

using namespace mayfly;

namespace {

/// Every test runs with each kernel that can be tested here.
const Kernels& kernels() {
    QFETCH_GLOBAL(QByteArray, kernel);
    return testedKernel(kernel.toStdString());
}

std::shared_ptr<const Model> tiny(const char* name = "tiny_gpt2") {
    return Model::load(std::filesystem::path(MAYFLY_TEST_DATA) / name, kernels());
}

/// The numbers of a model do not wait for its tokenizer.
std::shared_ptr<const Model> withoutTokenizer(const std::filesystem::path& folder) {
    Checkpoint checkpoint = readCheckpoint(folder);
    return std::make_shared<const Model>("", folder, checkpoint.config, std::move(checkpoint.weights), nullptr,
                                         std::string(), kernels());
}

/// A tiny model of each family but GPT-2.
QStringList familyFolders() {
    QStringList folders;
    const QDir families(QStringLiteral(MAYFLY_TEST_DATA "/families"));
    for (const QString& name : families.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) folders << "families/" + name;
    return folders;
}

std::vector<TokenId> randomIds(std::mt19937& random, int count, int vocab) {
    std::vector<TokenId> ids;
    for (int i = 0; i < count; ++i) ids.push_back(TokenId(random() % unsigned(vocab)));
    return ids;
}

bool sameRow(std::span<const float> a, std::span<const float> b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

/// Every number of two traces, bit for bit.
bool same(const Trace& a, const Trace& b) {
    if (!std::ranges::equal(a.ids(), b.ids()) || !sameRow(a.logits(), b.logits())) return false;
    for (int i = 0; i < a.tokens(); ++i) {
        for (int l = 0; l <= a.layers(); ++l)
            if (!sameRow(a.residual(l, i), b.residual(l, i))) return false;
        for (int l = 0; l < a.layers(); ++l)
            for (int h = 0; h < a.heads(); ++h) {
                const HeadIndex head{l, h};
                if (a.query(head, i) != b.query(head, i) || a.key(head, i) != b.key(head, i) ||
                    a.value(head, i) != b.value(head, i) || a.logSumExp(head, i) != b.logSumExp(head, i))
                    return false;
            }
    }
    return true;
}

} // namespace

class TestForward : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void equalsOwnReferences_data();
    void equalsOwnReferences();
    void equalsGoldens_data();
    void equalsGoldens();
    void prefixChangesNothing_data();
    void prefixChangesNothing();
    void sharesBlocksOfThePrefix();
    void aTokenMoreCopiesNoRow();
    void earlierTracesStayAsTheyWere();
    void isReadWhileTheNextIsWritten();
    void showsItsWeights();
    void noTokens();
    void refuses_data();
    void refuses();
    void givesUpBetweenLayers();
    void ablationSilencesAHead();
    void temperatureFlattens();
};

void TestForward::initTestCase_data() {
    QTest::addColumn<QByteArray>("kernel");
    for (const Kernels* each : testedKernels()) QTest::newRow(each->name) << QByteArray(each->name);
}

void TestForward::equalsOwnReferences_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"tiny_gpt2", "tiny_gpt2_untied_bf16", "tiny_gpt2_f16_inverse"})
        QTest::newRow(name) << QString::fromLatin1(name);
    for (const QString& name : familyFolders()) QTest::newRow(qPrintable(name)) << name;
}

void TestForward::equalsOwnReferences() {
    QFETCH(QString, name);
    const auto model = tiny(name.toLatin1().constData());
    const SafeTensors file(std::filesystem::path(MAYFLY_TEST_DATA) / name.toStdString() / "expected.safetensors");
    const auto count = file.tensors().at("ids").shape[0];
    const FloatBuffer stored = file.read("ids", {count});
    const auto trace = forward(*model, std::vector<TokenId>(stored.data(), stored.data() + stored.size()));
    const auto difference = reference::compare(*trace, file, {"dots", "weights", "residual", "logits"});
    QVERIFY2(difference.largest() < 1e-4, qPrintable(QString::number(difference.largest())));
    QVERIFY(difference.rowSum < 1e-6);
    QVERIFY(difference.maskedIsZero);
}

void TestForward::equalsGoldens_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("golden");
    const QStringList models =
        QDir(QStringLiteral(MAYFLY_SHARED "/golden")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& model : models) {
        const QDir goldens(QStringLiteral(MAYFLY_SHARED "/golden/") + model);
        const QStringList files = goldens.entryList({QStringLiteral("*.safetensors")});
        for (const QString& file : files)
            QTest::addRow("%s %s", qPrintable(model), qPrintable(file)) << model << goldens.filePath(file);
    }
    if (!QDir(QStringLiteral(MAYFLY_SHARED)).exists()) QTest::newRow("absent") << QString() << QString();
}

void TestForward::equalsGoldens() {
    QFETCH(QString, model);
    QFETCH(QString, golden);
    if (model.isEmpty()) QSKIP("the folder of reference models is not here");
    const auto loaded = withoutTokenizer(std::filesystem::path(MAYFLY_SHARED "/models") / model.toStdString());
    const SafeTensors file(golden.toStdString());
    const QString json = golden.chopped(int(sizeof("safetensors")) - 1) + QStringLiteral("json");
    const auto trace = forward(*loaded, reference::idsOf(json));
    const auto difference = reference::compare(*trace, file, {"scores_raw", "attn", "hidden", "logits_last"});
    QVERIFY2(difference.largest() < 1e-4, qPrintable(QString::number(difference.largest())));
    QVERIFY2(difference.rowSum < 1e-6, qPrintable(QString::number(difference.rowSum)));
    QVERIFY(difference.maskedIsZero);
}

void TestForward::prefixChangesNothing_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("tiny_gpt2") << QStringLiteral("tiny_gpt2");
    for (const QString& name : familyFolders()) QTest::newRow(qPrintable(name)) << name;
}

/// An edit takes what it can from the trace before it, which is nothing in an encoder.
void TestForward::prefixChangesNothing() {
    QFETCH(QString, name);
    const auto model = tiny(name.toLatin1().constData());
    const int most = model->config().context;
    const auto token = [&](unsigned number) { return TokenId(number % unsigned(model->config().vocab)); };
    std::mt19937 random(7);
    std::vector<TokenId> ids = randomIds(random, 9, model->config().vocab);
    std::shared_ptr<const Trace> trace = forward(*model, ids);
    for (int step = 0; step < 60; ++step) {
        const std::size_t at = ids.empty() ? 0 : random() % ids.size();
        switch (random() % 4) {
        case 0: ids.insert(ids.begin() + std::ptrdiff_t(at), token(unsigned(random()))); break;
        case 1: if (!ids.empty()) ids.erase(ids.begin() + std::ptrdiff_t(at)); break;
        case 2: if (!ids.empty()) ids[at] = token(unsigned(random())); break;
        default: ids.push_back(token(unsigned(random())));
        }
        if (int(ids.size()) > most) ids.resize(std::size_t(most));
        trace = forward(*model, ids, {}, trace.get());
        QVERIFY2(same(*trace, *forward(*model, ids)), qPrintable(QString::number(step)));
    }
}

void TestForward::sharesBlocksOfThePrefix() {
    const auto model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in", kernels());
    std::mt19937 random(3);
    std::vector<TokenId> ids = randomIds(random, 100, model->config().vocab);
    const auto before = forward(*model, ids);
    ids[70] += 1;
    const auto after = forward(*model, ids, {}, before.get());
    QCOMPARE(after->blocks().size(), std::size_t(4));
    for (std::size_t b = 0; b < 4; ++b) QCOMPARE(after->blocks()[b]->sharesWith(*before->blocks()[b]), b < 2);
    ids.insert(ids.end(), {7, 8, 9});
    const auto longer = forward(*model, ids, {}, after.get());
    QVERIFY(longer->blocks()[3]->sharesWith(*after->blocks()[3]));
    QVERIFY(same(*longer, *forward(*model, ids)));
    ids.resize(100);
    QVERIFY(same(*after, *forward(*model, ids)));
}

/// One token more is written after the others and copies none, unless another trace has gone on there.
void TestForward::aTokenMoreCopiesNoRow() {
    const auto model = tiny();
    const std::vector<TokenId> ids{1, 2, 3, 4, 5, 6};
    const auto text = [&](std::size_t count, const Trace& before) {
        return forward(*model, {ids.data(), count}, {}, &before);
    };
    const auto goesOn = [](const Trace& after, const Trace& before) {
        return after.blocks()[0]->sharesWith(*before.blocks()[0]);
    };
    auto three = forward(*model, {ids.data(), 3});
    const auto four = text(4, *three);
    QVERIFY(goesOn(*four, *three));
    three = nullptr;
    auto five = text(5, *four);
    QVERIFY(goesOn(*five, *four));
    // Of a block's keys each trace reads its own alone.
    const KeyTiles ofFour = four->keys({0, 0}), ofFive = five->keys({0, 0});
    for (int x = 0; x < four->dHead(); ++x) {
        QCOMPARE(ofFour[0][x * TraceLayout::rows + 4], 0.0F);
        QVERIFY(ofFive[0][x * TraceLayout::rows + 4] != 0.0F);
    }
    QVERIFY(!goesOn(*text(6, *four), *four));
    auto shorter = text(2, *five);
    QVERIFY(goesOn(*shorter, *five));
    five = nullptr;
    QVERIFY2(!goesOn(*text(5, *four), *four), "the shorter text still holds the block");
    shorter = nullptr;
    QVERIFY2(goesOn(*text(5, *four), *four), "nobody has the fifth row any more");
}

/// Texts part from each other and come together again, and of some nobody knows any more: none that is left has changed.
void TestForward::earlierTracesStayAsTheyWere() {
    const auto model = tiny();
    std::mt19937 random(5);
    std::vector<std::shared_ptr<const Trace>> traces{forward(*model, randomIds(random, 3, model->config().vocab))};
    for (int step = 0; step < 400; ++step) {
        const Trace& from = *traces[random() % traces.size()];
        std::vector<TokenId> ids(from.ids().begin(), from.ids().end());
        if (random() % 3 == 0) ids.resize(ids.size() - random() % (ids.size() + 1));
        for (unsigned more = random() % 4; more > 0 && int(ids.size()) < model->config().context; --more)
            ids.push_back(TokenId(random() % unsigned(model->config().vocab)));
        traces.push_back(forward(*model, ids, {}, &from));
        if (traces.size() > 12) traces.erase(traces.begin() + std::ptrdiff_t(random() % traces.size()));
    }
    for (const auto& trace : traces) QVERIFY(same(*trace, *forward(*model, trace->ids())));
}

namespace {

/// What is read of a trace's last row, in every way that there is.
std::vector<double> readingsOf(const Trace& trace) {
    const int T = trace.tokens();
    const HeadIndex head{0, 1};
    std::vector<double> all{double(trace.dot(head, T - 1, T - 1)), asymmetry(trace, head)};
    const auto add = [&](std::span<const float> some) { all.insert(all.end(), some.begin(), some.end()); };
    std::vector<float> row(static_cast<std::size_t>(T));
    trace.weights(head, T - 1, row);
    add(row);
    trace.dots(head, T - 1, row);
    add(row);
    std::vector<float> padded(std::size_t(paddedRow(T)));
    trace.weights(head, T - 1, 1, padded.data(), padded.size());
    add(std::span(padded).first(row.size()));
    for (const auto& vector : {trace.query(head, T - 1), trace.key(head, T - 1), trace.value(head, T - 1)}) add(vector);
    add(trace.residual(trace.layers(), T - 1));
    return all;
}

} // namespace

/// Others read a trace while the next one writes behind its rows.
void TestForward::isReadWhileTheNextIsWritten() {
    const auto model = tiny();
    std::mt19937 random(9);
    const std::vector<TokenId> ids = randomIds(random, 16, model->config().vocab);
    std::shared_ptr<const Trace> trace = forward(*model, {ids.data(), 1});
    for (std::size_t tokens = 2; tokens < ids.size(); ++tokens) {
        const std::vector<double> before = readingsOf(*trace);
        std::vector<double> meanwhile;
        std::thread reader([&, held = trace] {
            for (int time = 0; time < 20; ++time) meanwhile = readingsOf(*held);
        });
        trace = forward(*model, {ids.data(), tokens}, {}, trace.get());
        reader.join();
        QCOMPARE(meanwhile, before);
    }
}

/// What looks at a pass sees each weight of its fresh rows once, and to the bit as the trace tells it.
void TestForward::showsItsWeights() {
    const auto model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in", kernels());
    std::mt19937 random(4);
    const std::vector<TokenId> ids = randomIds(random, 70, model->config().vocab);
    const int T = int(ids.size());
    for (const int kept : {0, 45, 69, 70}) {
        const auto before = forward(*model, {ids.data(), std::size_t(kept)});
        std::mutex mutex;
        std::map<std::pair<HeadIndex, int>, std::vector<float>> seen;
        const auto trace = forward(*model, ids, {}, before.get(), {}, [&](const FreshWeights& weights) {
            const std::lock_guard lock(mutex);
            QCOMPARE(weights.tokens, T);
            for (int r = 0; r < weights.rows; ++r) {
                std::vector<float>& row = seen[{weights.head, weights.first + r}];
                QVERIFY(row.empty());
                row.resize(std::size_t(T), 0.0F);
                const float* exponentials = weights.exponentials + std::size_t(r) * weights.step;
                const float inverse = 1.0F / weights.sums[r];
                for (int j = 0; j <= weights.first + r; ++j) row[std::size_t(j)] = exponentials[j] * inverse;
            }
        });
        QCOMPARE(int(seen.size()), (T - kept) * trace->layers() * trace->heads());
        std::vector<float> expected(static_cast<std::size_t>(T));
        for (const auto& [at, row] : seen) {
            trace->weights(at.first, at.second, expected);
            QCOMPARE(row, expected);
        }
    }
}

void TestForward::noTokens() {
    const auto model = tiny();
    const auto trace = forward(*model, {});
    QCOMPARE(trace->tokens(), 0);
    QVERIFY(trace->logits().empty());
}

void TestForward::refuses_data() {
    QTest::addColumn<std::vector<TokenId>>("ids");
    QTest::addColumn<Experiment>("experiment");
    QTest::addColumn<QString>("says");
    QTest::newRow("id too large") << std::vector<TokenId>{1, 1000000} << Experiment{} << QStringLiteral("1000000");
    QTest::newRow("id negative") << std::vector<TokenId>{-1} << Experiment{} << QStringLiteral("-1");
    QTest::newRow("too many") << std::vector<TokenId>(4000, 1) << Experiment{} << QStringLiteral("4000");
    QTest::newRow("no such head") << std::vector<TokenId>{1} << Experiment{{{9, 0}}, 1} << QStringLiteral("9.0");
    QTest::newRow("temperature") << std::vector<TokenId>{1} << Experiment{{}, 0} << QStringLiteral("temperature");
}

void TestForward::refuses() {
    QFETCH(std::vector<TokenId>, ids);
    QFETCH(Experiment, experiment);
    QFETCH(QString, says);
    try {
        forward(*tiny(), ids, experiment);
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::OutOfRange);
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
}

void TestForward::givesUpBetweenLayers() {
    int asked = 0;
    const auto trace = forward(*tiny(), std::vector<TokenId>{1, 2, 3}, {}, nullptr, [&] { return ++asked == 2; });
    QVERIFY(trace == nullptr);
    QCOMPARE(asked, 2);
}

void TestForward::ablationSilencesAHead() {
    const auto model = tiny();
    const std::vector<TokenId> ids{5, 6, 7, 8};
    const auto whole = forward(*model, ids);
    const auto without = forward(*model, ids, {{{0, 1}}, 1}, whole.get());
    QVERIFY(sameRow(whole->residual(0, 3), without->residual(0, 3)));
    QVERIFY(!sameRow(whole->residual(1, 3), without->residual(1, 3)));
    QCOMPARE(whole->weight({0, 1}, 3, 1), without->weight({0, 1}, 3, 1)); // its pattern is still shown
}

void TestForward::temperatureFlattens() {
    const auto model = tiny();
    const std::vector<TokenId> ids{5, 6, 7, 8};
    const auto hot = forward(*model, ids, {{}, 1e6F});
    for (int j = 0; j < 4; ++j) QVERIFY(std::abs(hot->weight({0, 0}, 3, j) - 0.25F) < 1e-4F);
    QVERIFY(std::abs(forward(*model, ids)->weight({0, 0}, 3, 0) - 0.25F) > 1e-4F);
}

QTEST_GUILESS_MAIN(TestForward)
#include "tst_forward.moc"
