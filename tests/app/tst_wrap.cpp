#include "app/exporting/wrap.h"

#include <QTest>

namespace {

/// Every character is one wide.
double length(const QString& text) {
    return double(text.size());
}

} // namespace

class TestWrap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
};

void TestWrap::lines_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char* name, const char16_t* text, const QStringList& lines) {
        QTest::newRow(name) << QString::fromUtf16(text) << lines;
    };
    const auto s = [](const char16_t* text) { return QString::fromUtf16(text); };
    row("empty", u"", {});
    row("one line", u"a cat", {s(u"a cat")});
    row("at a space", u"a cat and a hat", {s(u"a cat and "), s(u"a hat")});
    row("spaces at the end do not count", u"four fives     x", {s(u"four fives "), s(u"    x")});
    row("a line end", u"a\ncat", {s(u"a "), s(u"cat")});
    row("a word wider than a line", u"abcdefghijklm n", {s(u"abcdefghij"), s(u"klm n")});
    row("a pair stays whole", u"abcdefghi\U0001F431x", {s(u"abcdefghi"), s(u"\U0001F431x")});
}

void TestWrap::lines() {
    QFETCH(QString, text);
    QFETCH(QStringList, lines);
    const QStringList wrapped = exporting::wrap(text, 10, length);
    QCOMPARE(wrapped.join(QString()), QString(text).replace(u'\n', u' ')); // nothing is lost
    for (const QString& line : wrapped) QVERIFY(line.trimmed().size() <= 10);
    QCOMPARE(wrapped, lines);
}

QTEST_APPLESS_MAIN(TestWrap)
#include "tst_wrap.moc"
