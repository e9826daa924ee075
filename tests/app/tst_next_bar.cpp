#include "snapshot_fixture.h"

#include "app/prompt/next_bar.h"

#include <QSignalSpy>
#include <QTest>

class TestNextBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aClickChoosesTheLikeliest();
    void clicksChooseFromLeftToRight();
    void keysChoose();
    void emptySpaceChoosesNothing();
    void aNarrowBarShowsFewer();
    void anEmptyTextHasNoNext();

private:
    QByteArray bytes(std::size_t place) const;
    QByteArrayList clickAlong(int width);

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
    SnapshotPtr m_snapshot = takeSnapshot(m_model, "Once upon a");
    std::unique_ptr<NextBar> m_bar;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void TestNextBar::init() {
    m_bar = std::make_unique<NextBar>();
    m_bar->resize(1400, 38);
    m_bar->setSnapshot(m_snapshot);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    m_chosen = std::make_unique<QSignalSpy>(m_bar.get(), &NextBar::chosen);
}

QByteArray TestNextBar::bytes(std::size_t place) const {
    return QByteArray::fromStdString(m_model->tokenizer()->bytes(m_snapshot->next[place].id));
}

/// What clicks every few pixels choose, each once.
QByteArrayList TestNextBar::clickAlong(int width) {
    QByteArrayList all;
    for (int x = 0; x < width; x += 6) {
        m_chosen->clear();
        QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, {x, 19});
        if (m_chosen->isEmpty()) continue;
        const QByteArray each = m_chosen->front().front().toByteArray();
        if (all.isEmpty() || all.back() != each) all.append(each);
    }
    return all;
}

void TestNextBar::aClickChoosesTheLikeliest() {
    const QByteArrayList all = clickAlong(m_bar->width());
    QVERIFY(!all.isEmpty());
    QCOMPARE(all.front(), bytes(0));
}

void TestNextBar::clicksChooseFromLeftToRight() {
    const QByteArrayList all = clickAlong(m_bar->width());
    QCOMPARE(all.size(), qsizetype(m_snapshot->next.size()));
    for (qsizetype i = 0; i < all.size(); ++i) QCOMPARE(all[i], bytes(std::size_t(i)));
}

void TestNextBar::keysChoose() {
    QTest::keyClick(m_bar.get(), Qt::Key_Return); // nothing is pointed at
    QCOMPARE(m_chosen->count(), 0);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_Return})
        QTest::keyClick(m_bar.get(), key);
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(m_chosen->front().front().toByteArray(), bytes(1));
}

void TestNextBar::emptySpaceChoosesNothing() {
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, {3, 19});
    QTest::mouseClick(m_bar.get(), Qt::LeftButton, {}, {1398, 36});
    QCOMPARE(m_chosen->count(), 0);
}

void TestNextBar::aNarrowBarShowsFewer() {
    m_bar->resize(320, 38);
    QTRY_COMPARE(m_bar->width(), 320);
    const QByteArrayList all = clickAlong(320);
    QVERIFY(!all.isEmpty() && all.size() < qsizetype(m_snapshot->next.size()));
    QCOMPARE(all.front(), bytes(0));
}

void TestNextBar::anEmptyTextHasNoNext() {
    m_bar->setSnapshot(takeSnapshot(m_model, ""));
    QVERIFY(clickAlong(m_bar->width()).isEmpty());
    QTest::keyClick(m_bar.get(), Qt::Key_Right);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(m_chosen->count(), 0);
    m_bar->grab();
}

QTEST_MAIN(TestNextBar)
#include "tst_next_bar.moc"
