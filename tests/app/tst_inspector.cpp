#include "snapshot_fixture.h"

#include "app/inspector/chain_panel.h"
#include "app/inspector/chain_text.h"
#include "app/inspector/chart_panel.h"
#include "app/inspector/inspector.h"
#include "app/inspector/pair_text.h"
#include "app/inspector/vector_strip.h"
#include "engine/reading/asymmetry.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <cmath>

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEdgeShowsItsChain();
    void theHeadIsThatOfTheSlot();
    void theChainIsCopied();
    void everyNumberHasAPlaceToCopy();
    void theBarsStandInEitherOrder();
    void vectorsAreThoseOfTheTrace_data();
    void vectorsAreThoseOfTheTrace();
    void theAsymmetryIsThatOfTheHead();
    void nothingIsCutOffInANarrowPanel();
    void aTokenShowsItsNeighbours();
    void severalHeadsEachShowTheirs();
    void aWordShowsWhatItsTokensDo();
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
         {QStringLiteral("hat"), QStringLiteral("cat"), QStringLiteral("0.1"), pairtext::number(pair.dot),
          pairtext::factor(pair.scale), pairtext::number(pair.scaled), pairtext::factor(std::exp(pair.logSumExp)),
          pairtext::factor(pair.weight), pairtext::number(pair.reverseDot), pairtext::number(pair.normQ)})
        QVERIFY2(says(part), qPrintable(part));
    QVERIFY(chart->isVisible());
    m_inspector->show(graph::Focus{});
    QVERIFY(!chart->isVisible());
    QVERIFY(says(QStringLiteral("Point at an edge")));
}

void TestInspector::theHeadIsThatOfTheSlot() {
    m_inspector->show({2, 1, 1});
    QVERIFY(says(pairtext::number(mayfly::readPair(*m_snapshot->trace, {1, 0}, 2, 1).dot)));
    m_inspector->setHeads({{0, 0}}); // the slot is no more: the head that there is
    QVERIFY(says(QStringLiteral("0.0")));
}

void TestInspector::theChainIsCopied() {
    m_inspector->show({2, 1, 0});
    mayfly::Chain chain = mayfly::readChain(*m_snapshot->trace, *m_model, {0, 1}, 2, 1);
    chain.asymmetry = mayfly::asymmetry(*m_snapshot->trace, {0, 1});
    QTRY_VERIFY(says(pairtext::number(*chain.asymmetry)));
    const QList<QAction*> copies = m_inspector->findChild<QToolButton*>()->menu()->actions();
    QCOMPARE(copies.size(), 2);
    copies[0]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), chaintext::plain(*m_snapshot, chain, 12));
    copies[1]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), chaintext::latex(*m_snapshot, chain, 12));
    m_inspector->show(graph::Focus{});
    QVERIFY(!m_inspector->findChild<QToolButton*>()->isVisible());
}

void TestInspector::everyNumberHasAPlaceToCopy() {
    m_inspector->resize(300, 900);
    m_inspector->show({2, 1, 0});
    const mayfly::Chain chain = mayfly::readChain(*m_snapshot->trace, *m_model, {0, 1}, 2, 1);
    const auto* panel = m_inspector->findChild<ChainPanel*>();
    QCoreApplication::processEvents();
    QSet<QString> found;
    for (int y = 0; y < panel->height(); y += 3)
        for (int x = 0; x < panel->width(); x += 2) found.insert(panel->numberAt({x, y}));
    for (const double value : {chain.pair.dot, chain.pair.scaled, chain.pair.weight, chain.pair.terms[0].product,
                               chain.contribution, chain.parts->content})
        QVERIFY2(found.contains(QString::fromUtf8(chaintext::number(value))), chaintext::number(value));
    for (const float value : m_snapshot->trace->query({0, 1}, 2)) // the cells of a strip
        QVERIFY(found.contains(QString::number(double(value), 'g', 9)));
}

void TestInspector::theBarsStandInEitherOrder() {
    m_inspector->show({2, 1, 0});
    const auto* chart = m_inspector->findChild<ChartPanel*>();
    const QStringList largest = chart->written();
    m_inspector->findChild<QComboBox*>()->setCurrentIndex(1);
    const QStringList inOrder = chart->written();
    QVERIFY(largest != inOrder);
    QCOMPARE(QSet<QString>(largest.begin(), largest.end()), QSet<QString>(inOrder.begin(), inOrder.end()));
    double sum = 0;
    for (qsizetype i = 1; i < largest.size(); i += 2) sum += QString(largest[i]).replace(u'\u2212', u'-').toDouble();
    const double dot = mayfly::readPair(*m_snapshot->trace, {0, 1}, 2, 1).dot;
    QVERIFY(std::abs(sum - dot) <= 5e-5 * double(largest.size() / 2));
}

void TestInspector::vectorsAreThoseOfTheTrace_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("turned");
    QTest::newRow("positions added") << QStringLiteral("tiny_gpt2") << false;
    QTest::newRow("rotations") << QStringLiteral("families/llama") << true;
}

void TestInspector::vectorsAreThoseOfTheTrace() {
    QFETCH(QString, name);
    QFETCH(bool, turned);
    const auto model = mayfly::Model::load((QStringLiteral(MAYFLY_TEST_DATA "/") + name).toStdString());
    const SnapshotPtr snapshot = takeSnapshot(model, std::vector<mayfly::TokenId>{3, 5, 7});
    m_inspector->setSnapshot(snapshot);
    m_inspector->show({2, 1, 0});
    QHash<QString, std::vector<float>> strips;
    for (const VectorStrip* strip : m_inspector->findChildren<VectorStrip*>())
        if (strip->isVisibleTo(m_inspector.get())) strips[strip->name()] = strip->values();
    QCOMPARE(strips[QStringLiteral("q")], snapshot->trace->query({0, 1}, 2));
    QCOMPARE(strips[QStringLiteral("k")], snapshot->trace->key({0, 1}, 1));
    QVERIFY(std::ranges::equal(strips[QStringLiteral("xi")], snapshot->trace->residual(0, 2)));
    QVERIFY(std::ranges::equal(strips[QStringLiteral("xj")], snapshot->trace->residual(0, 1)));
    QCOMPARE(strips.contains(QStringLiteral("q\u2070")), turned);
    QCOMPARE(strips.contains(QStringLiteral("k\u2070")), turned);
}

void TestInspector::theAsymmetryIsThatOfTheHead() {
    const QString first = pairtext::number(mayfly::asymmetry(*m_snapshot->trace, {0, 1}));
    const QString second = pairtext::number(mayfly::asymmetry(*m_snapshot->trace, {1, 0}));
    m_inspector->show({2, 1, 0});
    m_inspector->show({2, 1, 1}); // before the answer for the other
    QTRY_VERIFY(says(second));
    QVERIFY(!says(first));
    m_inspector->show({2, 1, 0});
    QVERIFY(!says(second));
    QTRY_VERIFY(says(first));
    m_inspector->show({2, 0, 0}); // the same head: known already
    QVERIFY(says(first));
}

void TestInspector::nothingIsCutOffInANarrowPanel() {
    m_inspector->resize(240, 400);
    m_inspector->show({2, 1, 0});
    QCoreApplication::processEvents();
    const auto* panel = m_inspector->findChild<ChainPanel*>();
    QVERIFY(panel->width() <= m_inspector->width());
    for (const QLabel* label : panel->findChildren<QLabel*>())
        if (label->isVisible()) QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
}

void TestInspector::aTokenShowsItsNeighbours() {
    m_inspector->show({1, -1, -1});
    QVERIFY(says(QStringLiteral("\u00b7cat")));
    m_inspector->setReadings({mayfly::readWord(*m_snapshot->trace, {0, 1}, 1, 2, 8)});
    QVERIFY(says(QStringLiteral("who attends to it")));
    QVERIFY(says(pairtext::number(double(m_snapshot->trace->weight({0, 1}, 1, 0)))));
    QVERIFY(says(pairtext::number(double(m_snapshot->trace->weight({0, 1}, 2, 1)))));
    m_inspector->setReadings({mayfly::readWord(*m_snapshot->trace, {0, 1}, 2, 3, 8)}); // of another token: not its numbers
    QVERIFY(!says(QStringLiteral("who attends to it")));
}

void TestInspector::severalHeadsEachShowTheirs() {
    m_inspector->setHeads({{0, 1}, {1, 0}});
    m_inspector->show({2, -1, -1});
    m_inspector->setReadings({mayfly::readWord(*m_snapshot->trace, {0, 1}, 2, 3, 8), mayfly::readWord(*m_snapshot->trace, {1, 0}, 2, 3, 8)});
    for (const mayfly::HeadIndex head : {mayfly::HeadIndex{0, 1}, mayfly::HeadIndex{1, 0}}) {
        QVERIFY(says(QString::fromStdString(mayfly::toString(head))));
        for (const int key : {0, 1, 2})
            QVERIFY(says(pairtext::number(double(m_snapshot->trace->weight(head, 2, key)))));
    }
    m_inspector->setReadings({}); // a picture in which nothing is pointed out
    QVERIFY(says(QStringLiteral("1.0")));
}

void TestInspector::aWordShowsWhatItsTokensDo() {
    m_inspector->show({1, -1, -1, 3});
    QVERIFY(says(m_snapshot->exact[1] + m_snapshot->exact[2]));
    m_inspector->setReadings({mayfly::readWord(*m_snapshot->trace, {0, 1}, 1, 2, 8)}); // of its first token alone
    QVERIFY(!says(QStringLiteral("who attends to it")));
    m_inspector->setReadings({mayfly::readWord(*m_snapshot->trace, {0, 1}, 1, 3, 8)});
    const double mean =
        (double(m_snapshot->trace->weight({0, 1}, 1, 0)) + double(m_snapshot->trace->weight({0, 1}, 2, 0))) / 2;
    QVERIFY(says(pairtext::number(mean)));
    QVERIFY(says(QStringLiteral("A word of 2")));
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
