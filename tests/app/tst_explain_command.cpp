#include "printed.h"

#include <QTest>

using fixture::printed;

namespace {

command::Explain wanted() {
    command::Explain request;
    request.input.text = "The cat, the hat";
    request.model = QString::fromUtf8(MAYFLY_TEST_DATA) + QStringLiteral("/tiny_gpt2");
    request.head = {1, 0};
    request.query = 3;
    request.key = 1;
    return request;
}

} // namespace

class TestExplainCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsTheChain() {
        int code = -1;
        const QByteArray text = printed(wanted(), code);
        QCOMPARE(code, 0);
        QVERIFY(text.startsWith("query = 3 \""));
        for (const char* line : {"\nkey = 1 \" cat\"\n", "\nhead = 1.0\n", "\nterm[", "\nrest = ", "\ndot = ", "\nscale = ",
                                 "\nscaled = ", "\nlog_sum_exp = ", "\nweight = ", "\nnorm_q = ", "\nnorm_k = ",
                                 "\ncosine = ", "\nreverse_dot = ", "\nasymmetry = ", "\ncontribution = "})
            QVERIFY2(text.contains(line), line);
    }

    void termsAndLatex() {
        command::Explain request = wanted();
        int code = -1;
        request.terms = 2;
        QCOMPARE(printed(request, code).count("term["), 2);
        request.latex = true;
        QVERIFY(printed(request, code).contains("\\begin{align*}"));
    }

    void failures_data() {
        QTest::addColumn<command::Explain>("request");
        const auto row = [](const char* name, const auto& change) {
            command::Explain request = wanted();
            change(request);
            QTest::newRow(name) << request;
        };
        row("a layer that is not there", [](auto& request) { request.head = {2, 0}; });
        row("a query that is not there", [](auto& request) { request.query = 99; });
        row("a key that is not there", [](auto& request) { request.key = -1; });
        row("an empty text", [](auto& request) { request.input.text = QByteArray(); });
        row("a model that is not there", [](auto& request) { request.model = QStringLiteral("no/model"); });
    }

    void failures() {
        QFETCH(command::Explain, request);
        int code = -1;
        QVERIFY(printed(request, code).isEmpty());
        QCOMPARE(code, 1);
    }
};

QTEST_GUILESS_MAIN(TestExplainCommand)
#include "tst_explain_command.moc"
