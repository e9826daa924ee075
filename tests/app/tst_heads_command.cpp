#include "printed.h"

#include "app/command/heads_table.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

namespace {

QString tinyFolder() { return QString::fromUtf8(MAYFLY_TEST_DATA) + QStringLiteral("/tiny_gpt2"); }

QByteArray printed(command::HeadsFormat format) {
    int code = -1;
    const QByteArray text = fixture::printed(command::Heads{tinyFolder(), format}, code);
    return code == 0 ? text : QByteArray("exit code ") + QByteArray::number(code);
}

} // namespace

class TestHeadsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json();
    void csv();
    void table();
    void brokenNumbersAreNull();
    void aMissingModelIsAFailure();

private:
    std::shared_ptr<const mayfly::Model> m_model = mayfly::Model::load(tinyFolder().toStdString());
    mayfly::HeadProbe m_probe = mayfly::probeHeads(*m_model);
};

void TestHeadsCommand::json() {
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(printed(command::HeadsFormat::Json), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QCOMPARE(root[QStringLiteral("model")][QStringLiteral("layers")].toInt(), 2);
    QCOMPARE(root[QStringLiteral("probe")][QStringLiteral("period")].toInt(), m_probe.period);
    QCOMPARE(root[QStringLiteral("probe")][QStringLiteral("repeats")].toInt(), 3);
    QCOMPARE(root[QStringLiteral("probe")][QStringLiteral("seeds")].toInt(), 3);
    const QJsonArray heads = root[QStringLiteral("heads")].toArray();
    QCOMPARE(heads.size(), qsizetype(4));
    for (int i = 0; i < 4; ++i) {
        const QJsonObject head = heads[i].toObject();
        const mayfly::HeadIndex index{i / 2, i % 2};
        QCOMPARE(head[QStringLiteral("layer")].toInt(-1), index.layer);
        QCOMPARE(head[QStringLiteral("head")].toInt(-1), index.head);
        QCOMPARE(head[QStringLiteral("label")].toString().toStdString(), std::string(mayfly::nameOf(m_probe.label(index))));
        for (const mayfly::ScoreField& field : mayfly::scoreFields)
            QCOMPARE(float(head[QLatin1String(field.name.data())].toDouble(-1)), m_probe.of(index).*field.value);
    }
}

void TestHeadsCommand::csv() {
    const QByteArrayList lines = printed(command::HeadsFormat::Csv).split('\n');
    QCOMPARE(lines.size(), qsizetype(6)); // names, four heads, and what comes after the last line's end
    QCOMPARE(lines[0], QByteArray("layer,head,label,previous,induction,duplicate,current,next,first,local,even_local,mean_distance,entropy"));
    for (int i = 0; i < 4; ++i) {
        const QByteArrayList cells = lines[i + 1].split(',');
        const mayfly::HeadIndex index{i / 2, i % 2};
        QCOMPARE(cells.size(), qsizetype(3 + mayfly::scoreFields.size()));
        QCOMPARE(cells[0].toInt(), index.layer);
        QCOMPARE(cells[1].toInt(), index.head);
        QCOMPARE(cells[2].toStdString(), std::string(mayfly::nameOf(m_probe.label(index))));
        for (qsizetype field = 0; field < qsizetype(mayfly::scoreFields.size()); ++field)
            QCOMPARE(cells[field + 3].toFloat(), m_probe.of(index).*mayfly::scoreFields[std::size_t(field)].value);
    }
    QVERIFY(lines.back().isEmpty());
}

void TestHeadsCommand::table() {
    const QString table = QString::fromUtf8(printed(command::HeadsFormat::Table));
    const QStringList lines = table.split(u'\n');
    QVERIFY(lines[0].startsWith(QLatin1String("head  label")));
    for (const char* name : {"previous", "induction", "duplicate", "current", "next", "first", "local", "entropy"})
        QVERIFY2(lines[0].contains(QLatin1String(name)), name);
    for (int i = 0; i < 4; ++i) {
        const mayfly::HeadIndex index{i / 2, i % 2};
        QVERIFY(lines[i + 1].startsWith(QString::fromStdString(mayfly::toString(index))));
        QVERIFY(lines[i + 1].contains(QLatin1String(mayfly::nameOf(m_probe.label(index)).data())));
        QVERIFY(lines[i + 1].contains(QString::number(double(m_probe.of(index).current), 'f', 3)));
        QCOMPARE(lines[i + 1].size(), lines[0].size()); // the columns are aligned
    }
    mayfly::HeadProbe probe = m_probe;
    probe.scores[2] = {};
    probe.scores[2].induction = 0.875F;
    QVERIFY(command::headsTable(probe).contains(QStringLiteral("best induction: head 1.0, 0.875\n")));
}

void TestHeadsCommand::brokenNumbersAreNull() {
    mayfly::HeadProbe probe = m_probe;
    probe.scores[1].previous = NAN;
    const std::string json = command::headsJson(*m_model, probe);
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QVERIFY(root[QStringLiteral("heads")][1][QStringLiteral("previous")].isNull());
    QVERIFY(root[QStringLiteral("heads")][1][QStringLiteral("label")].isNull());
    const QByteArrayList lines = QByteArray::fromStdString(command::headsCsv(probe)).split('\n');
    QVERIFY2(lines[2].startsWith("0,1,,nan,"), lines[2]);
}

void TestHeadsCommand::aMissingModelIsAFailure() {
    int code = -1;
    QVERIFY(fixture::printed(command::Heads{QStringLiteral("/no/such/folder"), command::HeadsFormat::Csv}, code).isEmpty());
    QCOMPARE(code, 1);
}

QTEST_GUILESS_MAIN(TestHeadsCommand)
#include "tst_heads_command.moc"
