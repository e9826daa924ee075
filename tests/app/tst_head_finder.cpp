#include "probe_fixture.h"
#include "snapshot_fixture.h"

#include "app/heads/head_finder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using mayfly::HeadIndex;

class TestHeadFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void allLayersAreRanked();
    void itFollowsTheText();
    void aMaskedPairHasNoHeads();
    void withoutAPairItSaysHow_data();
    void withoutAPairItSaysHow();
    void anotherModelIsRankedAnew();
    void keysAndClicksShowAHead();
    void theHeadThatWasWalkedToStays();
    void labelsAreInTheList();

private:
    bool isRanked(const SnapshotPtr& snapshot, int query, int key) const;

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    std::unique_ptr<HeadFinder> m_finder;
};

void TestHeadFinder::initTestCase() {
    qRegisterMetaType<HeadIndex>("mayfly::HeadIndex");
    QLocale::setDefault(QLocale::c());
}

void TestHeadFinder::init() {
    m_finder = std::make_unique<HeadFinder>();
    m_finder->resize(300, 300);
    m_finder->QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(m_finder.get()));
}

/// Whether the list has that pair's weights, all that there are, heaviest first.
bool TestHeadFinder::isRanked(const SnapshotPtr& snapshot, int query, int key) const {
    const auto& rows = m_finder->list()->rows();
    const auto isRight = [&](const mayfly::ScoredHead& row) {
        return row.score == snapshot->trace->weight(row.head, query, key);
    };
    std::size_t heads = 0;
    for (int layer = 0; layer < snapshot->trace->layers(); ++layer)
        for (int head = 0; head < snapshot->trace->heads(); ++head)
            heads += snapshot->trace->weight({layer, head}, query, key) > 0;
    return rows.size() == heads && heads > 3 && std::all_of(rows.begin(), rows.end(), isRight) &&
           std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
}

void TestHeadFinder::allLayersAreRanked() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(snapshot, {.query = 3, .key = 0});
    QTRY_VERIFY(isRanked(snapshot, 3, 0));
    QVERIFY2(m_finder->sentence().contains(QStringLiteral("the \u2192 the")), qPrintable(m_finder->sentence()));
    m_finder->setPin(snapshot, {.query = 4, .key = 1});
    QTRY_VERIFY(isRanked(snapshot, 4, 1));
}

void TestHeadFinder::itFollowsTheText() {
    const SnapshotPtr before = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(before, {.query = 4, .key = 1});
    QTRY_VERIFY(isRanked(before, 4, 1));
    const SnapshotPtr after = takeSnapshot(m_model, "one cat and the hat", {}, before.get());
    QVERIFY(!isRanked(after, 4, 1));
    m_finder->setPin(after, {.query = 4, .key = 1});
    QVERIFY(isRanked(before, 4, 1)); // no blink: the old ranking stands until the new one is there
    QTRY_VERIFY(isRanked(after, 4, 1));
}

void TestHeadFinder::aMaskedPairHasNoHeads() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(snapshot, {.query = 3, .key = 0});
    QTRY_VERIFY(isRanked(snapshot, 3, 0));
    m_finder->setPin(snapshot, {.query = 0, .key = 3});
    QTRY_VERIFY(m_finder->list()->rows().empty());
}

void TestHeadFinder::withoutAPairItSaysHow_data() {
    QTest::addColumn<int>("query");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << -1 << -1 << QStringLiteral("Pin an edge");
    QTest::newRow("a token") << 1 << -1 << QStringLiteral("Shift+click another token");
    QTest::newRow("a token that is gone") << 99 << -1 << QStringLiteral("Pin an edge");
    QTest::newRow("a key that is gone") << 1 << 99 << QStringLiteral("Pin an edge");
}

void TestHeadFinder::withoutAPairItSaysHow() {
    QFETCH(int, query);
    QFETCH(int, key);
    QFETCH(QString, says);
    const SnapshotPtr snapshot = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(snapshot, {.query = 3, .key = 0});
    QTRY_VERIFY(isRanked(snapshot, 3, 0));
    m_finder->setPin(snapshot, {.query = query, .key = key});
    QVERIFY2(m_finder->sentence().startsWith(says), qPrintable(m_finder->sentence()));
    QVERIFY(!m_finder->list()->isVisible());
    QVERIFY(m_finder->list()->rows().empty());
}

void TestHeadFinder::anotherModelIsRankedAnew() {
    const SnapshotPtr large = takeSnapshot(m_model, "The cat");
    m_finder->setPin(large, {.query = 1, .key = 0});
    QTRY_VERIFY(isRanked(large, 1, 0));
    const SnapshotPtr small = takeSnapshot(fixture::tiny(), "The cat");
    m_finder->setPin(small, {.query = 1, .key = 0});
    QVERIFY(m_finder->list()->rows().empty()); // heads of the one say nothing of the other
    QTRY_VERIFY(isRanked(small, 1, 0));
    m_finder->setPin(nullptr, {});
    QVERIFY(m_finder->list()->rows().empty());
}

void TestHeadFinder::keysAndClicksShowAHead() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(snapshot, {.query = 3, .key = 0});
    QTRY_VERIFY(isRanked(snapshot, 3, 0));
    QSignalSpy chosen(m_finder.get(), &HeadFinder::headChosen);
    HeadList* list = m_finder->list();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Enter);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(qvariant_cast<HeadIndex>(chosen[0][0]) == list->rows()[1].head);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
    QCOMPARE(chosen.count(), 2);
    QVERIFY(qvariant_cast<HeadIndex>(chosen[1][0]) == list->rows()[2].head);
}

void TestHeadFinder::theHeadThatWasWalkedToStays() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(snapshot, {.query = 3, .key = 0});
    QTRY_VERIFY(isRanked(snapshot, 3, 0));
    HeadList* list = m_finder->list();
    list->setCurrentIndex(list->model()->index(5, 0));
    const HeadIndex head = list->rows()[5].head;
    m_finder->setPin(snapshot, {.query = 4, .key = 1});
    QTRY_VERIFY(isRanked(snapshot, 4, 1));
    QVERIFY(list->rows()[std::size_t(list->currentIndex().row())].head == head);
}

void TestHeadFinder::labelsAreInTheList() {
    const SnapshotPtr snapshot = takeSnapshot(m_model, "the cat and the hat");
    m_finder->setPin(snapshot, {.query = 3, .key = 0});
    QTRY_VERIFY(isRanked(snapshot, 3, 0));
    const HeadIndex first = m_finder->list()->rows()[0].head;
    const QModelIndex word = m_finder->list()->model()->index(0, 2);
    QVERIFY(word.data().toString().isEmpty());
    m_finder->setProbe(fixture::probeOf(4, 8, {{{first, 0.9F}, mayfly::HeadLabel::Duplicate}}));
    QCOMPARE(word.data().toString(), QStringLiteral("duplicate token"));
}

QTEST_MAIN(TestHeadFinder)
#include "tst_head_finder.moc"
