#include "snapshot_fixture.h"

#include "app/probing/head_namer.h"
#include "app/probing/probe_file.h"
#include "engine/model/fingerprint.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using ModelPtr = std::shared_ptr<const mayfly::Model>;

class TestHeadNamer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void headsAreNamed();
    void aModelIsProbedOnce();
    void whatIsKeptAndWrongIsMadeAnew_data();
    void whatIsKeptAndWrongIsMadeAnew();
    void anotherModelEndsIt();
    void typingGoesFirst();
    void whatCannotBeProbedIsTold();
    void itMayBeGoneBeforeItIsDone();

private:
    QString file(const ModelPtr& model) const {
        return probing::probeFile(*mayfly::fingerprintOf(model->folder()));
    }

    ModelPtr m_tiny = fixture::tiny();
    ModelPtr m_builtIn = fixture::builtIn();
    Inference m_inference;
    std::unique_ptr<HeadNamer> m_namer;
    std::vector<std::pair<ModelPtr, ProbePtr>> m_named;
    std::vector<int> m_passes; ///< those that were told to begin
};

void TestHeadNamer::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("mayfly-test-namer"));
}

void TestHeadNamer::init() {
    for (const ModelPtr& model : {m_tiny, m_builtIn}) QFile::remove(file(model));
    m_inference.setErrand({});
    m_namer = std::make_unique<HeadNamer>(m_inference);
    m_named.clear();
    m_passes.clear();
    connect(m_namer.get(), &HeadNamer::named, this,
            [this](const ModelPtr& model, const ProbePtr& probe) { m_named.emplace_back(model, probe); });
    connect(m_namer.get(), &HeadNamer::progressed, this, [this](int done, int) { m_passes.push_back(done); });
}

void TestHeadNamer::headsAreNamed() {
    m_namer->name(m_tiny);
    QTRY_COMPARE(m_named.size(), std::size_t(1));
    QCOMPARE(m_named[0].first, m_tiny);
    QVERIFY(m_named[0].second);
    QVERIFY(*m_named[0].second == mayfly::probeHeads(*m_tiny));
    QCOMPARE(m_passes, (std::vector<int>{0, 1, 2}));
}

void TestHeadNamer::aModelIsProbedOnce() {
    m_namer->name(m_tiny);
    QTRY_COMPARE(m_named.size(), std::size_t(1));
    m_passes.clear();
    m_namer->name(m_tiny);
    QTRY_COMPARE(m_named.size(), std::size_t(2));
    QVERIFY(m_passes.empty());
    QVERIFY(*m_named[0].second == *m_named[1].second);
}

void TestHeadNamer::whatIsKeptAndWrongIsMadeAnew_data() {
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("\0\xff{", 3);
    mayfly::HeadProbe other = mayfly::probeHeads(*m_tiny);
    other.layers = 1;
    other.scores.resize(2);
    QTest::newRow("another shape") << probing::encodeProbe(other);
    QTest::newRow("another version") << probing::encodeProbe(mayfly::probeHeads(*m_tiny)).replace("_heads\":", "_heads\":9");
}

void TestHeadNamer::whatIsKeptAndWrongIsMadeAnew() {
    QFETCH(QByteArray, kept);
    const mayfly::HeadProbe right = mayfly::probeHeads(*m_tiny);
    probing::keepProbe(right, file(m_tiny));
    {
        QFile wrong(file(m_tiny));
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write(kept);
    }
    m_namer->name(m_tiny);
    QTRY_COMPARE(m_named.size(), std::size_t(1));
    QVERIFY(*m_named[0].second == right);
    QCOMPARE(m_passes.size(), std::size_t(3));
    QVERIFY(probing::readProbe(file(m_tiny), m_tiny->config())); // and kept again
}

void TestHeadNamer::anotherModelEndsIt() {
    // As soon as it is at work: a moment later it might be done.
    const auto change = [this](int /*done*/, int /*all*/) { m_namer->name(m_tiny); };
    connect(m_namer.get(), &HeadNamer::progressed, this, change, Qt::SingleShotConnection);
    m_namer->name(m_builtIn);
    QTRY_VERIFY(!m_named.empty());
    QTest::qWait(500); // longer than an errand waits
    QCOMPARE(m_named.size(), std::size_t(1));
    QCOMPARE(m_named[0].first, m_tiny);
    QVERIFY(m_named[0].second);
}

void TestHeadNamer::typingGoesFirst() {
    m_namer->name(m_builtIn);
    for (quint64 key = 1; key <= 8; ++key) {
        m_inference.ask({m_builtIn, QByteArray("a cat ").repeated(int(key)), {}, key});
        SnapshotPtr answer;
        QVERIFY(QTest::qWaitFor([&] { return (answer = m_inference.take()) != nullptr; }, 20000));
        QCOMPARE(answer->revision, key);
    }
    QTRY_COMPARE(m_named.size(), std::size_t(1)); // however often it was interrupted
    QVERIFY(*m_named[0].second == mayfly::probeHeads(*m_builtIn));
}

void TestHeadNamer::whatCannotBeProbedIsTold() {
    QTemporaryDir copy;
    for (const char* name : {"config.json", "model.safetensors", "vocab.json", "merges.txt"})
        QFile::copy(fixture::tinyFolder() + u'/' + QLatin1String(name), copy.filePath(QLatin1String(name)));
    const ModelPtr model = mayfly::Model::load(copy.path().toStdString());
    QVERIFY(copy.remove());
    m_namer->name(model);
    QTRY_COMPARE(m_named.size(), std::size_t(1));
    QCOMPARE(m_named[0].first, model);
    QVERIFY(!m_named[0].second);
}

void TestHeadNamer::itMayBeGoneBeforeItIsDone() {
    m_namer->name(m_tiny);
    m_namer.reset();
    QTest::qWait(600);
    QVERIFY(m_named.empty());
}

QTEST_GUILESS_MAIN(TestHeadNamer)
#include "tst_head_namer.moc"
