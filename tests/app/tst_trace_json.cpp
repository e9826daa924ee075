#include "app/command/command_line.h"
#include "app/command/trace_json.h"
#include "tests/app/trace_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

QJsonObject jsonOf(const Snapshot& snapshot, const command::TraceChoice& choice) {
    const QByteArray bytes =
        fixture::collect([&](const command::Sink& sink) { command::writeTraceJson(snapshot, choice, sink); });
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) qWarning("%s", qPrintable(error.errorString()));
    return document.object();
}

/// A field of all heads one after another, row by row.
std::vector<float> numbersOf(const QJsonObject& trace, const QString& field) {
    std::vector<float> numbers;
    for (const QJsonValue head : trace[QLatin1String("attention")].toArray())
        for (const QJsonValue row : head[field].toArray())
            for (const QJsonValue number : row.toArray()) numbers.push_back(float(number.toDouble()));
    return numbers;
}

QStringList textsOf(const QJsonArray& tokens) {
    QStringList texts;
    for (const QJsonValue token : tokens) texts.append(token[QLatin1String("text")].toString());
    return texts;
}

QString trialFolder(const char* name) {
    return QString::fromStdString((std::filesystem::path(MAYFLY_TEST_DATA) / name).string());
}

} // namespace

class TestTraceJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreThoseOfPyTorch() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const QJsonObject trace = jsonOf(*snapshot, fixture::everything(*snapshot));
        const auto error = [&](const char* field, const char* expected, std::int64_t width) {
            return fixture::largestError(numbersOf(trace, QLatin1String(field)),
                                         fixture::expected(expected, {2, 2, 9, width}), std::size_t(width));
        };
        QVERIFY(error("dot", "dots", 9) < 1e-4);
        QVERIFY(error("weight", "weights", 9) < 1e-4);
        QVERIFY(error("q", "q", 8) < 1e-4);
        QVERIFY(error("k", "k", 8) < 1e-4);
        QVERIFY(error("v", "v", 8) < 1e-4);
    }

    void namesAndOrder() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const QByteArray bytes = fixture::collect([&](const command::Sink& sink) {
            command::writeTraceJson(*snapshot, fixture::everything(*snapshot), sink);
        });
        QVERIFY(
            bytes.startsWith("{\"model\": {\"name\": \"tiny_gpt2\", \"family\": \"gpt2\", \"layers\": 2, \"heads\": 2, "
                             "\"kv_heads\": 2, \"d_model\": 16, \"d_head\": 8, \"causal\": true},"));
        qsizetype at = 0;
        for (const char* name : {"\"text\"", "\"tokens\"", "\"attention\"", "\"layer\"", "\"head\"", "\"scale\"",
                                 "\"dot\"", "\"weight\"", "\"q\"", "\"k\"", "\"v\"", "\"next\"", "\"probability\""}) {
            at = bytes.indexOf(name, at);
            QVERIFY2(at >= 0, name);
        }
    }

    void tokensTileTheText() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const QJsonObject trace = jsonOf(*snapshot, {});
        QCOMPARE(trace[QLatin1String("text")].toString(), QString::fromUtf8(fixture::prompt()));
        int end = 0;
        for (const QJsonValue token : trace[QLatin1String("tokens")].toArray()) {
            QCOMPARE(token[QLatin1String("begin")].toInt(), end);
            end = token[QLatin1String("end")].toInt();
        }
        QCOMPARE(end, fixture::prompt().size());
        QVERIFY(trace[QLatin1String("attention")].toArray().isEmpty());
    }

    void maskedWeightsAreZero() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const std::vector<float> weights =
            numbersOf(jsonOf(*snapshot, fixture::everything(*snapshot)), QStringLiteral("weight"));
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (i % 9 > i / 9 % 9) QCOMPARE(weights[i], 0.0F);
    }

    void vectorsOnlyWhenAsked() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const QJsonArray heads = jsonOf(*snapshot, {{{1, 0}}, false})[QLatin1String("attention")].toArray();
        QCOMPARE(heads.size(), 1);
        QCOMPARE(heads[0].toObject().keys(),
                 (QStringList{QStringLiteral("dot"), QStringLiteral("head"), QStringLiteral("layer"),
                              QStringLiteral("scale"), QStringLiteral("weight")}));
        QCOMPARE(heads[0][QLatin1String("layer")].toInt(), 1);
        QCOMPARE(heads[0][QLatin1String("scale")].toDouble(), 0.353553385);
    }

    void nextAreTheTenBest() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const QJsonArray next = jsonOf(*snapshot, {})[QLatin1String("next")].toArray();
        QCOMPARE(next.size(), 10);
        const std::vector<float> logits = fixture::expected("logits", {272});
        const auto best = std::max_element(logits.begin(), logits.end()) - logits.begin();
        QCOMPARE(next[0][QLatin1String("id")].toInt(), int(best));
        double sum = 0;
        for (const float logit : logits) sum += std::exp(double(logit) - double(logits[std::size_t(best)]));
        QVERIFY(std::abs(next[0][QLatin1String("probability")].toDouble() - 1 / sum) < 1e-6);
    }

    void anEmptyText() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), QByteArray());
        const QJsonObject trace = jsonOf(*snapshot, fixture::everything(*snapshot));
        for (const char* field : {"tokens", "attention", "next"}) {
            QVERIFY(trace[QLatin1String(field)].isArray());
            QVERIFY(trace[QLatin1String(field)].toArray().isEmpty());
        }
    }

    /// With a tokenizer, ids are read back as text.
    void idsOfKnownTokens() {
        const SnapshotPtr typed = takeSnapshot(fixture::model(), fixture::prompt());
        const SnapshotPtr given = takeSnapshot(
            fixture::model(), std::vector<mayfly::TokenId>(typed->trace->ids().begin(), typed->trace->ids().end()));
        QCOMPARE(jsonOf(*given, {}), jsonOf(*typed, {}));
    }

    void idsWithoutTokenizer() {
        const std::vector<mayfly::TokenId> ids = {3, 0};
        const SnapshotPtr snapshot =
            takeSnapshot(mayfly::Model::load(trialFolder("tiny_gpt2_untied_bf16").toStdString()), ids);
        const QJsonObject trace = jsonOf(*snapshot, {});
        QCOMPARE(textsOf(trace[QLatin1String("tokens")].toArray()),
                 (QStringList{QStringLiteral("[3]"), QStringLiteral("[0]")}));
        QCOMPARE(trace[QLatin1String("tokens")][1][QLatin1String("begin")].toInt(), 0);
        QCOMPARE(trace[QLatin1String("tokens")][1][QLatin1String("end")].toInt(), 0);
        QCOMPARE(trace[QLatin1String("text")].toString(), QString());
    }

    void brokenUtf8() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), QByteArray("a\xff\x01\"\\\n"));
        const QJsonObject trace = jsonOf(*snapshot, {});
        QCOMPARE(trace[QLatin1String("text")].toString(), QStringLiteral("a\ufffd\u0001\"\\\n"));
        QCOMPARE(textsOf(trace[QLatin1String("tokens")].toArray())[1], QStringLiteral("\ufffd"));
    }

    void runs_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<int>>("ids");
        QTest::addColumn<std::vector<int>>("layers");
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* model, const char* text, std::vector<int> ids, int layer,
                            const char* output, int code) {
            QTest::newRow(name) << QString::fromUtf8(model) << QString::fromUtf8(text) << ids << std::vector<int>{layer}
                                << QString::fromUtf8(output) << code;
        };
        row("json", "tiny_gpt2", "The cat", {}, 0, "t.json", 0);
        row("npz", "tiny_gpt2", "The cat", {}, 0, "t.npz", 0);
        row("csv, shouted", "tiny_gpt2", "The cat", {}, 0, "t.CSV", 0);
        row("ids", "tiny_gpt2_untied_bf16", "", {3, 0, 7}, 0, "t.json", 0);
        row("longer than the context", "tiny_gpt2", "once upon a time in a land far, far away from here", {}, 0,
            "t.json", 0);
        row("an id that is not there", "tiny_gpt2_untied_bf16", "", {3, 1000000}, 0, "t.json", 1);
        row("a negative id", "tiny_gpt2_untied_bf16", "", {-1}, 0, "t.json", 1);
        row("a layer that is not there", "tiny_gpt2", "The cat", {}, 2, "t.json", 1);
        row("text without a tokenizer", "tiny_gpt2_untied_bf16", "The cat", {}, 0, "t.json", 1);
        row("a model that is not there", "no_model", "The cat", {}, 0, "t.json", 1);
        row("an unknown ending", "tiny_gpt2", "The cat", {}, 0, "t.txt", 1);
        row("no ending", "tiny_gpt2", "The cat", {}, 0, "t", 1);
        row("no such folder", "tiny_gpt2", "The cat", {}, 0, "no/t.json", 1);
        row("no such folder, npz", "tiny_gpt2", "The cat", {}, 0, "no/t.npz", 1);
    }

    void runs() {
        QFETCH(QString, model);
        QFETCH(QString, text);
        QFETCH(std::vector<int>, ids);
        QFETCH(std::vector<int>, layers);
        QFETCH(QString, output);
        QFETCH(int, code);
        const QTemporaryDir folder;
        command::Trace request;
        if (text.isEmpty())
            request.input.ids = ids;
        else
            request.input.text = text.toUtf8();
        request.model = trialFolder(qPrintable(model));
        request.layers = layers;
        request.output = folder.filePath(output);
        QCOMPARE(command::run(request), code);
        const QStringList left = QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(left, code == 0 ? QStringList{output} : QStringList());
    }

    /// What stood there before stays if anything fails.
    void aFailureKeepsTheOldFile() {
        const QTemporaryDir folder;
        QFile old(folder.filePath(QStringLiteral("t.json")));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        command::Trace request;
        request.input.ids = {1, -1};
        request.model = trialFolder("tiny_gpt2");
        request.output = old.fileName();
        QCOMPARE(command::run(request), 1);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
    }
};

QTEST_GUILESS_MAIN(TestTraceJson)
#include "tst_trace_json.moc"
