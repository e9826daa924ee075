#include "app/download/access.h"
#include "engine/error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace download;

class TestAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { init(); }
    void nothingIsSet();
    void endpoints_data();
    void endpoints();
    void wrongEndpoints_data();
    void wrongEndpoints();
    void tokens_data();
    void tokens();
    void theTokensFile();
    void offline_data();
    void offline();
    void whereTheTokenGoes_data();
    void whereTheTokenGoes();
    void redirects_data();
    void redirects();
};

void TestAccess::init() {
    for (const char* name : {"HF_ENDPOINT", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_HUB_OFFLINE"})
        qunsetenv(name);
    qputenv("HF_HOME", "/no/such/folder");
}

void TestAccess::nothingIsSet() {
    const Access access = accessFromEnvironment();
    QCOMPARE(access.endpoint, QUrl(QStringLiteral("https://huggingface.co")));
    QVERIFY(access.token.isEmpty());
    QVERIFY(!access.offline);
}

void TestAccess::endpoints_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("empty") << QByteArray("") << QStringLiteral("https://huggingface.co");
    QTest::newRow("mirror") << QByteArray("https://mirror.example/hub/") << QStringLiteral("https://mirror.example/hub");
    QTest::newRow("this machine") << QByteArray(" http://127.0.0.1:8080// ") << QStringLiteral("http://127.0.0.1:8080");
}

void TestAccess::endpoints() {
    QFETCH(QByteArray, value);
    qputenv("HF_ENDPOINT", value);
    QTEST(accessFromEnvironment().endpoint.toString(), "endpoint");
}

void TestAccess::wrongEndpoints_data() {
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"huggingface.co", "file:///etc", "ftp://x.org", "https://", "https://a b"})
        QTest::newRow(value) << QByteArray(value);
}

void TestAccess::wrongEndpoints() {
    QFETCH(QByteArray, value);
    qputenv("HF_ENDPOINT", value);
    QVERIFY_THROWS_EXCEPTION(mayfly::Error, accessFromEnvironment());
}

void TestAccess::tokens_data() {
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("the newer name") << QByteArray("hf_a") << QByteArray("hf_b") << QByteArray("hf_a");
    QTest::newRow("the older name") << QByteArray() << QByteArray(" hf_b\n") << QByteArray("hf_b");
    QTest::newRow("more than a word") << QByteArray("hf_a\r\nX-Evil: 1") << QByteArray() << QByteArray();
}

void TestAccess::tokens() {
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    qputenv("HF_TOKEN", first);
    qputenv("HUGGING_FACE_HUB_TOKEN", second);
    QTEST(accessFromEnvironment().token, "token");
}

void TestAccess::theTokensFile() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("token")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hf_file\n");
    file.close();
    qputenv("HF_HOME", folder.path().toUtf8());
    QCOMPARE(accessFromEnvironment().token, QByteArray("hf_file"));
    qputenv("HF_TOKEN_PATH", "/no/such/file");
    QVERIFY(accessFromEnvironment().token.isEmpty());
    qputenv("HF_TOKEN", "hf_variable");
    QCOMPARE(accessFromEnvironment().token, QByteArray("hf_variable"));
}

void TestAccess::offline_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("offline");
    for (const char* value : {"1", "true", "TRUE", "Yes", "on", " on "}) QTest::newRow(value) << QByteArray(value) << true;
    for (const char* value : {"", "0", "false", "no", "off", "2"}) QTest::newRow(value) << QByteArray(value) << false;
}

void TestAccess::offline() {
    QFETCH(QByteArray, value);
    qputenv("HF_HUB_OFFLINE", value);
    QTEST(accessFromEnvironment().offline, "offline");
}

void TestAccess::whereTheTokenGoes_data() {
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("goes");
    const auto row = [](const char* endpoint, const char* url, bool goes) {
        QTest::addRow("%s to %s", endpoint, url) << QString::fromLatin1(endpoint) << QString::fromLatin1(url) << goes;
    };
    row("https://huggingface.co", "https://huggingface.co/a/b", true);
    row("https://huggingface.co", "https://huggingface.co:443/a/b", true);
    row("https://huggingface.co", "https://HUGGINGFACE.co/a/b", true);
    row("https://huggingface.co", "http://huggingface.co/a/b", false);
    row("https://huggingface.co", "https://huggingface.co:444/a/b", false);
    row("https://huggingface.co", "https://huggingface.co.evil.org/a/b", false);
    row("https://huggingface.co", "https://huggingface.co@evil.org/a/b", false);
    row("https://huggingface.co", "https://cdn.huggingface.co/a/b", false);
    row("http://mirror.example", "http://mirror.example/a/b", false);
    row("http://127.0.0.1:80", "http://127.0.0.1/a", true);
    row("http://localhost:8080", "http://localhost:8080/a", true);
    row("http://[::1]:8080", "http://[::1]:8080/a", true);
    row("http://127.0.0.1:8080", "http://127.0.0.2:8080/a", false);
    row("http://127.0.0.1:8080", "http://127.0.0.1:8081/a", false);
}

void TestAccess::whereTheTokenGoes() {
    QFETCH(QString, endpoint);
    QFETCH(QString, url);
    QTEST(mayCarryToken({QUrl(endpoint), "hf_a", false}, QUrl(url)), "goes");
}

void TestAccess::redirects_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("follows");
    const auto row = [](const char* from, const char* to, bool follows) {
        QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to) << follows;
    };
    row("https://a.org/x", "https://b.org/y", true);
    row("https://a.org/x", "http://a.org/x", false);
    row("https://a.org/x", "http://127.0.0.1/x", false);
    row("http://a.org/x", "https://a.org/x", true);
    row("http://a.org/x", "http://a.org/y", true);
    row("http://a.org/x", "http://b.org/y", false);
    row("http://a.org/x", "http://127.0.0.1/y", false);
    row("http://127.0.0.1/x", "http://127.0.0.2/y", true);
    row("http://127.0.0.1/x", "http://b.org/y", false);
    row("http://127.0.0.1/x", "file:///etc/passwd", false);
    row("https://a.org/x", "ftp://a.org/x", false);
    row("https://a.org/x", "data:,x", false);
}

void TestAccess::redirects() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(mayFollow(QUrl(from), QUrl(to)), "follows");
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
