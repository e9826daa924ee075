#include "app/download/repository.h"

#include <QTest>

using namespace download;

class TestRepository : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void others_data();
    void others();
};

namespace {

std::optional<Repository> parse(const QString& text) {
    return parseRepository(text, QUrl(QStringLiteral("https://huggingface.co")));
}

} // namespace

void TestRepository::names_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("revision");
    const auto row = [](const char* text, const char* name, const char* revision = "main") {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(name) << QString::fromLatin1(revision);
    };
    row("openai-community/gpt2", "openai-community/gpt2");
    row("  Qwen/Qwen3-0.6B \n", "Qwen/Qwen3-0.6B");
    row("a/_b_", "a/_b_");
    row("a/b@v1.0", "a/b", "v1.0");
    row("a/b@refs/pr/3", "a/b", "refs/pr/3");
    row("https://huggingface.co/openai-community/gpt2", "openai-community/gpt2");
    row("https://huggingface.co/openai-community/gpt2/tree/main?not-for-all=1#x", "openai-community/gpt2");
}

void TestRepository::names() {
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, revision);
    const auto parsed = parse(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->name, name);
    QCOMPARE(parsed->revision, revision);
}

void TestRepository::others_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", " ", "gpt2", "/", "a/", "/b", "a/b/c", "../b", "a/..", "a/.b", "a/b.", "-a/b", "a/b-", "a--b/c",
                             "a/b..c", "a b/c", "a/b.git", "a/b@", "a/b@/x", "a/b@x/", "a/b@../x", "a/b@x//y", "a/b@-x",
                             "a/b?c", "a/b#c", "a/b%2e", "a\\b/c", "a/b\nc", "\xc3\xa4/b", "https://example.org/a/b",
                             "https://huggingface.co/a", "file:///a/b"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("long") << QStringLiteral("a/") + QString(96, u'b');
    QTest::newRow("a long revision") << QStringLiteral("a/b@") + QString(201, u'b');
}

void TestRepository::others() {
    QFETCH(QString, text);
    QVERIFY(!parse(text));
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
