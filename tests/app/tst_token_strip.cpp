#include "snapshot_fixture.h"

#include "app/prompt/token_strip.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using graph::Focus;

class TestTokenStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Focus>("graph::Focus"); }
    void init();
    void tokensFollowFromLeftToRight();
    void shiftJoins();
    void hoverTellsTheToken();
    void whatIsPointedAtIsColoured();
    void aTooltipNamesTheToken();
    void aSpecialTokenIsMarked();
    void aLongTextFollowsTheCursor();

private:
    QList<int> clickAlong();

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    std::unique_ptr<TokenStrip> m_strip;
};

void TestTokenStrip::init() {
    m_strip = std::make_unique<TokenStrip>();
    m_strip->resize(600, 60);
    m_strip->setSnapshot(fixture::snapshotOf(m_model, 5));
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

/// The tokens that clicks every few pixels of the first line activate.
QList<int> TestTokenStrip::clickAlong() {
    QSignalSpy activated(m_strip.get(), &TokenStrip::activated);
    for (int x = 1; x < m_strip->viewport()->width(); x += 4)
        QTest::mouseClick(m_strip->viewport(), Qt::LeftButton, {}, {x, 8});
    QList<int> tokens;
    for (const QVariantList& call : activated) {
        const int token = qvariant_cast<Focus>(call.front()).query;
        if (tokens.isEmpty() || tokens.back() != token) tokens.append(token);
    }
    tokens.removeAll(-1); // gaps and the space after them
    return tokens;
}

void TestTokenStrip::tokensFollowFromLeftToRight() {
    QCOMPARE(clickAlong(), (QList<int>{0, 1, 2, 3, 4}));
    m_strip->setSnapshot(takeSnapshot(m_model, ""));
    QCOMPARE(clickAlong(), QList<int>());
}

void TestTokenStrip::shiftJoins() {
    QSignalSpy joined(m_strip.get(), &TokenStrip::joined);
    QSignalSpy activated(m_strip.get(), &TokenStrip::activated);
    QTest::mouseClick(m_strip->viewport(), Qt::LeftButton, Qt::ShiftModifier, {8, 8});
    QCOMPARE(joined.count(), 1);
    QCOMPARE(qvariant_cast<Focus>(joined[0][0]).query, 0);
    QCOMPARE(activated.count(), 0);
}

void TestTokenStrip::hoverTellsTheToken() {
    QSignalSpy hovered(m_strip.get(), &TokenStrip::hovered);
    QTest::mouseMove(m_strip->viewport(), {10, 8});
    QTRY_VERIFY(!hovered.isEmpty());
    QCOMPARE(qvariant_cast<Focus>(hovered.back().front()), (Focus{0, -1, -1}));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_strip->viewport(), &leave);
    QVERIFY(qvariant_cast<Focus>(hovered.back().front()).isNone());
}

void TestTokenStrip::whatIsPointedAtIsColoured() {
    const Palette palette = Palette::light();
    const auto colour = [this] { return m_strip->viewport()->grab().toImage().pixelColor(4, 10); };
    QVERIFY(colour() != palette.outgoing);
    m_strip->setFocus(Focus{0, -1, -1});
    QCOMPARE(colour(), palette.outgoing);
    m_strip->setFocus(Focus{2, 0, 0});
    QCOMPARE(colour(), palette.key);
    m_strip->setFocus(Focus{0, 2, 0});
    QCOMPARE(colour(), palette.query);
}

void TestTokenStrip::aTooltipNamesTheToken() {
    QHelpEvent help(QEvent::ToolTip, {10, 8}, m_strip->viewport()->mapToGlobal(QPoint(10, 8)));
    QCoreApplication::sendEvent(m_strip->viewport(), &help);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().contains(QLatin1String("token 0")), qPrintable(QToolTip::text()));
    QVERIFY2(QToolTip::text().contains(QLatin1String("bytes 0 to 3")), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestTokenStrip::aSpecialTokenIsMarked() {
    const Palette palette = Palette::light();
    const auto marked = [&] {
        const QImage image = m_strip->viewport()->grab().toImage();
        int found = 0;
        for (int x = 0; x < 60; ++x)
            for (int y = 0; y < 3; ++y) found += image.pixelColor(x, y) == palette.muted;
        return found > 0;
    };
    QVERIFY(!marked());
    m_strip->setSnapshot(takeSnapshot(m_model, "<|endoftext|>The"));
    QVERIFY(marked());
    QHelpEvent help(QEvent::ToolTip, {10, 8}, m_strip->viewport()->mapToGlobal(QPoint(10, 8)));
    QCoreApplication::sendEvent(m_strip->viewport(), &help);
    QVERIFY2(QToolTip::text().contains(QLatin1String("special")), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestTokenStrip::aLongTextFollowsTheCursor() {
    const SnapshotPtr snapshot = fixture::snapshotOf(m_model, 300);
    m_strip->setSnapshot(snapshot);
    QVERIFY(m_strip->verticalScrollBar()->maximum() > 0);
    m_strip->followCursor(std::size_t(snapshot->text.size()));
    QVERIFY(m_strip->verticalScrollBar()->value() >= m_strip->verticalScrollBar()->maximum() - 2);
    m_strip->followCursor(0);
    QCOMPARE(m_strip->verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TestTokenStrip)
#include "tst_token_strip.moc"
