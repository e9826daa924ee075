#include "app/command/number_text.h"
#include "app/command/trace_csv.h"
#include "tests/app/trace_fixture.h"

#include <QTest>

namespace {

/// The records of comma-separated values, as RFC 4180 reads them.
QList<QByteArrayList> recordsOf(const QByteArray& csv) {
    QList<QByteArrayList> records = {{QByteArray()}};
    bool inQuotes = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (inQuotes && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
            records.back().back() += csv[++i];
        else if (c == '"')
            inQuotes = !inQuotes;
        else if (!inQuotes && c == ',')
            records.back().append(QByteArray());
        else if (!inQuotes && c == '\n')
            records.append({QByteArray()});
        else
            records.back().back() += c;
    }
    records.removeLast();
    return records;
}

QList<QByteArrayList> csvOf(const Snapshot& snapshot, const command::TraceChoice& choice) {
    return recordsOf(
        fixture::collect([&](const command::Sink& sink) { command::writeTraceCsv(snapshot, choice, sink); }));
}

} // namespace

class TestTraceCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineAPair() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), fixture::prompt());
        const QList<QByteArrayList> records = csvOf(*snapshot, {{{1, 1}, {0, 0}}, false});
        QCOMPARE(records.size(), 1 + 2 * 9 * 9);
        QCOMPARE(records[0].join(','), QByteArray("layer,head,query,key,query_text,key_text,dot,weight"));
        const QByteArrayList& pair = records[1 + 3 * 9 + 2];
        QCOMPARE(pair.first(6), (QByteArrayList{"1", "1", "3", "2", " the", ","}));
        const mayfly::HeadIndex head = {1, 1};
        QCOMPARE(pair[6].toFloat(), snapshot->trace->dot(head, 3, 2));
        QVERIFY(std::abs(pair[7].toFloat() - snapshot->trace->weight(head, 3, 2)) < 1e-6F);
        QCOMPARE(records[1 + 2][7], QByteArray("0")); // query 0 cannot see key 2
    }

    void anEmptyTextLeavesTheNames() {
        const SnapshotPtr snapshot = takeSnapshot(fixture::model(), QByteArray());
        QCOMPARE(csvOf(*snapshot, fixture::everything(*snapshot)).size(), 1);
    }

    void numbersThatAreNone() {
        std::string numbers;
        for (const float sign : {1.0F, -1.0F}) {
            command::appendNumber(numbers, std::copysign(std::numeric_limits<float>::quiet_NaN(), sign));
            command::appendNumber(numbers += ' ', std::copysign(std::numeric_limits<float>::infinity(), sign));
            numbers += ' ';
        }
        QCOMPARE(numbers, std::string("nan inf nan -inf "));
    }

    void fields_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("plain") << QByteArray(" the") << QByteArray(" the");
        QTest::newRow("comma") << QByteArray(",") << QByteArray("\",\"");
        QTest::newRow("quotes") << QByteArray("\"a") << QByteArray("\"\"\"a\"");
        QTest::newRow("line feed") << QByteArray("\n") << QByteArray("\"\n\"");
        QTest::newRow("carriage return") << QByteArray("\r") << QByteArray("\"\r\"");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void fields() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        QCOMPARE(QByteArray::fromStdString(command::csvField(text.toStdString())), field);
    }
};

QTEST_GUILESS_MAIN(TestTraceCsv)
#include "tst_trace_csv.moc"
