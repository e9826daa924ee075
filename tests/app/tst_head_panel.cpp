#include "probe_fixture.h"
#include "snapshot_fixture.h"

#include "app/heads/head_panel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using mayfly::HeadIndex;
using mayfly::HeadLabel;

namespace {

using Heads = std::vector<HeadIndex>;

Heads headsOf(const QSignalSpy& spy) {
    Heads heads;
    for (const QVariantList& call : spy) heads.push_back(qvariant_cast<HeadIndex>(call.front()));
    return heads;
}

Heads listed(const HeadPanel& panel) {
    Heads heads;
    for (const mayfly::ScoredHead& row : panel.list()->rows()) heads.push_back(row.head);
    return heads;
}

QStringList items(const QComboBox& box) {
    QStringList texts;
    for (int i = 0; i < box.count(); ++i) texts.append(box.itemText(i));
    return texts;
}

/// How far the cell's pixels are from the paper, on average.
double inkOf(const HeadPanel& panel, HeadIndex head) {
    HeadGrid& grid = *panel.grid();
    const QRect cell = layoutHeadGrid(4, 8, grid.viewport()->width()).cellOf(head).toAlignedRect();
    const QImage image = grid.viewport()->grab(cell).toImage();
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) sum += 255 - qGray(image.pixel(x, y));
    return sum / (image.width() * image.height());
}

} // namespace

class TestHeadPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theFilterOffersWhatThereIs();
    void filteredHeadsStandOut();
    void aFilterOutlivesTheNextProbeIfItCan();
    void theListIsByScore();
    void theListIsWalkedByKeys();
    void theBestIsGoneTo_data();
    void theBestIsGoneTo();
    void withoutAFilterTheBestIsAskedFor();
    void marksAreOnTheThumbnails();
    void theRemarkTellsTheProbe();
    void aNewModelHasNoLabels();
    void tooltipsAndScreenReadersHaveTheLabel();

private:
    QComboBox& box(int which) const { return *m_panel->findChildren<QComboBox*>()[which]; }

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    std::shared_ptr<const mayfly::HeadProbe> m_probe =
        fixture::probeOf(4, 8, {{{{1, 2}, 0.6F}, HeadLabel::Induction},
                                {{{3, 5}, 0.9F}, HeadLabel::Induction},
                                {{{0, 1}, 0.7F}, HeadLabel::Previous},
                                {{{2, 2}, 0.8F}, HeadLabel::Sink}});
    std::unique_ptr<HeadPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void TestHeadPanel::initTestCase() {
    qRegisterMetaType<HeadIndex>("mayfly::HeadIndex");
    QLocale::setDefault(QLocale::c());
}

void TestHeadPanel::init() {
    m_panel = std::make_unique<HeadPanel>();
    m_panel->resize(400, 400);
    m_panel->setSnapshot(fixture::snapshotOf(m_model, 6));
    m_panel->setProbe(m_probe);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_chosen = std::make_unique<QSignalSpy>(m_panel.get(), &HeadPanel::headChosen);
}

void TestHeadPanel::theFilterOffersWhatThereIs() {
    QCOMPARE(items(box(0)), (QStringList{QStringLiteral("All heads"), QStringLiteral("previous token (1)"),
                                         QStringLiteral("induction (2)"), QStringLiteral("sink (1)"),
                                         QStringLiteral("broad (28)")}));
    for (const QComboBox* each : m_panel->findChildren<QComboBox*>()) QVERIFY(!each->accessibleName().isEmpty());
}

void TestHeadPanel::filteredHeadsStandOut() {
    const double induction = inkOf(*m_panel, {1, 2});
    const double sink = inkOf(*m_panel, {2, 2});
    m_panel->setFilter(HeadLabel::Induction);
    QCOMPARE(inkOf(*m_panel, {1, 2}), induction);
    QVERIFY(inkOf(*m_panel, {2, 2}) < sink / 2);
    QCOMPARE(listed(*m_panel), (Heads{{3, 5}, {1, 2}}));
    m_panel->setFilter({});
    QCOMPARE(inkOf(*m_panel, {2, 2}), sink);
    QCOMPARE(listed(*m_panel).size(), std::size_t(32));
}

void TestHeadPanel::aFilterOutlivesTheNextProbeIfItCan() {
    m_panel->setFilter(HeadLabel::Sink);
    m_panel->setProbe(fixture::probeOf(4, 8, {{{{3, 3}, 0.5F}, HeadLabel::Sink}}));
    QVERIFY(m_panel->filter() == HeadLabel::Sink);
    QCOMPARE(listed(*m_panel), (Heads{{3, 3}}));
    m_panel->setProbe(fixture::probeOf(4, 8, {}));
    QVERIFY(!m_panel->filter());
}

void TestHeadPanel::theListIsByScore() {
    Heads heads = listed(*m_panel);
    QCOMPARE(heads.size(), std::size_t(32));
    QVERIFY(heads[4] == (HeadIndex{0, 0})); // broad heads claim nothing: they come last, in place
    heads.resize(4);
    QCOMPARE(heads, (Heads{{3, 5}, {2, 2}, {0, 1}, {1, 2}}));
    const QAbstractItemModel& rows = *m_panel->list()->model();
    const auto text = [&](int row, int column) { return rows.index(row, column).data().toString(); };
    QCOMPARE(text(0, 0), QStringLiteral("3.5"));
    QCOMPARE(text(0, 1), QStringLiteral("0.90"));
    QCOMPARE(text(0, 2), QStringLiteral("induction"));
    QCOMPARE(text(4, 1), QStringLiteral("\u2013"));
    QVERIFY(rows.index(0, 0).data(Qt::ToolTipRole).toString().contains(QLatin1String("random tokens")));
}

void TestHeadPanel::theListIsWalkedByKeys() {
    QVERIFY(!m_panel->list()->isVisible());
    m_panel->setSorted(true);
    QVERIFY(m_panel->list()->isVisible());
    HeadList* list = m_panel->list();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(m_chosen->count(), 0);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(headsOf(*m_chosen), (Heads{{2, 2}}));
    const QRect third = list->visualRect(list->model()->index(2, 2));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(headsOf(*m_chosen), (Heads{{2, 2}, {0, 1}}));
    m_panel->setFilter(HeadLabel::Previous);
    QCOMPARE(list->currentIndex().row(), 0); // still at 0.1, which is now the only one
}

void TestHeadPanel::theBestIsGoneTo_data() {
    QTest::addColumn<int>("label");
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("head");
    QTest::newRow("induction") << int(HeadLabel::Induction) << 3 << 5;
    QTest::newRow("previous") << int(HeadLabel::Previous) << 0 << 1;
    QTest::newRow("sink") << int(HeadLabel::Sink) << 2 << 2;
}

void TestHeadPanel::theBestIsGoneTo() {
    QFETCH(int, label);
    QFETCH(int, layer);
    QFETCH(int, head);
    m_panel->setFilter(HeadLabel(label));
    QTest::keyClick(m_panel->findChild<QToolButton*>(), Qt::Key_Space);
    QCOMPARE(headsOf(*m_chosen), (Heads{{layer, head}}));
}

void TestHeadPanel::withoutAFilterTheBestIsAskedFor() {
    m_panel->goToBest();
    QCOMPARE(m_chosen->count(), 0);
    QVERIFY(box(0).view()->isVisible());
    box(0).hidePopup();
}

void TestHeadPanel::marksAreOnTheThumbnails() {
    m_panel->setProbe(nullptr);
    const double bare = inkOf(*m_panel, {3, 5});
    const double broad = inkOf(*m_panel, {3, 6});
    m_panel->setProbe(m_probe);
    QVERIFY(inkOf(*m_panel, {3, 5}) != bare);
    QCOMPARE(inkOf(*m_panel, {3, 6}), broad);
}

void TestHeadPanel::theRemarkTellsTheProbe() {
    QVERIFY(m_panel->remark().contains(QStringLiteral("<b>I</b>&nbsp;induction")));
    QVERIFY(!m_panel->remark().contains(QLatin1String("duplicate"))); // there is none
    m_panel->setProbe(nullptr);
    QVERIFY(m_panel->remark().isEmpty());
    m_panel->setProgress(1, 3);
    QVERIFY2(m_panel->remark().contains(QStringLiteral("2 of 3")), qPrintable(m_panel->remark()));
    m_panel->setUnknown();
    QVERIFY(m_panel->remark().contains(QLatin1String("cannot")));
    m_panel->setProbe(fixture::probeOf(4, 8, {}));
    QVERIFY(m_panel->remark().contains(QLatin1String("no head")));
}

void TestHeadPanel::aNewModelHasNoLabels() {
    m_panel->setSorted(true);
    m_panel->setProbe(nullptr);
    QVERIFY(m_panel->grid()->isVisible()); // nothing to sort by
    QVERIFY(!box(0).isEnabled() && !box(1).isEnabled() && !m_panel->findChild<QToolButton*>()->isEnabled());
    QVERIFY(listed(*m_panel).empty());
    m_panel->goToBest();
    QCOMPARE(m_chosen->count(), 0);
}

void TestHeadPanel::tooltipsAndScreenReadersHaveTheLabel() {
    HeadGrid* grid = m_panel->grid();
    const QPoint at = layoutHeadGrid(4, 8, grid->viewport()->width()).cellOf({3, 5}).center().toPoint();
    QHelpEvent help(QEvent::ToolTip, at, grid->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(grid->viewport(), &help);
    QVERIFY2(QToolTip::text().contains(QStringLiteral("3.5: induction")), qPrintable(QToolTip::text()));
    grid->goTo({3, 5});
    QVERIFY2(grid->accessibleDescription().contains(QStringLiteral("3.5 (induction)")),
             qPrintable(grid->accessibleDescription()));
    QVERIFY(grid->accessibleDescription().contains(QStringLiteral("0.90")));
}

QTEST_MAIN(TestHeadPanel)
#include "tst_head_panel.moc"
