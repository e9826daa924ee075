#include "app/compare/mode.h"

#include <QTest>

using compare::Mode;
using view::Kind;

class TestCompareMode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreRead() {
        for (const Mode mode : compare::modes) QCOMPARE(compare::modeNamed(compare::nameOf(mode)), std::optional(mode));
        QVERIFY(!compare::modeNamed("both"));
    }

    void onlyWhatCanBeComparedIsShown_data() {
        QTest::addColumn<int>("chosen");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("heads");
        QTest::addColumn<bool>("kept");
        QTest::addColumn<int>("shown");
        const auto row = [](const char* name, Mode chosen, Kind kind, int heads, bool kept, Mode shown) {
            QTest::newRow(name) << int(chosen) << int(kind) << heads << kept << int(shown);
        };
        row("nothing", Mode::Off, Kind::Graph, 2, true, Mode::Off);
        row("two heads", Mode::Heads, Kind::Steps, 2, false, Mode::Heads);
        row("one head", Mode::Heads, Kind::Matrix, 1, false, Mode::Off);
        row("no view of heads", Mode::Heads, Kind::Flow, 2, false, Mode::Off);
        row("nothing kept", Mode::BeforeAfter, Kind::Graph, 1, false, Mode::Off);
        row("kept", Mode::BeforeAfter, Kind::Path, 1, true, Mode::BeforeAfter);
        row("difference", Mode::Difference, Kind::Graph, 1, true, Mode::Difference);
        row("difference of a matrix", Mode::Difference, Kind::Matrix, 1, true, Mode::Difference);
        row("a view without one", Mode::Difference, Kind::Values, 1, true, Mode::BeforeAfter);
        row("difference to nothing", Mode::Difference, Kind::Matrix, 1, false, Mode::Off);
    }

    void onlyWhatCanBeComparedIsShown() {
        QFETCH(int, chosen);
        QFETCH(int, kind);
        QFETCH(int, heads);
        QFETCH(bool, kept);
        QFETCH(int, shown);
        QCOMPARE(int(compare::shown(Mode(chosen), Kind(kind), std::size_t(heads), kept)), shown);
    }
};

QTEST_APPLESS_MAIN(TestCompareMode)
#include "tst_compare_mode.moc"
