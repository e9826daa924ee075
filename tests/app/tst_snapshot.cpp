#include "snapshot_fixture.h"

#include "engine/error.h"

#include <QTest>

#include <cmath>

namespace {

/// The largest difference of all weights of two snapshots of as many tokens.
double largestDifference(const Snapshot& a, const Snapshot& b) {
    double largest = 0;
    for (int layer = 0; layer < a.trace->layers(); ++layer)
        for (int head = 0; head < a.trace->heads(); ++head)
            for (int i = 0; i < a.size(); ++i)
                for (int j = 0; j <= i; ++j)
                    largest = std::max(largest, std::abs(double(a.trace->weight({layer, head}, i, j)) -
                                                         double(b.trace->weight({layer, head}, i, j))));
    return largest;
}

QList<int> identitiesOf(const Snapshot& snapshot) {
    return {snapshot.identity.begin(), snapshot.identity.end()};
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensTileTheText();
    void labelsShowWhatTokensAre();
    void anEditKeepsIdentities_data();
    void anEditKeepsIdentities();
    void anotherModelKeepsNone();
    void numbersAreNeverUsedTwice();
    void startingFromBeforeChangesNothing();
    void anotherExperimentStartsAfresh();
    void tokensBeyondTheContextAreLeftOut();
    void anEmptyTextHasNothing();
    void givingUpAnswersNothing();
    void idsNeedNoText();
    void theSheetIsTheMaps();

private:
    std::shared_ptr<const mayfly::Model> m_model = fixture::tiny();
};

void TestSnapshot::tokensTileTheText() {
    const QByteArray text = QStringLiteral("The cat, é \U0001F431!").toUtf8();
    const SnapshotPtr snapshot = takeSnapshot(m_model, text);
    std::size_t at = 0;
    for (const mayfly::Token& token : snapshot->tokens) {
        QCOMPARE(token.begin, at);
        at = token.end;
    }
    QCOMPARE(at, std::size_t(text.size()));
    QCOMPARE(snapshot->text, text);
}

void TestSnapshot::labelsShowWhatTokensAre() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "The cat");
    QCOMPARE(QStringList(snapshot->exact.begin(), snapshot->exact.end()),
             (QStringList{QStringLiteral("The"), QStringLiteral("\u00b7cat")}));
    QCOMPARE(QStringList(snapshot->labels.begin(), snapshot->labels.end()),
             (QStringList{QStringLiteral("The"), QStringLiteral("cat")}));
    QCOMPARE(snapshot->next.size(), snapshot->nextTexts.size());
    QVERIFY(!snapshot->next.empty());
}

void TestSnapshot::anEditKeepsIdentities_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QList<int>>("identities"); // those of `before` are 1, 2, ...
    const auto row = [](const char* name, const char* before, const char* after, const QList<int>& identities) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << identities;
    };
    row("first text", "", "The cat", {1, 2});
    row("same text", "The cat", "The cat", {1, 2});
    row("at the end", "The cat", "The cat hat", {1, 2, 3});
    row("in the middle", "The cat", "The hat cat", {1, 3, 2});
    row("at the beginning", " cat hat", "The cat hat", {3, 1, 2});
    row("a letter after a word", "The cat hat", "The cats hat", {1, 2, 4, 3});
    row("a word that grows stays itself", "The c hat", "The cat hat", {1, 2, 3});
    row("deleted", "The cat hat", "The hat", {1, 3});
    row("all deleted", "The cat hat", "", {});
}

void TestSnapshot::anEditKeepsIdentities() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QList<int>, identities);
    const SnapshotPtr first = takeSnapshot(m_model, before);
    const SnapshotPtr second = takeSnapshot(m_model, after, {}, first.get());
    QCOMPARE(identitiesOf(*second), identities);
    for (std::size_t i = 0; i < second->identity.size(); ++i) QCOMPARE(second->indexOf(second->identity[i]), int(i));
    QCOMPARE(second->indexOf(99), -1);
}

void TestSnapshot::anotherModelKeepsNone() {
    const SnapshotPtr first = takeSnapshot(m_model, "The cat hat");
    const SnapshotPtr shorter = takeSnapshot(m_model, " hat", {}, first.get());
    QCOMPARE(identitiesOf(*shorter), QList<int>{3});
    const SnapshotPtr other = takeSnapshot(fixture::tiny(), " hat", {}, shorter.get());
    QCOMPARE(identitiesOf(*other), QList<int>{1});
    QVERIFY(other->model != shorter->model);
}

void TestSnapshot::numbersAreNeverUsedTwice() {
    const SnapshotPtr first = takeSnapshot(m_model, "The cat");
    const SnapshotPtr shorter = takeSnapshot(m_model, "The", {}, first.get());
    const SnapshotPtr again = takeSnapshot(m_model, "The cat", {}, shorter.get());
    QCOMPARE(identitiesOf(*again), (QList<int>{1, 3}));
}

void TestSnapshot::startingFromBeforeChangesNothing() {
    SnapshotPtr before;
    for (const char* text :
         {"The cat", "The cat, the hat", "The cat, the the hat", "The hat", "", "in the cat", "in"}) {
        const SnapshotPtr edited = takeSnapshot(m_model, text, {}, before.get());
        const SnapshotPtr fresh = takeSnapshot(m_model, text);
        QCOMPARE(edited->tokens, fresh->tokens);
        QCOMPARE(edited->labels, fresh->labels);
        QCOMPARE(edited->exact, fresh->exact);
        QCOMPARE(edited->nextTexts, fresh->nextTexts);
        QCOMPARE(edited->maps.side, fresh->maps.side);
        QVERIFY(largestDifference(*edited, *fresh) < 1e-6);
        QCOMPARE(edited->maps.levels, fresh->maps.levels);
        before = edited;
    }
}

/// Weights under another temperature have nothing to do with those before.
void TestSnapshot::anotherExperimentStartsAfresh() {
    mayfly::Experiment hot;
    hot.temperature = 4;
    const SnapshotPtr before = takeSnapshot(m_model, "The cat, the hat");
    const SnapshotPtr after = takeSnapshot(m_model, "The cat, the hat", hot, before.get());
    QCOMPARE(after->maps.levels, takeSnapshot(m_model, "The cat, the hat", hot)->maps.levels);
    QVERIFY(after->maps.levels != before->maps.levels);
}

void TestSnapshot::tokensBeyondTheContextAreLeftOut() {
    const SnapshotPtr fits = fixture::snapshotOf(m_model, 32);
    QCOMPARE(fits->size(), 32);
    QCOMPARE(fits->leftOut, 0);
    const SnapshotPtr snapshot = fixture::snapshotOf(m_model, 40);
    QCOMPARE(snapshot->size(), 32);
    QCOMPARE(snapshot->leftOut, 8);
    QCOMPARE(snapshot->labels.size(), std::size_t(32));
    QCOMPARE(snapshot->trace->tokens(), 32);
    QVERIFY(std::size_t(snapshot->text.size()) > snapshot->tokens.back().end); // the text stays whole
}

void TestSnapshot::anEmptyTextHasNothing() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "");
    QCOMPARE(snapshot->size(), 0);
    QVERIFY(snapshot->sheet.isNull());
    QVERIFY(snapshot->next.empty());
}

void TestSnapshot::givingUpAnswersNothing() {
    QVERIFY(takeSnapshot(m_model, "The cat", {}, nullptr, [] { return true; }) == nullptr);
}

void TestSnapshot::idsNeedNoText() {
    const SnapshotPtr typed = takeSnapshot(m_model, "The cat, the hat");
    std::vector<mayfly::TokenId> ids;
    for (const mayfly::Token& token : typed->tokens) ids.push_back(token.id);
    const SnapshotPtr given = takeSnapshot(m_model, ids);
    QCOMPARE(given->text, typed->text);
    QCOMPARE(given->tokens, typed->tokens);
    QVERIFY(largestDifference(*given, *typed) < 1e-6);
}

void TestSnapshot::theSheetIsTheMaps() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "The cat");
    QCOMPARE(snapshot->sheet.size(), QSize(4, 4));
    QCOMPARE(snapshot->sheet.pixelIndex(0, 0), 255); // the first token attends to itself alone
    QCOMPARE(snapshot->sheet.pixelIndex(1, 0), 0);
    const double weight = double(snapshot->trace->weight({1, 1}, 1, 0));
    QCOMPARE(snapshot->sheet.pixelIndex(2, 3), int(std::lround(255 * std::sqrt(weight))));
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
