#include "snapshot_fixture.h"

#include "app/inspector/chart_panel.h"
#include "app/inspector/inspector.h"
#include "app/inspector/pair_text.h"

#include <QLabel>
#include <QTest>

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEdgeShowsItsChain();
    void theHeadIsThatOfTheSlot();
    void aTokenShowsItsNeighbours();
    void whatIsGoneIsNotShown();

private:
    bool says(const QString& part) const;

    std::shared_ptr<const mayfly::Model> m_model = fixture::tiny();
    SnapshotPtr m_snapshot = takeSnapshot(m_model, "The cat hat");
    std::unique_ptr<Inspector> m_inspector;
};

void TestInspector::init() {
    m_inspector = std::make_unique<Inspector>();
    m_inspector->setSnapshot(m_snapshot);
    m_inspector->setHeads({{0, 1}, {1, 0}});
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

/// Whether a label that is seen contains the words.
bool TestInspector::says(const QString& part) const {
    for (const QLabel* label : m_inspector->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(part)) return true;
    return false;
}

void TestInspector::anEdgeShowsItsChain() {
    const auto* chart = m_inspector->findChild<ChartPanel*>();
    QVERIFY(!chart->isVisible());
    m_inspector->show({2, 1, 0});
    const mayfly::PairReading pair = mayfly::readPair(*m_snapshot->trace, {0, 1}, 2, 1);
    for (const QString& part :
         {QStringLiteral("hat"), QStringLiteral("cat"), QStringLiteral("0.1"), pairtext::number(double(pair.dot)),
          pairtext::number(double(pair.scale)), pairtext::number(double(pair.scaled)),
          pairtext::number(double(pair.logSumExp)), pairtext::weight(pair), pairtext::number(double(pair.reverseDot))})
        QVERIFY2(says(part), qPrintable(part));
    QVERIFY(chart->isVisible());
    m_inspector->show(graph::Focus{});
    QVERIFY(!chart->isVisible());
    QVERIFY(says(QStringLiteral("Point at an edge")));
}

void TestInspector::theHeadIsThatOfTheSlot() {
    m_inspector->show({2, 1, 1});
    QVERIFY(says(pairtext::number(double(mayfly::readPair(*m_snapshot->trace, {1, 0}, 2, 1).dot))));
    m_inspector->setHeads({{0, 0}}); // the slot is no more: the head that there is
    QVERIFY(says(QStringLiteral("0.0")));
}

void TestInspector::aTokenShowsItsNeighbours() {
    m_inspector->show({1, -1, -1});
    QVERIFY(says(QStringLiteral("\u00b7cat")));
    m_inspector->setReading(mayfly::readToken(*m_snapshot->trace, {0, 1}, 1, 8));
    QVERIFY(says(QStringLiteral("who attends to it")));
    QVERIFY(says(pairtext::number(double(m_snapshot->trace->weight({0, 1}, 1, 0)))));
    QVERIFY(says(pairtext::number(double(m_snapshot->trace->weight({0, 1}, 2, 1)))));
    m_inspector->setReading(mayfly::readToken(*m_snapshot->trace, {0, 1}, 2, 8)); // of another token: not its numbers
    QVERIFY(!says(QStringLiteral("who attends to it")));
}

void TestInspector::whatIsGoneIsNotShown() {
    m_inspector->show({2, 1, 0});
    m_inspector->setSnapshot(takeSnapshot(m_model, "The"));
    QVERIFY(says(QStringLiteral("Point at an edge")));
    QVERIFY(!m_inspector->findChild<ChartPanel*>()->isVisible());
    m_inspector->setColours(Palette::dark());
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
