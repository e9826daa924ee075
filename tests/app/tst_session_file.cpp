#include "snapshot_fixture.h"

#include "app/session/longest_text.h"
#include "app/session/session_file.h"
#include "engine/error.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace {

SavedSession example() {
    SavedSession saved;
    saved.model = QStringLiteral("built-in");
    saved.text = QStringLiteral("The cat\n\"é\" \U0001F431");
    saved.heads = {{3, 6}, {0, 1}};
    saved.view = view::Kind::Matrix;
    saved.layout = graph::Layout::Gravity;
    saved.topMass = 55;
    saved.hideFirst = true;
    saved.wholeWords = true;
    saved.depth = 2;
    saved.matrix = {matrix::Quantity::Scaled, matrix::Marks::Dots, true};
    saved.pin = {4, 1, 1};
    saved.moved = {{0, {1.5, -2}}, {3, {0, 7}}};
    saved.compare = compare::Mode::BeforeAfter;
    saved.kept = QStringLiteral("The hat\n\u00e9");
    return saved;
}

/// The sentence that a call fails with; empty if it does not.
template<typename Call>
QString refusal(Call call) {
    try {
        call();
    } catch (const mayfly::Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestSessionFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsRead_data();
    void whatIsSavedIsRead();
    void malformedFilesAreRefused_data();
    void malformedFilesAreRefused();
    void whatIsAbsentHasADefault();
    void aTextThatIsTooLongIsRefused();
    void aKeyAloneIsNoPin();
    void tokensComeBackWithTheirSnapshot();
    void tokensThatAreGoneAreLeftOut();
    void aFileIsWrittenWhole();
    void anUnwritablePlaceKeepsWhatWasThere();
    void aFileThatIsNotThereIsNamed();
    void whatIsNoFileIsNotWaitedFor_data();
    void whatIsNoFileIsNotWaitedFor();
};

void TestSessionFile::whatIsSavedIsRead_data() {
    QTest::addColumn<int>("variant");
    for (int variant = 0; variant < 4; ++variant) QTest::addRow("%d", variant) << variant;
}

void TestSessionFile::whatIsSavedIsRead() {
    QFETCH(int, variant);
    SavedSession saved = example();
    if (variant == 1) saved.pin = {2, -1, -1};
    if (variant == 2) saved.pin = {};
    if (variant == 3) saved = {};
    if (variant == 3) saved.model = QStringLiteral("/a/folder");
    QCOMPARE(decodeSession(encodeSession(saved), QStringLiteral("a.mayfly")), saved);
}

void TestSessionFile::malformedFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("about");
    const auto row = [](const char* name, const QByteArray& bytes, const char* about) {
        QTest::newRow(name) << bytes << QString::fromUtf8(about);
    };
    row("empty", "", "not a Mayfly session");
    row("not JSON", "hello", "not a Mayfly session");
    row("a list", "[1]", "not a Mayfly session");
    row("another program's", R"({"text":"a"})", "not a Mayfly session");
    row("cut off", encodeSession(example()).chopped(20), "not a Mayfly session");
    row("another version", R"({"mayfly":7})", "another version");
    row("version is a word", R"({"mayfly":"1"})", "another version");
    row("version is an essay", R"({"mayfly":"a\nb\u001b[2J%1"})", "(format ?, this one reads 1)");
    row("version is half", R"({"mayfly":1.5})", "(format 1.5, this one reads 1)");
    row("text is a number", R"({"mayfly":1,"text":3})", "\"text\"");
    row("model is a list", R"({"mayfly":1,"model":[]})", "\"model\"");
    row("heads is a word", R"({"mayfly":1,"heads":"3.6"})", "\"heads\"");
    row("a head is a number", R"({"mayfly":1,"heads":[3.6]})", "\"heads\"");
    row("a head is no head", R"({"mayfly":1,"heads":["3.x"]})", "\"heads\"");
    row("nine heads", R"({"mayfly":1,"heads":["0.0","0.1","0.2","0.3","0.4","0.5","0.6","0.7","0.8"]})", "\"heads\"");
    row("unknown layout", R"({"mayfly":1,"layout":"spiral"})", "\"layout\"");
    row("unknown view", R"({"mayfly":1,"view":"cube"})", "\"view\"");
    row("unknown quantity", R"({"mayfly":1,"quantity":"luck"})", "\"quantity\"");
    row("unknown marks", R"({"mayfly":1,"marks":"stars"})", "\"marks\"");
    row("transpose is a word", R"({"mayfly":1,"transpose":"yes"})", "\"transpose\"");
    row("no mass", R"({"mayfly":1,"topMass":0})", "\"topMass\"");
    row("too much mass", R"({"mayfly":1,"topMass":101})", "\"topMass\"");
    row("half a percent", R"({"mayfly":1,"topMass":50.5})", "\"topMass\"");
    row("huge mass", R"({"mayfly":1,"topMass":1e300})", "\"topMass\"");
    row("hideFirst is a number", R"({"mayfly":1,"hideFirst":1})", "\"hideFirst\"");
    row("pin is a number", R"({"mayfly":1,"pin":1})", "\"pin\"");
    row("negative pin", R"({"mayfly":1,"pin":{"query":-2}})", "\"query\"");
    row("moved is an object", R"({"mayfly":1,"moved":{}})", "\"moved\"");
    row("a moved token is a number", R"({"mayfly":1,"moved":[1]})", "\"moved\"");
    row("a place is a word", R"({"mayfly":1,"moved":[{"token":1,"x":"a"}]})", "\"x\"");
}

void TestSessionFile::malformedFilesAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, about);
    const QString sentence = refusal([&] { decodeSession(bytes, QStringLiteral("some/a.mayfly")); });
    QVERIFY2(sentence.contains(QLatin1String("some/a.mayfly")), qPrintable(sentence));
    QVERIFY2(sentence.contains(about), qPrintable(sentence));
    QCOMPARE(sentence.count(u'\n'), 0);
}

void TestSessionFile::whatIsAbsentHasADefault() {
    const SavedSession saved = decodeSession(R"({"mayfly":1,"later":true})", QStringLiteral("a.mayfly"));
    SavedSession expected;
    expected.model = QStringLiteral("built-in");
    QCOMPARE(saved, expected);
}

/// The editor would have to cut it.
void TestSessionFile::aTextThatIsTooLongIsRefused() {
    const QString file = QStringLiteral("some/a.mayfly");
    SavedSession saved = example();
    saved.text = QString(longestText, u'x');
    saved.kept = saved.text;
    QCOMPARE(decodeSession(encodeSession(saved), file), saved);
    for (const bool before : {false, true}) {
        SavedSession longer = saved;
        (before ? *longer.kept : longer.text) += u'x';
        const QString sentence = refusal([&] { decodeSession(encodeSession(longer), file); });
        QVERIFY2(sentence.startsWith(file) && sentence.endsWith(u'.'), qPrintable(sentence));
    }
}

void TestSessionFile::aKeyAloneIsNoPin() {
    const auto pin = [](const QByteArray& members) {
        return decodeSession(R"({"mayfly":1,"pin":{)" + members + "}}", QStringLiteral("a.mayfly")).pin;
    };
    QCOMPARE(pin(R"("key":1,"head":1)"), graph::Focus());
    QCOMPARE(pin(R"("query":2,"key":1)"), (graph::Focus{2, 1, -1}));
}

void TestSessionFile::tokensComeBackWithTheirSnapshot() {
    const auto model = fixture::tiny();
    const SnapshotPtr first = takeSnapshot(model, "The cat hat");
    const SnapshotPtr snapshot = takeSnapshot(model, "The hat", {}, first.get()); // identities 1 and 3
    Document document;
    document.text = QStringLiteral("The hat");
    document.heads = {{0, 0}, {1, 1}};
    document.pin = Pin{3, 1, mayfly::HeadIndex{1, 1}};
    document.moved.insert(3, {4, 5});
    document.moved.insert(2, {9, 9}); // of a token that is gone
    const SavedSession saved = toSave(document, {1, 0, 1}, snapshot.get(), QStringLiteral("m"));
    QCOMPARE(saved.moved.size(), std::size_t(1));
    Document restored = restore(saved);
    QVERIFY(!restored.pin && restored.moved.isEmpty());
    restoreTokens(saved, *snapshot, restored);
    document.moved.remove(2);
    QVERIFY(restored == document);
}

void TestSessionFile::tokensThatAreGoneAreLeftOut() {
    const SnapshotPtr snapshot = takeSnapshot(fixture::tiny(), "The");
    Document document = restore(example());
    restoreTokens(example(), *snapshot, document);
    QVERIFY(!document.pin);
    QCOMPARE(document.moved.size(), 1);
}

void TestSessionFile::aFileIsWrittenWhole() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("s.mayfly"));
    writeSession(example(), file);
    QCOMPARE(readSession(file), example());
    QFile big(file);
    QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(qint64(17) << 20));
    QVERIFY(refusal([&] { readSession(file); }).contains(file));
}

void TestSessionFile::anUnwritablePlaceKeepsWhatWasThere() {
    const QTemporaryDir folder;
    const QString parent = folder.filePath(QStringLiteral("file"));
    QFile file(parent);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("kept") == 4);
    file.close();
    const QString beneath = parent + QStringLiteral("/s.mayfly");
    QVERIFY(refusal([&] { writeSession(example(), beneath); }).contains(beneath));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("kept"));
    if (QFile::exists(QStringLiteral("/dev/full")))
        QVERIFY(!refusal([] { writeSession(example(), QStringLiteral("/dev/full/s.mayfly")); }).isEmpty());
}

void TestSessionFile::aFileThatIsNotThereIsNamed() {
    const QString sentence = refusal([] { readSession(QStringLiteral("/no/such.mayfly")); });
    QVERIFY2(sentence.contains(QLatin1String("/no/such.mayfly")), qPrintable(sentence));
}

void TestSessionFile::whatIsNoFileIsNotWaitedFor_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"pipe", "device", "folder", "circle of links", "dead link"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestSessionFile::whatIsNoFileIsNotWaitedFor() {
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("s.mayfly"));
    if (kind == QLatin1String("pipe")) QCOMPARE(mkfifo(qPrintable(file), 0600), 0);
    if (kind == QLatin1String("folder")) QVERIFY(QDir().mkdir(file));
    if (kind == QLatin1String("device")) QVERIFY(QFile::link(QStringLiteral("/dev/zero"), file));
    if (kind == QLatin1String("circle of links")) QVERIFY(QFile::link(file, file));
    if (kind == QLatin1String("dead link")) QVERIFY(QFile::link(QStringLiteral("nowhere"), file));
    const QString sentence = refusal([&] { readSession(file); });
    QVERIFY2(sentence.contains(file) && sentence.endsWith(u'.'), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
