#include "app/probing/probe_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestProbeFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptComesBack();
    void whatCannotBeRightIsNotThere_data();
    void whatCannotBeRightIsNotThere();
    void aMissingFileIsNoProbe();
    void aFolderThatCannotBeMadeIsNoHarm();
    void aFileAModel();

private:
    static mayfly::HeadProbe probe();
    static mayfly::Config config();
};

mayfly::HeadProbe TestProbeFile::probe() {
    mayfly::HeadProbe probe{2, 3, 25, 3, 3, {}};
    for (int i = 0; i < 6; ++i) {
        mayfly::HeadScores scores;
        for (const mayfly::ScoreField& field : mayfly::scoreFields) scores.*field.value = 0.1F * float(i) + 0.01F;
        scores.meanDistance = 12.3456789F;
        probe.scores.push_back(scores);
    }
    return probe;
}

mayfly::Config TestProbeFile::config() {
    mayfly::Config config;
    config.layers = 2;
    config.heads = 3;
    return config;
}

void TestProbeFile::whatIsKeptComesBack() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("new/heads/a.json"));
    probing::keepProbe(probe(), file);
    const auto read = probing::readProbe(file, config());
    QVERIFY(read);
    QVERIFY(*read == probe()); // to the last bit
}

void TestProbeFile::whatCannotBeRightIsNotThere_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("another version") << QByteArray("\"mayfly_heads\":") << QByteArray("\"mayfly_heads\":9");
    QTest::newRow("another kind of file") << QByteArray("mayfly_heads") << QByteArray("heads");
    QTest::newRow("more layers") << QByteArray("\"layers\":2") << QByteArray("\"layers\":3");
    QTest::newRow("fewer heads") << QByteArray("\"heads\":3") << QByteArray("\"heads\":2");
    QTest::newRow("another period") << QByteArray("\"period\":25") << QByteArray("\"period\":26");
    QTest::newRow("no period") << QByteArray("\"period\":25") << QByteArray("\"period\":0");
    QTest::newRow("other repeats") << QByteArray("\"repeats\":3") << QByteArray("\"repeats\":2");
    QTest::newRow("fewer sequences") << QByteArray("\"seeds\":3") << QByteArray("\"seeds\":1");
    QTest::newRow("no scores") << QByteArray("\"scores\":[[") << QByteArray("\"score\":[[");
    QTest::newRow("a score short") << QByteArray("[[") << QByteArray("[[],[");
    QTest::newRow("not a number") << QByteArray("[[") << QByteArray("[[null,");
    QTest::newRow("a weight beyond one") << QByteArray("[[0") << QByteArray("[[1");
    QTest::newRow("a weight below zero") << QByteArray("[[0") << QByteArray("[[-0");
    QTest::newRow("cut off") << QByteArray("]]") << QByteArray("");
}

void TestProbeFile::whatCannotBeRightIsNotThere() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray bytes = probing::encodeProbe(probe());
    QVERIFY(probing::decodeProbe(bytes, config()));
    const qsizetype at = bytes.indexOf(before);
    QVERIFY(at >= 0);
    bytes.replace(at, before.size(), after);
    QVERIFY(!probing::decodeProbe(bytes, config()));
}

void TestProbeFile::aMissingFileIsNoProbe() {
    const QTemporaryDir folder;
    QVERIFY(!probing::readProbe(folder.filePath(QStringLiteral("none.json")), config()));
    QVERIFY(!probing::readProbe(folder.path(), config()));
}

void TestProbeFile::aFolderThatCannotBeMadeIsNoHarm() {
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(QStringLiteral("heads")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    probing::keepProbe(probe(), folder.filePath(QStringLiteral("heads/a.json")));
    QVERIFY(!probing::readProbe(folder.filePath(QStringLiteral("heads/a.json")), config()));
}

void TestProbeFile::aFileAModel() {
    QVERIFY(probing::probeFile("0123") != probing::probeFile("0124"));
    QVERIFY(QDir::isAbsolutePath(probing::probeFile("0123")));
}

QTEST_GUILESS_MAIN(TestProbeFile)
#include "tst_probe_file.moc"
