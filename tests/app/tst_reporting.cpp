#include "tests/app/printed.h"
#include "tests/engine/model_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

/// What commands say on standard error.
class TestReporting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreOneLine_data();
    void namesAreOneLine();
    void brokenWeightsAreTold();
};

void TestReporting::namesAreOneLine_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("line end and colour") << QStringLiteral("a\nb\x1B[31m") << QByteArray(R"(no model a\x0ab\x1b[31m:)");
    QTest::newRow("another direction") << QStringLiteral("no\u202Efdp") << QByteArray(R"(no model no\u202efdp:)");
    QTest::newRow("long") << QString(300, u'a') << "no model " + QByteArray(100, 'a') + "...:";
}

void TestReporting::namesAreOneLine() {
    QFETCH(QString, model);
    QFETCH(QByteArray, shown);
    int code = 0;
    const QByteArray line = fixture::written(command::Heads{model, command::HeadsFormat::Table}, stderr, code);
    QCOMPARE(code, 1);
    QVERIFY2(line.contains(shown) && line.count('\n') == 1, line);
}

/// By every command that computes, and once.
void TestReporting::brokenWeightsAreTold() {
    const modelfiles::TinyGpt2 tiny;
    modelfiles::TensorSet set = tiny.tensors();
    QByteArray& data = set.tensors["ln_f.weight"].data;
    const float none = std::numeric_limits<float>::quiet_NaN();
    data.replace(0, sizeof none, QByteArray(reinterpret_cast<const char*>(&none), sizeof none));
    const modelfiles::Folder folder;
    folder.write(QStringLiteral("config.json"), tiny.config());
    folder.write(QStringLiteral("model.safetensors"), set.file());
    const QTemporaryDir to;
    command::Input input;
    input.ids = {0, 1, 2};
    command::Trace trace;
    trace.input = input;
    trace.model = folder.path();
    trace.output = to.filePath(QStringLiteral("t.json"));
    command::Explain explain;
    explain.input = input;
    explain.model = folder.path();
    command::Export picture;
    picture.input = input;
    picture.model = folder.path();
    picture.heads = {{0, 0}};
    picture.labels = false;
    picture.output = to.filePath(QStringLiteral("p.svg"));
    const auto told = [](const auto& request) {
        int code = 0;
        const QByteArray line = fixture::written(request, stderr, code);
        return line.startsWith("mayfly: the weights hold values") && line.count('\n') == 1;
    };
    QVERIFY(told(trace));
    QVERIFY(told(explain));
    QVERIFY(told(picture));
}

QTEST_MAIN(TestReporting)
#include "tst_reporting.moc"
