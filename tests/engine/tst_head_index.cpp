#include "engine/forward/head_index.h"

#include <QTest>

using namespace mayfly;

class TestHeadIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void prints() { QCOMPARE(toString({11, 7}), std::string("11.7")); }
};

void TestHeadIndex::parses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("layer");
    QTest::addColumn<int>("head");
    QTest::newRow("plain") << "3.6" << true << 3 << 6;
    QTest::newRow("two digits") << "11.10" << true << 11 << 10;
    for (const char* bad : {"", ".", "3", "3.", ".6", "3.6.1", " 3.6", "3.6 ", "-1.2", "1.-2", "a.b", "+3.6", "3,6",
                            "99999999999.1"})
        QTest::addRow("'%s'", bad) << QString::fromLatin1(bad) << false << 0 << 0;
}

void TestHeadIndex::parses() {
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(int, layer);
    QFETCH(int, head);
    const auto found = parseHeadIndex(text.toStdString());
    QCOMPARE(found.has_value(), good);
    if (good) QVERIFY(*found == (HeadIndex{layer, head}));
}

QTEST_GUILESS_MAIN(TestHeadIndex)
#include "tst_head_index.moc"
