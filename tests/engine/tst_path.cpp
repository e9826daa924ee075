#include "readings_reference.h"

#include "engine/reading/path.h"

using namespace mayfly;

/// The projected residual stream against PyTorch's SVD, and what has to hold of any projection.
class TestPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointsArePyTorchs_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("unit");
        for (const char* folder : {"tiny_gpt2", "families/llama", "families/gemma2", "families/bert"}) {
            QTest::addRow("%s", folder) << QString::fromLatin1(folder) << QStringLiteral("path") << false;
            QTest::addRow("%s, directions", folder) << QString::fromLatin1(folder) << QStringLiteral("unitPath") << true;
        }
    }
    void pointsArePyTorchs() {
        QFETCH(QString, folder);
        QFETCH(QString, name);
        QFETCH(bool, unit);
        const auto readings = reference::readingsOf(folder);
        const StreamPath path = streamPath(*readings.trace, {2, unit, unit});
        const QJsonObject expected = readings.expected[name].toObject();
        const double points = reference::difference(path.points, reference::numbersOf(expected[QLatin1String("points")]));
        QVERIFY2(points < 1e-4, qPrintable(QString::number(points)));
        const double explained =
            reference::difference(path.explained, reference::numbersOf(expected[QLatin1String("explained")]));
        QVERIFY2(explained < 1e-5, qPrintable(QString::number(explained)));
    }

    /// All components together keep every distance.
    void allComponentsKeepDistances() {
        const auto readings = reference::readingsOf(QStringLiteral("families/llama"));
        const Trace& trace = *readings.trace;
        const StreamPath path = streamPath(trace, {.components = trace.dModel()});
        double explained = 0;
        for (const double share : path.explained) explained += share;
        QVERIFY(std::abs(explained - 1) < 1e-6);
        const auto distance = [](const float* a, const float* b, int size) {
            double squares = 0;
            for (int i = 0; i < size; ++i) squares += std::pow(double(a[i]) - double(b[i]), 2);
            return std::sqrt(squares);
        };
        for (int token = 1; token < trace.tokens(); ++token) {
            const double there = distance(trace.residual(0, 0).data(), trace.residual(2, token).data(), trace.dModel());
            QVERIFY(std::abs(distance(path.at(0, 0), path.at(2, token), path.components) - there) < 1e-4 * there);
        }
    }

    void theSameAgain() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        QCOMPARE(streamPath(*readings.trace).points, streamPath(*readings.trace).points);
    }

    /// More than one block of a trace, and a text that ends within one.
    void longTextsAreWhole() {
        const auto model = Model::load(std::filesystem::path(MAYFLY_RESOURCES) / "built-in");
        std::vector<TokenId> ids;
        for (int i = 0; i < 70; ++i) ids.push_back(TokenId(100 + i * 13));
        const auto trace = forward(*model, ids);
        const StreamPath path = streamPath(*trace);
        for (int c = 0; c < 2; ++c) { // the mean of all lies at 0
            double sum = 0;
            double size = 0;
            for (int depth = 0; depth < path.depths; ++depth)
                for (int token = 0; token < path.tokens; ++token) {
                    sum += double(path.at(depth, token)[c]);
                    size += std::abs(double(path.at(depth, token)[c]));
                }
            QVERIFY(size > 0 && std::abs(sum) < 1e-4 * size);
        }
        QVERIFY(path.explained[0] >= path.explained[1] && path.explained[1] > 0);
    }

    void degenerateTexts() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const StreamPath none = streamPath(*forward(*readings.model, {}));
        QVERIFY(none.points.empty());
        QCOMPARE(none.explained, (std::vector<double>{0, 0}));
        for (const bool hideFirst : {false, true}) {
            const StreamPath one =
                streamPath(*forward(*readings.model, std::vector<TokenId>{5}), {2, false, hideFirst});
            QCOMPARE(one.points.size(), std::size_t(readings.trace->layers() + 1) * 2);
            QVERIFY(one.explained[0] > 0.5);
            for (const float x : one.points) QVERIFY(std::isfinite(x));
        }
    }

    /// One more component than there are dimensions: what is not there stays 0.
    void componentsBeyondTheWidthAreZero() {
        const auto readings = reference::readingsOf(QStringLiteral("tiny_gpt2"));
        const int width = readings.trace->dModel();
        const StreamPath path = streamPath(*readings.trace, {.components = width + 1});
        QCOMPARE(path.explained[std::size_t(width)], 0.0);
        for (int token = 0; token < path.tokens; ++token) QCOMPARE(path.at(0, token)[width], 0.0F);
    }
};

QTEST_GUILESS_MAIN(TestPath)
#include "tst_path.moc"
