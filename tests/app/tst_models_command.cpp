#include "app/command/models_table.h"
#include "app/models/all_models.h"
#include "app/models/model_location.h"
#include "engine/error.h"
#include "engine/model/model.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// A cache with one model of each kind: one that can be opened, one of a family that cannot, one that is not there.
class Cache {
public:
    Cache() {
        const QString tiny = QString::fromUtf8(MAYFLY_TEST_DATA) + QStringLiteral("/tiny_gpt2");
        const QString snapshot = snapshotOf(QStringLiteral("models--some--tiny"));
        for (const char* name : {"config.json", "model.safetensors", "vocab.json", "merges.txt"})
            QFile::copy(tiny + u'/' + QLatin1String(name), snapshot + u'/' + QLatin1String(name));
        write(snapshotOf(QStringLiteral("models--some--other")) + QStringLiteral("/config.json"),
              "{\"model_type\": \"unheard_of\"}");
        QDir(m_folder.path()).mkpath(QStringLiteral("models--some--gone/snapshots"));
        qputenv("HF_HUB_CACHE", m_folder.path().toUtf8());
    }
    ~Cache() { qunsetenv("HF_HUB_CACHE"); }

private:
    QString snapshotOf(const QString& repo) {
        const QString snapshot = repo + QStringLiteral("/snapshots/0123");
        QDir(m_folder.path()).mkpath(snapshot);
        QDir(m_folder.path()).mkpath(repo + QStringLiteral("/refs"));
        write(m_folder.filePath(repo + QStringLiteral("/refs/main")), "0123");
        return m_folder.filePath(snapshot);
    }

    static void write(const QString& name, const QByteArray& bytes) {
        QFile file(name);
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
    }

    QTemporaryDir m_folder;
};

} // namespace

class TestModelsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtInComesFirst() {
        const Cache cache;
        const auto models = models::allModels();
        QCOMPARE(models.size(), std::size_t(4));
        QCOMPARE(models.front().name, std::string("built-in"));
        QCOMPARE(models.back().name, std::string("some/tiny"));
    }

    void theTable() {
        const Cache cache;
        const QStringList lines = command::modelsTable(models::allModels()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[0].contains(QStringLiteral("layers \u00d7 heads")));
        QVERIFY(lines[1].startsWith(QStringLiteral("built-in ")));
        QVERIFY(lines[2].startsWith(QStringLiteral("some/gone ")) && lines[2].endsWith(u'.'));
        QVERIFY(lines[3].contains(QStringLiteral("unheard_of")));
        QVERIFY(lines[4].contains(QStringLiteral("2 \u00d7 2")));
        QVERIFY(lines[4].trimmed().endsWith(QStringLiteral("kB")));
    }

    /// Whatever its folder or its config.json is called, a model has one line, written from left to right.
    void oddNamesAreEscaped() {
        mayfly::FoundModel odd;
        odd.name = "a/\u202Efdp\n";
        odd.family = "b\x1B[31m\u200F";
        const QStringList lines = command::modelsTable({odd}).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].startsWith(QLatin1String(R"(a/\u202efdp\x0a  b\x1b[31m\u200f)")), qPrintable(lines[1]));
    }

    void aNameInTheCache() {
        const Cache cache;
        QCOMPARE(models::loadModel(QStringLiteral("some/tiny"))->name(), std::string("some/tiny"));
    }

    void aFolder() {
        const QString tiny = QString::fromUtf8(MAYFLY_TEST_DATA) + QStringLiteral("/tiny_gpt2/");
        QCOMPARE(models::locateModel(tiny).name, std::string("tiny_gpt2"));
    }

    void notThere_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("names");
        const QString tiny = QString::fromUtf8(MAYFLY_TEST_DATA) + QStringLiteral("/tiny_gpt2");
        QTest::newRow("a name") << QStringLiteral("some/body") << QByteArray("some/body");
        QTest::newRow("a folder") << QStringLiteral("/no/such/folder") << QByteArray("/no/such/folder");
        QTest::newRow("a file") << tiny + QStringLiteral("/config.json") << tiny.toUtf8();
    }

    void notThere() {
        QFETCH(QString, model);
        QFETCH(QByteArray, names);
        const Cache cache;
        try {
            models::locateModel(model);
            QFAIL("nothing was thrown");
        } catch (const mayfly::Error& error) {
            QCOMPARE(error.kind(), mayfly::ErrorKind::NotFound);
            QVERIFY2(QByteArray(error.what()).contains(names), error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestModelsCommand)
#include "tst_models_command.moc"
