#include "app/matrix/matrix_scene.h"
#include "tests/app/matrix_fixture.h"

#include <QTest>

using fixture::colourAt;
using fixture::subject;
using fixture::textsOf;
using fixture::tokens;
using graph::Focus;
using matrix::MatrixScene;
using matrix::Quantity;

namespace {

const mayfly::HeadIndex head = {1, 0};

graph::Look lookAt(const Focus& focus = {}, const Palette& palette = Palette::light()) {
    return {palette, {}, focus};
}

QString allWords(const drawing::Drawing& drawing) {
    return textsOf(drawing).join(u'\n');
}

} // namespace

class TestMatrixScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aCellHasItsColour_data() {
        QTest::addColumn<bool>("transpose");
        QTest::addColumn<bool>("dark");
        QTest::newRow("rows are queries") << false << false;
        QTest::newRow("columns are queries") << true << true;
    }

    void aCellHasItsColour() {
        QFETCH(bool, transpose);
        QFETCH(bool, dark);
        const SnapshotPtr snapshot = tokens(8);
        const MatrixScene scene(subject(snapshot, {Quantity::Weight, matrix::Marks::Heat, transpose}));
        const graph::Look look = lookAt({}, dark ? Palette::dark() : Palette::light());
        const drawing::Drawing drawn = view::compose(scene, look);
        const matrix::Board& board = scene.geometry().board;
        const float weight = snapshot->trace->weight(head, 5, 2);
        QCOMPARE(colourAt(drawn, board.placeOf(5, 2, {}).center()),
                 matrix::weightColour(matrix::levelOf(double(weight)), dark));
        // A masked cell is neither the paper's colour nor that of no weight, and it is hatched.
        QCOMPARE(colourAt(drawn, board.placeOf(2, 5, {}).center()), look.palette.faint);
        const QRectF masked = board.placeOf(2, 5, {});
        QVERIFY(std::any_of(drawn.strokes.begin(), drawn.strokes.end(), [&](const drawing::Stroke& stroke) {
            return masked.contains((stroke.curve[0] + stroke.curve[3]) / 2);
        }));
        for (const drawing::Label& label : drawn.labels) {
            if (label.text == QLatin1String("query")) QCOMPARE(label.angle, transpose ? 0.0 : -90.0);
            if (label.text == QLatin1String("key")) QCOMPARE(label.angle, transpose ? -90.0 : 0.0);
        }
    }

    void wordsOfThePicture() {
        const SnapshotPtr snapshot = tokens(8);
        const QStringList one = textsOf(view::compose(MatrixScene(subject(snapshot)), lookAt()));
        for (const char* word : {"head 1.0: weights", "query", "key", "0", "0.25", "1", "masked", "1.00"})
            QVERIFY2(one.contains(QLatin1String(word)), word);
        QCOMPARE(one.count(snapshot->labels[3]),
                 2 * std::count(snapshot->labels.begin(), snapshot->labels.end(), snapshot->labels[3]));
        const MatrixScene several(subject(snapshot, {}, {head, {0, 1}}));
        QVERIFY(textsOf(view::compose(several, lookAt())).contains(QStringLiteral("mean of 1.0, 0.1: weights")));
    }

    void theLegendStandsWhereThereIsRoom() {
        const std::vector<QString> labels(13, QStringLiteral("token"));
        const matrix::Geometry wide = matrix::place(labels, false, true, {1200, 600});
        QVERIFY(wide.legend.left() > wide.board.square.right());
        for (const bool transpose : {false, true}) {
            const matrix::Geometry narrow = matrix::place(labels, transpose, true, {350, 520});
            QVERIFY(narrow.legend.top() > narrow.board.square.bottom() + (transpose ? narrow.sumsWidth : 0));
            QVERIFY(narrow.board.square.width() > 150);
            QVERIFY(narrow.legend.bottom() < 520);
        }
    }

    void withoutTokensThereIsNothingToSay() {
        QCOMPARE(MatrixScene(subject(tokens(0))).remark(), QString());
        QCOMPARE(MatrixScene(subject(tokens(0), {Quantity::Dot, matrix::Marks::Dots, true})).remark(), QString());
    }

    void scoresAreShownWholeWithTheirSigns() {
        const SnapshotPtr snapshot = tokens(8);
        const MatrixScene scene(subject(snapshot, {Quantity::Dot, matrix::Marks::Heat, false}));
        const drawing::Drawing drawn = view::compose(scene, lookAt());
        const matrix::Scale scale = matrix::signedScale(scene.read().largest, false);
        const QPointF at = scene.geometry().board.placeOf(2, 5, {}).center() + QPointF(6, 6);
        QCOMPARE(colourAt(drawn, at), scale.colourOf(double(snapshot->trace->dot(head, 2, 5))));
        QVERIFY(scene.remark().contains(QLatin1String("masked pairs lie beyond the line")));
        QVERIFY(!textsOf(drawn).contains(QStringLiteral("masked")));
    }

    void discsAreAsLargeAsTheirValues() {
        const SnapshotPtr snapshot = tokens(8);
        const MatrixScene scene(subject(snapshot, {Quantity::Weight, matrix::Marks::Dots, false}));
        const drawing::Drawing drawn = scene.ground(lookAt());
        const QRectF cell = scene.geometry().board.placeOf(5, 2, {});
        const auto disc = std::find_if(drawn.discs.begin(), drawn.discs.end(),
                                       [&](const drawing::Disc& each) { return cell.contains(each.centre); });
        QVERIFY(disc != drawn.discs.end());
        const double share = std::sqrt(double(snapshot->trace->weight(head, 5, 2)));
        QVERIFY(std::abs(disc->radius - 0.46 * cell.width() * share) < 1e-6);
    }

    void whatIsPointedOutIsInThePicture() {
        const SnapshotPtr snapshot = tokens(8);
        const MatrixScene scene(subject(snapshot));
        const QString weight = QLocale().toString(double(snapshot->trace->weight(head, 5, 2)), 'f', 4);
        const QString words = allWords(scene.marks(lookAt({5, 2, 0})));
        QVERIFY2(words.contains(weight), qPrintable(words));
        QVERIFY(allWords(scene.marks(lookAt({2, 5, 0}))).contains(QLatin1String("  masked")));
        const drawing::Drawing none = scene.marks(lookAt());
        QVERIFY(scene.marks(lookAt({5, 2, 0})).boxes.size() > none.boxes.size());
        QVERIFY(scene.marks(lookAt({5, -1, -1})).boxes.size() > none.boxes.size());
        QCOMPARE(scene.marks(lookAt({99, 2, 0})).boxes.size(), none.boxes.size());
    }

    void aWordIsItsTokens() {
        const MatrixScene scene(subject(tokens(8)));
        const drawing::Drawing drawn = scene.marks(lookAt({.query = 2, .end = 5}));
        const auto bold = std::count_if(drawn.labels.begin(), drawn.labels.end(), [](const drawing::Label& label) {
            return label.bold && label.colour == Palette::light().query;
        });
        QCOMPARE(bold, 3);
        const double row = scene.placeOf({.query = 2}, {}).height();
        QVERIFY(std::abs(scene.placeOf({.query = 2, .end = 5}, {}).height() - 3 * row) <= 3);
    }

    void whatIsAlteredIsSaid() {
        view::Subject what = subject(tokens(8));
        QVERIFY(MatrixScene(what).remark().isEmpty());
        what.hideFirst = true;
        const MatrixScene scene(what);
        QVERIFY2(scene.remark().contains(QLatin1String("first token hidden")), qPrintable(scene.remark()));
        QVERIFY(allWords(scene.marks(lookAt())).contains(scene.remark()));
        QCOMPARE(colourAt(scene.ground(lookAt()), scene.geometry().board.placeOf(5, 0, {}).center()),
                 Palette::light().paper);
    }

    /// Cells grow before they become too small to see, and the picture says so; a zoom shows single ones.
    void longTextsSayWhatACellIs() {
        view::Subject what = subject(tokens(32), {}, {head}, {220, 180});
        const MatrixScene small(what);
        QVERIFY2(small.remark().contains(QStringLiteral("\u00d7")), qPrintable(small.remark()));
        graph::Look near = lookAt();
        near.viewport.zoom = 8;
        QVERIFY(!allWords(small.marks(near)).contains(QStringLiteral("\u00d7")));
        what.area = {1200, 600};
        what.mostCells = 11;
        QVERIFY(MatrixScene(what).remark().contains(QStringLiteral("3 \u00d7 3")));
    }

    void theMouseFindsTheStrongestPairOfACell() {
        view::Subject what = subject(tokens(32));
        what.mostCells = 8;
        const MatrixScene scene(what);
        const matrix::Cells& cells = scene.read().cells;
        const Focus found = scene.hit({}, scene.geometry().board.cell(20, 8, 4, {}).center());
        QCOMPARE(found.query / 4, 5);
        QCOMPARE(found.key / 4, 2);
        QVERIFY(std::abs(what.snapshot->trace->weight(head, found.query, found.key) - cells.at(5, 2)) < 1e-6F);
    }

    void labelsAreTokens() {
        const MatrixScene scene(subject(tokens(8)));
        const QRectF cell = scene.geometry().board.placeOf(5, 2, {});
        const QRectF square = scene.geometry().board.square;
        QCOMPARE(scene.hit({}, {square.left() - 12, cell.center().y()}), (Focus{5, -1, -1}));
        QCOMPARE(scene.hit({}, {cell.center().x(), square.top() - 10}), (Focus{2, -1, -1}));
        QVERIFY(scene.hit({}, {2, 2}).isNone());
        QCOMPARE(scene.hit({}, cell.center()), (Focus{5, 2, 0}));
        const MatrixScene mean(subject(tokens(8), {}, {head, {0, 0}}));
        QCOMPARE(mean.hit({}, mean.geometry().board.placeOf(5, 2, {}).center()), (Focus{5, 2, -1}));
    }

    void arrowsWalkTheCells_data() {
        QTest::addColumn<bool>("transpose");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("key");
        QTest::newRow("right") << false << int(view::Step::Right) << 3 << 3;
        QTest::newRow("down") << false << int(view::Step::Down) << 4 << 2;
        QTest::newRow("left") << false << int(view::Step::Left) << 3 << 1;
        QTest::newRow("up") << false << int(view::Step::Up) << 2 << 2;
        QTest::newRow("right, transposed") << true << int(view::Step::Right) << 4 << 2;
        QTest::newRow("up, transposed") << true << int(view::Step::Up) << 3 << 1;
    }

    void arrowsWalkTheCells() {
        QFETCH(bool, transpose);
        QFETCH(int, step);
        QFETCH(int, query);
        QFETCH(int, key);
        const MatrixScene scene(subject(tokens(5), {Quantity::Weight, matrix::Marks::Heat, transpose}));
        QCOMPARE(scene.walk({3, 2, 0}, view::Step(step)), (Focus{query, key, 0}));
        QCOMPARE(scene.walk({}, view::Step(step)), (Focus{0, 0, 0}));
        QCOMPARE(scene.walk({4, 4, 0}, view::Step::Right), (Focus{4, 4, 0}));
    }

    void everythingIsWithinTheArea_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSizeF>("area");
        QTest::addColumn<bool>("transpose");
        for (const int count : {1, 3, 8, 32})
            for (const QSizeF area : {QSizeF(1200, 600), QSizeF(420, 320), QSizeF(400, 900), QSizeF(3000, 1800)})
                for (const bool transpose : {false, true})
                    QTest::addRow("%d on %gx%g %d", count, area.width(), area.height(), transpose)
                        << count << area << transpose;
    }

    void everythingIsWithinTheArea() {
        QFETCH(int, count);
        QFETCH(QSizeF, area);
        QFETCH(bool, transpose);
        const MatrixScene scene(subject(tokens(count), {Quantity::Weight, matrix::Marks::Heat, transpose}, {head}, area));
        const QRectF whole(QPointF(), area);
        QVERIFY(whole.contains(scene.geometry().board.square));
        QVERIFY(whole.contains(scene.geometry().legend));
        const drawing::Drawing drawn = view::compose(scene, lookAt({0, 0, 0}));
        for (const drawing::Label& label : drawn.labels) QVERIFY2(whole.contains(label.at), qPrintable(label.text));
        for (const drawing::Box& box : drawn.boxes) QVERIFY(whole.contains(box.rect));
    }

    void anEmptyText() {
        const MatrixScene scene(subject(tokens(0)));
        const drawing::Drawing drawn = view::compose(scene, lookAt());
        QVERIFY(drawn.boxes.empty() && drawn.labels.empty());
        QCOMPARE(drawn.size, QSizeF(1200, 600));
        QVERIFY(scene.hit({}, {600, 300}).isNone());
        QVERIFY(scene.walk({}, view::Step::Down).isNone());
    }
};

QTEST_MAIN(TestMatrixScene)
#include "tst_matrix_scene.moc"
