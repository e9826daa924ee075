#include "app/inspector/chain_text.h"
#include "engine/model/model.h"
#include "engine/reading/asymmetry.h"

#include <QDir>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

namespace {

SnapshotPtr snapshotOf(const QString& name) {
    const auto model = mayfly::Model::load((QStringLiteral(MAYFLY_TEST_DATA "/") + name).toStdString());
    return takeSnapshot(model, std::vector<mayfly::TokenId>{5, 9, 3, 7, 1, 8});
}

mayfly::Chain chainOf(const Snapshot& snapshot, mayfly::HeadIndex head, int query, int key) {
    return mayfly::readChain(*snapshot.trace, *snapshot.model, head, query, key);
}

QHash<QByteArray, QByteArray> fields(const QByteArray& text) {
    QHash<QByteArray, QByteArray> read;
    for (const QByteArray& line : text.split('\n'))
        if (const qsizetype at = line.indexOf(" = "); at > 0) read[line.first(at)] = line.sliced(at + 3);
    return read;
}

/// How far a printed number may be from what it stands for: half of its last digit.
double rounding(const QByteArray& printed) {
    QByteArray last = printed;
    qsizetype lowest = -1;
    for (qsizetype i = 0; i < last.size() && last[i] != 'e'; ++i)
        if (last[i] >= '0' && last[i] <= '9') {
            last[i] = '0';
            lowest = i;
        }
    last[lowest] = '5';
    return std::abs(last.toDouble()) / 10;
}

} // namespace

class TestChainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void printedNumbersAddUp_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("terms");
        QTest::newRow("gpt2") << QStringLiteral("tiny_gpt2") << 3;
        const QDir families(QStringLiteral(MAYFLY_TEST_DATA "/families"));
        for (const QString& name : families.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << QStringLiteral("families/") + name << 3;
        QTest::newRow("all terms") << QStringLiteral("tiny_gpt2") << 1000;
    }

    void printedNumbersAddUp() {
        QFETCH(QString, name);
        QFETCH(int, terms);
        const SnapshotPtr snapshot = snapshotOf(name);
        for (int key = 0; key < 5; ++key) {
            const auto printed = fields(chaintext::plain(*snapshot, chainOf(*snapshot, {1, 1}, 4, key), terms));
            const auto of = [&](const char* field) { return printed[field].toDouble(); };
            double sum = of("rest");
            double tolerance = rounding(printed["dot"]) + rounding(printed["rest"]) + 1e-15;
            int count = 0;
            for (auto field = printed.begin(); field != printed.end(); ++field)
                if (field.key().startsWith("term[")) {
                    sum += field.value().toDouble();
                    tolerance += rounding(field.value());
                    ++count;
                }
            QCOMPARE(count, std::min(terms, snapshot->trace->dHead()));
            QVERIFY(std::abs(sum - of("dot")) <= tolerance);
            QVERIFY(std::abs(of("dot") * of("scale") - of("scaled")) <= 2e-8 * std::abs(of("scaled")));
            QVERIFY(std::abs(of("norm_q") * of("norm_k") * of("cosine") - of("dot")) <= 2e-8 * std::abs(of("dot")));
            if (printed.contains("masked")) continue; // beyond the window
            const double score = printed.contains("capped") ? of("capped") : of("scaled");
            QVERIFY(std::abs(std::exp(score - of("log_sum_exp")) - of("weight")) <= 1e-7 * of("weight"));
            if (printed.contains("cap"))
                QVERIFY(std::abs(of("cap") * std::tanh(of("scaled") / of("cap")) - score) <= 1e-7);
            if (!printed.contains("dot_content")) continue;
            const double parts =
                of("dot_content") + of("dot_query_bias") + of("dot_key_bias") + of("dot_both_biases");
            QVERIFY(std::abs(parts - of("dot")) <= 1e-7);
        }
    }

    void theLinesAndTheirOrder() {
        const SnapshotPtr snapshot = takeSnapshot(
            mayfly::Model::load(MAYFLY_TEST_DATA "/tiny_gpt2"), "The cat hat");
        mayfly::Chain chain = chainOf(*snapshot, {1, 0}, 2, 1);
        chain.asymmetry = mayfly::asymmetry(*snapshot->trace, {1, 0});
        const QByteArray text = chaintext::plain(*snapshot, chain, 1);
        const QByteArray d = QByteArray::number(chain.pair.terms[0].dimension);
        QByteArrayList names;
        for (const QByteArray& line : text.trimmed().split('\n')) names.append(line.first(line.indexOf(" = ")));
        QCOMPARE(names, (QByteArrayList{"query", "key", "head", "term[" + d + "]", "rest", "dot", "dot_content",
                                        "dot_query_bias", "dot_key_bias", "dot_both_biases", "cancelled_by_softmax",
                                        "scale", "scaled", "log_sum_exp", "weight", "norm_q", "norm_k", "cosine",
                                        "reverse_dot", "asymmetry", "contribution"}));
        QVERIFY(text.startsWith("query = 2 \" hat\"\nkey = 1 \" cat\"\nhead = 1.0\n"));
        QVERIFY(text.endsWith('\n'));
    }

    void onlyWhatAModelHasIsThere_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArrayList>("there");
        QTest::addColumn<QByteArrayList>("absent");
        QTest::newRow("gpt2") << "tiny_gpt2" << QByteArrayList{"dot_content"} << QByteArrayList{"key_head", "capped"};
        QTest::newRow("gemma2") << "families/gemma2" << QByteArrayList{"key_head", "cap", "capped"}
                                << QByteArrayList{"dot_content"};
        QTest::newRow("qwen2") << "families/qwen2" << QByteArrayList{"key_head"}
                               << QByteArrayList{"dot_content", "capped"};
    }

    void onlyWhatAModelHasIsThere() {
        QFETCH(QString, name);
        QFETCH(QByteArrayList, there);
        QFETCH(QByteArrayList, absent);
        const SnapshotPtr snapshot = snapshotOf(name);
        const auto printed = fields(chaintext::plain(*snapshot, chainOf(*snapshot, {1, 1}, 4, 4), 3));
        for (const QByteArray& field : there) QVERIFY2(printed.contains(field), field);
        for (const QByteArray& field : absent) QVERIFY2(!printed.contains(field), field);
        QVERIFY(!printed.contains("asymmetry")); // nobody asked for it
    }

    void aMaskedPairSaysSo() {
        const SnapshotPtr snapshot = snapshotOf(QStringLiteral("tiny_gpt2"));
        const mayfly::Chain chain = chainOf(*snapshot, {1, 1}, 1, 4);
        const auto printed = fields(chaintext::plain(*snapshot, chain, 3));
        QCOMPARE(printed["masked"], QByteArray("yes"));
        QCOMPARE(printed["weight"], QByteArray("0"));
        QCOMPARE(printed["contribution"], QByteArray("0"));
        QVERIFY(chaintext::latex(*snapshot, chain, 3).contains("masked"));
        QVERIFY(!chaintext::plain(*snapshot, chainOf(*snapshot, {1, 1}, 4, 1), 3).contains("masked"));
    }

    void tokensStayOnTheirLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("quoted");
        QTest::newRow("line feed") << QByteArray("\n") << QByteArray("\"\\n\"");
        QTest::newRow("tab") << QByteArray("\t") << QByteArray("\"\\t\"");
        QTest::newRow("quote") << QByteArray("\"") << QByteArray("\"\\\"\"");
        QTest::newRow("backslash") << QByteArray("\\") << QByteArray("\"\\\\\"");
        QTest::newRow("escape") << QByteArray("\x1b") << QByteArray("\"\\u001b\"");
        QTest::newRow("no UTF-8") << QByteArray("\xff") << QByteArray("\"\xef\xbf\xbd\"");
    }

    void tokensStayOnTheirLine() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, quoted);
        const SnapshotPtr snapshot = takeSnapshot(mayfly::Model::load(MAYFLY_TEST_DATA "/tiny_gpt2"), text);
        QCOMPARE(chaintext::quotedToken(*snapshot, 0), quoted);
    }

    void latexHasTheSameNumbers() {
        const SnapshotPtr snapshot = snapshotOf(QStringLiteral("tiny_gpt2"));
        const mayfly::Chain chain = chainOf(*snapshot, {1, 1}, 4, 1);
        const QByteArray text = chaintext::latex(*snapshot, chain, 3);
        for (const double value : {chain.pair.dot, chain.pair.scaled, chain.pair.weight, chain.pair.normQ, chain.pair.cosine})
            QVERIFY2(text.contains(chaintext::number(value)), chaintext::number(value));
        QVERIFY(text.contains("\\begin{align*}") && text.contains("\\end{align*}"));
        QCOMPARE(text.count('{'), text.count('}'));
        QVERIFY(text.contains("\\text{rest}"));
        QVERIFY(!chaintext::latex(*snapshot, chain, {}).contains("\\text{rest}"));
    }

    void numbersHaveNineDigits() {
        QCOMPARE(chaintext::number(1.0 / 3), QByteArray("0.333333333"));
        QCOMPARE(chaintext::number(-0.0), QByteArray("0"));
        QCOMPARE(chaintext::number(2.5e-12), QByteArray("2.5e-12"));
        QCOMPARE(chaintext::number(std::copysign(std::numeric_limits<double>::quiet_NaN(), -1.0)), QByteArray("nan"));
    }
};

QTEST_GUILESS_MAIN(TestChainText)
#include "tst_chain_text.moc"
