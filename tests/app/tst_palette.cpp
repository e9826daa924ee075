#include "app/style/palette.h"

#include <QTest>

#include <utility>
#include <vector>

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsWcags();
    void everyColourStandsOut_data();
    void everyColourStandsOut();
    void headsDiffer();
    void onlyDarkPaperIsDark();
};

void TestPalette::contrastIsWcags() {
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21) < 1e-4);
    QVERIFY(qAbs(contrast(Qt::white, Qt::black) - 21) < 1e-4);
    QVERIFY(qAbs(contrast(Qt::red, Qt::red) - 1) < 1e-9);
    QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

void TestPalette::everyColourStandsOut_data() {
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QColor>("paper");
    QTest::addColumn<double>("least");
    for (const auto& [name, palette] : {std::pair("light", Palette::light()), std::pair("dark", Palette::dark())}) {
        const auto row = [name = name, paper = palette.paper](const char* what, const QColor& colour, double least) {
            QTest::addRow("%s %s", name, what) << colour << paper << least;
        };
        row("ink", palette.ink, 7);
        row("muted", palette.muted, 4.5); // words, too
        row("outgoing", palette.outgoing, 3);
        row("incoming", palette.incoming, 3);
        row("query", palette.query, 3);
        row("key", palette.key, 3);
        row("gained", palette.gained, 4.5); // words, too
        row("lost", palette.lost, 4.5);
        for (std::size_t slot = 0; slot < palette.heads.size(); ++slot)
            row(qPrintable(QStringLiteral("head %1").arg(slot)), palette.heads[slot], 3);
    }
}

void TestPalette::everyColourStandsOut() {
    QFETCH(QColor, colour);
    QFETCH(QColor, paper);
    QFETCH(double, least);
    QVERIFY2(contrast(colour, paper) >= least,
             qPrintable(QStringLiteral("%1: %2").arg(colour.name()).arg(contrast(colour, paper))));
}

void TestPalette::headsDiffer() {
    for (const Palette& palette : {Palette::light(), Palette::dark()})
        for (std::size_t a = 0; a < palette.heads.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) QVERIFY(palette.heads[a] != palette.heads[b]);
}

void TestPalette::onlyDarkPaperIsDark() {
    QVERIFY(!Palette::light().isDark());
    QVERIFY(Palette::dark().isDark());
}

QTEST_APPLESS_MAIN(TestPalette)
#include "tst_palette.moc"
