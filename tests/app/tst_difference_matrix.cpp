#include "app/compare/difference_matrix.h"
#include "tests/app/compare_fixture.h"

#include <QTest>

#include <algorithm>

using compare::DifferenceMatrix;
using compare::Mode;
using fixture::compared;
using graph::Focus;

namespace {

graph::Look lookAt(const Focus& focus = {}, const Palette& palette = Palette::light()) { return {palette, {}, focus}; }

QPointF middleOf(const DifferenceMatrix& scene, int query, int key) {
    return scene.geometry().board.placeOf(query, key, {}).center();
}

} // namespace

class TestDifferenceMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aCellHasTheColourOfItsChange_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void aCellHasTheColourOfItsChange() {
        QFETCH(bool, dark);
        const DifferenceMatrix scene(compared(Mode::Difference));
        const drawing::Drawing drawn = scene.ground(lookAt({}, dark ? Palette::dark() : Palette::light()));
        const matrix::Scale scale = scene.scale(dark);
        for (int query = 0; query < 6; ++query)
            for (int key = 0; key <= query; ++key) {
                const float value = scene.difference().at(query, key).difference;
                const QColor colour = fixture::colourAt(drawn, middleOf(scene, query, key));
                QCOMPARE(colour, scale.colourOf(double(value)));
                // What was gained is warm, what was lost is cold.
                if (std::abs(double(value)) > 0.2 * scale.most) QCOMPARE(colour.red() > colour.blue(), value > 0);
            }
    }

    void signsAreWrittenWhereThereIsRoom() {
        const DifferenceMatrix scene(compared(Mode::Difference));
        const QStringList large = fixture::textsOf(scene.ground(lookAt()));
        QVERIFY(std::ranges::any_of(large, [](const QString& text) { return text.startsWith(u'+') && text.size() > 3; }));
        QVERIFY(std::ranges::any_of(large, [](const QString& text) { return text.startsWith(QChar(0x2212)); }));
        view::Subject small = compared(Mode::Difference);
        small.area = {420, 300};
        const QStringList bare = fixture::textsOf(DifferenceMatrix(small).ground(lookAt()));
        QVERIFY(bare.contains(QStringLiteral("+")) && bare.contains(QStringLiteral("\u2212")));
    }

    void wordsOfThePicture() {
        const DifferenceMatrix scene(compared(Mode::Difference));
        const QStringList words = fixture::textsOf(view::compose(scene, lookAt()));
        for (const char* word : {"head 1.0: weights, after \u2212 before", "gained", "lost", "query", "key", "masked"})
            QVERIFY2(words.contains(QString::fromUtf8(word)), word);
        QVERIFY(words.contains(scene.difference().labels()[1]));
        QVERIFY(scene.remark().contains(QLatin1String("new")));
        const QString pointed = fixture::textsOf(scene.marks(lookAt({5, 2, 0}))).join(u'\n');
        QVERIFY2(pointed.contains(QLatin1String("before ")) && pointed.contains(QLatin1String("difference ")), qPrintable(pointed));
    }

    void aPairIsOfTheTextThatHasIt() {
        const DifferenceMatrix scene(compared(Mode::Difference, view::Kind::Matrix, {{1, 0}}, fixture::idsAfter, fixture::idsBefore));
        // Places: 5, −40, 6, 7, 41/8, 9
        QCOMPARE(scene.hit({}, middleOf(scene, 5, 2)), (Focus{4, 1, 0}));
        QCOMPARE(scene.hit({}, middleOf(scene, 5, 1)), (Focus{5, 1, 0, -1, true})); // its key is gone
        QCOMPARE(scene.hit({}, middleOf(scene, 1, 0)), (Focus{1, 0, 0, -1, true}));
        for (const Focus& focus : {Focus{4, 1, 0}, Focus{5, 1, 0, -1, true}, Focus{2, 0, 0}})
            QCOMPARE(scene.hit({}, scene.placeOf(focus, {}).center()), focus);
        QVERIFY(scene.live({5, 1, 0, -1, true}).isNone());
        QCOMPARE(scene.live({5, 0, 0, -1, true}), (Focus{4, 0, 0}));
        QVERIFY(scene.describe({5, 1, 0, -1, true}).contains(QStringLiteral("\u2013")));
    }

    void theKeyboardLeadsOverWhatIsInNeitherText() {
        // before: a b c   after: a X Y c: a pair of b and X is in neither.
        const DifferenceMatrix scene(compared(Mode::Difference, view::Kind::Matrix, {{1, 0}}, {5, 6, 7}, {5, 40, 41, 7}));
        QCOMPARE(scene.difference().size(), 5); // 5, −6, +40, +41, 7
        const Focus gone{1, 1, 0, -1, true};
        QVERIFY(scene.difference().matching().at({1, 2, 0}).isNone());
        QCOMPARE(scene.walk(gone, view::Step::Right), (Focus{1, 2, 0, -1, true}));
        QCOMPARE(scene.walk(gone, view::Step::Left), (Focus{1, 0, 0, -1, true}));
        QCOMPARE(scene.walk({3, 3, 0}, view::Step::Right), (Focus{3, 3, 0})); // the edge
    }

    void aPooledCellIsItsStrongestChange() {
        fixture::Ids before(32), after(32);
        for (std::size_t i = 0; i < before.size(); ++i) before[i] = after[i] = mayfly::TokenId(i * 7 % 250);
        after[3] = 200;
        view::Subject subject = compared(Mode::Difference, view::Kind::Matrix, {{1, 0}}, before, after);
        subject.mostCells = 8;
        const DifferenceMatrix scene(subject);
        QCOMPARE(scene.read().cells.span, 4);
        const Focus focus = scene.hit({}, scene.geometry().board.cell(20, 4, 4, {}).center());
        float most = 0;
        for (int i = 20; i < 24; ++i)
            for (int j = 4; j < 8; ++j) most = std::max(most, std::abs(scene.difference().at(i, j).difference));
        QCOMPARE(std::abs(scene.difference().at(focus.query, focus.key).difference), most);
        QVERIFY(scene.remark().contains(QStringLiteral("4 \u00d7 4")));
    }

    void twoEmptyTextsAreAnEmptyPicture() {
        const DifferenceMatrix scene(compared(Mode::Difference, view::Kind::Matrix, {{1, 0}}, {}, {}));
        QVERIFY(view::compose(scene, lookAt()).boxes.empty());
        QVERIFY(scene.hit({}, {500, 300}).isNone());
    }
};

QTEST_MAIN(TestDifferenceMatrix)
#include "tst_difference_matrix.moc"
