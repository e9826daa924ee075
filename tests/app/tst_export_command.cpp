#include "app/command/command_line.h"
#include "app/models/model_location.h"
#include "app/probing/model_probe.h"
#include "engine/reading/head_probe.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

command::Export wanted(const QString& output) {
    command::Export request;
    request.input.text = "The cat, the hat";
    request.model = QString::fromUtf8(MAYFLY_TEST_DATA) + QStringLiteral("/tiny_gpt2");
    request.heads = {{1, 0}};
    request.size = {600, 400};
    request.output = output;
    return request;
}

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); } // where what is known of heads is kept

    void formats_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("svg") << QStringLiteral("f.svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("f.pdf") << QByteArray("%PDF");
        QTest::newRow("png") << QStringLiteral("f.png") << QByteArray("\x89PNG");
        QTest::newRow("tex") << QStringLiteral("f.tex") << QByteArray();
    }

    void formats() {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        const QTemporaryDir folder;
        for (const view::Kind view : view::kinds) {
            command::Export request = wanted(folder.filePath(name));
            request.view = view;
            QCOMPARE(command::run(request), 0);
            const QByteArray bytes = bytesOf(request.output);
            QVERIFY(!bytes.isEmpty() && bytes.startsWith(beginning));
        }
    }

    void comparisons_data() {
        QTest::addColumn<int>("mode");
        for (const compare::Mode mode : compare::modes)
            if (mode != compare::Mode::Off) QTest::newRow(compare::nameOf(mode)) << int(mode);
    }

    void comparisons() {
        QFETCH(int, mode);
        const QTemporaryDir folder;
        for (const char* name : {"f.svg", "f.tex"}) {
            command::Export request = wanted(folder.filePath(QLatin1String(name)));
            request.compare = compare::Mode(mode);
            request.heads = {{1, 0}, {0, 1}};
            request.view = view::Kind::Matrix;
            if (compare::isOfTexts(request.compare)) request.before = "The cat, the rat";
            QCOMPARE(command::run(request), 0);
            const QByteArray bytes = bytesOf(request.output);
            QVERIFY(bytes.contains("The cat, the hat"));
            QCOMPARE(bytes.contains("The cat, the rat"), request.before.has_value());
        }
    }

    void aPngHasSizeTimesScalePixels() {
        const QTemporaryDir folder;
        command::Export request = wanted(folder.filePath(QStringLiteral("f.png")));
        request.scale = 1.5;
        QCOMPARE(command::run(request), 0);
        QCOMPARE(QImage(request.output).size(), QSize(900, 600));
    }

    void aCaptionSaysWhatAHeadDoes_data() {
        QTest::addColumn<bool>("labels");
        QTest::newRow("unless told otherwise") << true;
        QTest::newRow("told otherwise") << false;
    }

    void aCaptionSaysWhatAHeadDoes() {
        QFETCH(bool, labels);
        const QTemporaryDir folder;
        command::Export request = wanted(folder.filePath(QStringLiteral("f.svg")));
        request.model = QStringLiteral("built-in");
        const ProbePtr probe = probing::probeOf(models::loadModel(request.model));
        QVERIFY(probe);
        request.heads = {mayfly::bestOf(*probe, mayfly::HeadLabel::Previous).value().head};
        request.labels = labels;
        QCOMPARE(command::run(request), 0);
        QCOMPARE(bytesOf(request.output).contains("(previous token)"), labels);
    }

    void anEmptyTextIsAnEmptyGraph() {
        const QTemporaryDir folder;
        for (const view::Kind view : view::kinds) {
            command::Export request = wanted(folder.filePath(QStringLiteral("f.svg")));
            request.input.text = QByteArray();
            request.view = view;
            QCOMPARE(command::run(request), 0);
        }
    }

    /// The headline names the layer; this test's model has two.
    void aPathIsMarkedAtItsDepth_data() {
        QTest::addColumn<int>("depth");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("embedding") << 0 << QByteArray(">embedding<");
        QTest::newRow("first layer") << 1 << QByteArray(">layer 0<");
        QTest::newRow("last layer") << 2 << QByteArray(">layer 1<");
        QTest::newRow("by default") << -1 << QByteArray(">layer 1<");
    }

    void aPathIsMarkedAtItsDepth() {
        QFETCH(int, depth);
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        command::Export request = wanted(folder.filePath(QStringLiteral("f.svg")));
        request.view = view::Kind::Path;
        request.depth = depth;
        QCOMPARE(command::run(request), 0);
        // The headline, and a line of the guesses.
        QCOMPARE(bytesOf(request.output).count(says), 2);
    }

    void failures_data() {
        QTest::addColumn<command::Export>("request");
        const auto row = [](const char* name, const auto& change) {
            command::Export request = wanted(QStringLiteral("f.svg"));
            change(request);
            QTest::newRow(name) << request;
        };
        row("a layer that is not there", [](auto& request) { request.heads = {{0, 0}, {2, 0}}; });
        row("a depth beyond the last layer", [](auto& request) { request.view = view::Kind::Path, request.depth = 3; });
        row("a sheet of a layer that is not there", [](auto& request) { request.sheetOf = 2; });
        row("a head that is not there", [](auto& request) { request.heads = {{0, 2}}; });
        row("a pinned query that is not there", [](auto& request) { request.pinQuery = 99; });
        row("a pinned key that is not there", [](auto& request) {
            request.pinQuery = 0;
            request.pinKey = -1;
        });
        row("a pin in an empty text", [](auto& request) {
            request.input.text = QByteArray();
            request.pinQuery = 0;
        });
        row("an unknown ending", [](auto& request) { request.output = QStringLiteral("f.gif"); });
        row("standard output", [](auto& request) { request.output = QStringLiteral("-"); });
        row("too many pixels", [](auto& request) {
            request.output = QStringLiteral("f.png");
            request.size = {20000, 100};
            request.scale = 2;
        });
        row("a model that is not there", [](auto& request) { request.model = QStringLiteral("no/model"); });
    }

    void failures() {
        QFETCH(command::Export, request);
        const QTemporaryDir folder;
        if (request.output != QLatin1String("-")) request.output = folder.filePath(request.output);
        QCOMPARE(command::run(request), 1);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(TestExportCommand)
#include "tst_export_command.moc"
