#include "app/drawing/font.h"
#include "app/steps/formula.h"
#include "app/steps/steps_scene.h"
#include "tests/app/matrix_fixture.h"

#include <QTest>

using fixture::colourAt;
using fixture::lookAt;
using fixture::subject;
using fixture::textsOf;
using fixture::tokens;
using graph::Focus;
using matrix::Cells;
using steps::StepsScene;

namespace {

const mayfly::HeadIndex head = {1, 0};

QString number(double value) {
    const QString text = QLocale().toString(std::abs(value), 'f', 4);
    return value < 0 ? QStringLiteral("\u2212") + text : text;
}

} // namespace

class TestStepsScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale locale = QLocale::c();
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        QLocale::setDefault(locale);
    }

    /// Each matrix follows from the one before by what stands above it.
    void theStepsFollowFromEachOther() {
        const SnapshotPtr snapshot = tokens(9);
        const mayfly::Trace& trace = *snapshot->trace;
        const StepsScene scene(subject(snapshot));
        for (int query = 0; query < 9; ++query) {
            double sum = 0;
            for (int key = 0; key < 9; ++key) {
                QCOMPARE(scene.cells(0).at(query, key), trace.dot(head, query, key));
                QCOMPARE(scene.cells(1).at(query, key), scene.cells(0).at(query, key) * trace.rule(1).scale);
                const bool masked = key > query;
                QCOMPARE(scene.cells(2).at(query, key), masked ? Cells::masked : scene.cells(1).at(query, key));
                QCOMPARE(scene.cells(3).at(query, key) == Cells::masked, masked);
                if (!masked) sum += std::exp(double(scene.cells(2).at(query, key)));
            }
            for (int key = 0; key <= query; ++key)
                QVERIFY(std::abs(std::exp(double(scene.cells(2).at(query, key))) / sum -
                                 double(scene.cells(3).at(query, key))) < 1e-5);
        }
    }

    void theFormulaHoldsTheNumbersOfThePair_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("seen") << 2;
        QTest::newRow("masked") << 7;
    }

    void theFormulaHoldsTheNumbersOfThePair() {
        QFETCH(int, key);
        const SnapshotPtr snapshot = tokens(9);
        const StepsScene scene(subject(snapshot));
        const QStringList without = textsOf(scene.marks(lookAt()));
        for (const char* word : {"q\u00b7k", "softmax", "mask", "head 1.0"})
            QVERIFY2(without.join(u'\n').contains(QString::fromUtf8(word)), word);
        const QStringList words = textsOf(scene.marks(lookAt({5, key, 0})));
        const mayfly::PairReading pair = mayfly::readPair(*snapshot->trace, head, 5, key);
        QCOMPARE(words.count(number(pair.dot)), 2);
        QVERIFY(words.contains(number(pair.scaled)));
        QVERIFY(words.contains(pair.masked ? QStringLiteral("\u2212\u221e") : number(pair.weight)));
        QVERIFY(words.contains(pair.masked ? QStringLiteral("(\u2212\u221e)") : QStringLiteral("0")));
        QCOMPARE(pair.masked, key > 5);
    }

    /// The numbers of the inspector, of which none stands here alone.
    void theWeightIsAQuotient() {
        const SnapshotPtr snapshot = tokens(9);
        const mayfly::PairReading pair = mayfly::readPair(*snapshot->trace, head, 5, 2);
        const QStringList words = textsOf(StepsScene(subject(snapshot)).marks(lookAt({5, 2, 0})));
        for (const double value : {std::exp(pair.score()), std::exp(pair.logSumExp)})
            QVERIFY2(words.contains(QLocale().toString(value, 'g', 6)), qPrintable(words.join(u'\n')));
        QVERIFY(words.contains(QStringLiteral("\u03a3 exp")));
        QVERIFY(!words.contains(number(pair.logSumExp)));
    }

    void remarksKeepOffTheHeadline_data() {
        QTest::addColumn<double>("width");
        for (const double width : {1400.0, 700.0, 520.0, 380.0}) QTest::addRow("%g", width) << width;
    }

    void remarksKeepOffTheHeadline() {
        QFETCH(double, width);
        view::Subject crowded = subject(tokens(40), {}, {head, {0, 0}}, {width, 400});
        crowded.hideFirst = true;
        crowded.mostCells = 5;
        const drawing::Drawing drawn = StepsScene(crowded).marks(lookAt({5, 2, 0}));
        double headline = 0;
        int remarks = 0;
        for (const drawing::Label& label : drawn.labels) {
            const double wide = drawing::textWidth(label.text, label.size, label.bold);
            if (label.text.startsWith(QLatin1String("head 1.0"))) headline = label.at.x() + wide;
            if (label.anchor != drawing::Anchor::End || !label.text.contains(QLatin1String("the"))) continue;
            QVERIFY2(label.at.x() - wide > headline && headline > 0, qPrintable(label.text));
            ++remarks;
        }
        for (const drawing::Label& name : drawn.labels)
            for (const drawing::Label& value : drawn.labels)
                if (name.bold && name.anchor == drawing::Anchor::Start && name.text.contains(QStringLiteral("  ")) &&
                    value.at.y() == name.at.y() && value.anchor == drawing::Anchor::End && value.at.x() > name.at.x() &&
                    value.at.x() - name.at.x() < width / 4)
                    QVERIFY(name.at.x() + drawing::textWidth(name.text, name.size, true) <
                            value.at.x() - drawing::textWidth(value.text, value.size));
        QVERIFY(remarks > 0 && (width < 1400 || remarks == 1));
    }

    /// An encoder masks nothing; Gemma 2 caps, scales by a number of its own, and looks back a few tokens only.
    void everyRuleIsWrittenOut_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<bool>("masks");
        QTest::addColumn<bool>("caps");
        QTest::newRow("bert") << QStringLiteral("bert") << false << false;
        QTest::newRow("gemma2") << QStringLiteral("gemma2") << true << true;
    }

    void everyRuleIsWrittenOut() {
        QFETCH(QString, family);
        QFETCH(bool, masks);
        QFETCH(bool, caps);
        const auto model = mayfly::Model::load(MAYFLY_TEST_DATA "/families/" + family.toStdString());
        const SnapshotPtr snapshot = takeSnapshot(model, {3, 5, 7, 9, 11, 4, 6, 8});
        const mayfly::Trace& trace = *snapshot->trace;
        const StepsScene scene(subject(snapshot, {}, {{0, 0}}));
        const QString words = textsOf(scene.marks(lookAt({6, 1, 0}))).join(u'\n');
        QCOMPARE(words.contains(QLatin1String("no mask")), !masks);
        QCOMPARE(words.contains(QLatin1String("tanh")), caps);
        QCOMPARE(words.contains(QLatin1String("scale")), caps);
        QCOMPARE(words.contains(QStringLiteral("\u2212\u221e")), masks); // beyond the window
        for (int query = 0; query < 8; ++query)
            for (int key = 0; key < 8; ++key) {
                const mayfly::PairReading pair = mayfly::readPair(trace, {0, 0}, query, key);
                const float score = scene.cells(2).at(query, key);
                QCOMPARE(score == Cells::masked, pair.masked);
                QVERIFY(pair.masked || std::abs(double(score) - pair.score()) < 1e-4);
                QVERIFY(std::abs(double(scene.cells(1).at(query, key)) - pair.scaled) < 1e-4);
            }
    }

    void theFourAreLinked_data() {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<bool>("transpose");
        QTest::addColumn<QSizeF>("area");
        for (const QSizeF area : {QSizeF(1400, 500), QSizeF(700, 900)})
            for (const bool transpose : {false, true})
                for (const double zoom : {1.0, 3.0})
                    QTest::addRow("%gx%g, %d, at %g", area.width(), area.height(), transpose, zoom)
                        << zoom << transpose << area;
    }

    void theFourAreLinked() {
        QFETCH(double, zoom);
        QFETCH(bool, transpose);
        QFETCH(QSizeF, area);
        const StepsScene scene(subject(tokens(8), {matrix::Quantity::Weight, matrix::Marks::Heat, transpose}, {head}, area));
        const auto& boards = scene.geometry().boards;
        const QPointF about = boards[2].pane.center() + QPointF(3, 3);
        const graph::Viewport viewport = graph::Viewport{}.zoomed(zoom, scene.anchorOf(about));
        const Focus under = scene.hit({}, about);
        QVERIFY(under.isEdge());
        QCOMPARE(scene.hit(viewport, about), under); // what lies under the mouse stays there
        for (const matrix::Board& board : boards) {
            const QPointF centre = board.placeOf(under.query, under.key, viewport).center();
            QCOMPARE(scene.hit(viewport, centre), under);
            QVERIFY(QRectF(QPointF(), area).contains(board.square));
        }
    }

    void theyStandWhereTheyAreLargest() {
        const std::vector<QString> labels(8, QStringLiteral("word"));
        QCOMPARE(steps::place(labels, false, {1600, 500}).columns, 4);
        QCOMPARE(steps::place(labels, false, {700, 1000}).columns, 2);
    }

    /// A window of 1280 × 760 leaves the picture some 780 × 500.
    void theyAreLargeEnoughToRead_data() {
        QTest::addColumn<QSizeF>("area");
        QTest::addColumn<double>("least");
        QTest::newRow("window") << QSizeF(777, 495) << 140.0;
        QTest::newRow("without the inspector") << QSizeF(1000, 495) << 160.0;
        QTest::newRow("square") << QSizeF(900, 900) << 300.0;
        QTest::newRow("tall") << QSizeF(700, 1000) << 220.0;
    }

    void theyAreLargeEnoughToRead() {
        QFETCH(QSizeF, area);
        QFETCH(double, least);
        const steps::Geometry geometry = steps::place(std::vector<QString>(15, QStringLiteral("nothing")), false, area);
        const double side = geometry.boards[0].square.width();
        QVERIFY2(side >= least, qPrintable(QString::number(side)));
        for (int step = 0; step < steps::count; ++step) {
            const QRectF legend = geometry.legendOf(step);
            QVERIFY(QRectF(QPointF(), area).contains(legend));
            for (const matrix::Board& board : geometry.boards) QVERIFY(!board.square.intersects(legend));
        }
    }

    void itSaysThatTheFirstTokenIsShown() {
        view::Subject hidden = subject(tokens(8));
        hidden.hideFirst = true;
        const StepsScene scene(hidden);
        QVERIFY(textsOf(scene.marks(lookAt())).join(u'\n').contains(QLatin1String("first token is shown")));
        QVERIFY(scene.cells(3).at(5, 0) != Cells::hidden);
    }

    void cellsHaveTheirSteps() {
        const SnapshotPtr snapshot = tokens(8);
        const StepsScene scene(subject(snapshot));
        const drawing::Drawing ground = scene.ground(lookAt());
        const auto at = [&](int step, int query, int key) {
            const QRectF cell = scene.geometry().boards[std::size_t(step)].placeOf(query, key, {});
            return colourAt(ground, cell.center() + QPointF(cell.width() / 4, cell.width() / 4));
        };
        QCOMPARE(at(3, 5, 2), matrix::weightColour(matrix::levelOf(double(snapshot->trace->weight(head, 5, 2))), false));
        QCOMPARE(at(2, 2, 5), Palette::light().faint);
        QCOMPARE(at(3, 2, 5), Palette::light().faint);
        QVERIFY(at(1, 2, 5) != Palette::light().faint);
        QCOMPARE(at(1, 5, 2), at(2, 5, 2));
    }

    void severalHeadsAreTheFirst() {
        const StepsScene scene(subject(tokens(8), {}, {head, {0, 0}}));
        QVERIFY2(scene.remark().contains(QLatin1String("first of the chosen heads")), qPrintable(scene.remark()));
        QVERIFY(StepsScene(subject(tokens(8))).remark().isEmpty());
    }

    void labelsAndKeysWalk() {
        const StepsScene scene(subject(tokens(8)));
        const QRectF cell = scene.geometry().boards[0].placeOf(5, 2, {});
        const QRectF last = scene.geometry().boards[3].placeOf(5, 2, {});
        QCOMPARE(scene.hit({}, {scene.geometry().boards[0].square.left() - 12, cell.center().y()}), (Focus{5, -1, -1}));
        QCOMPARE(scene.hit({}, {last.center().x(), scene.geometry().boards[3].square.top() - 10}), (Focus{2, -1, -1}));
        QCOMPARE(scene.walk({5, 2, 0}, view::Step::Down), (Focus{6, 2, 0}));
        QCOMPARE(scene.walk({}, view::Step::Down), (Focus{0, 0, 0}));
        QCOMPARE(scene.placeOf({5, 2, 0}, {}), cell);
    }

    void everythingIsWithinTheArea_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSizeF>("area");
        for (const int count : {1, 3, 8, 32})
            for (const QSizeF area : {QSizeF(1200, 600), QSizeF(690, 480), QSizeF(700, 900), QSizeF(3000, 1800)})
                QTest::addRow("%d on %gx%g", count, area.width(), area.height()) << count << area;
    }

    void everythingIsWithinTheArea() {
        QFETCH(int, count);
        QFETCH(QSizeF, area);
        const StepsScene scene(subject(tokens(count), {}, {head}, area));
        const QRectF whole(QPointF(), area);
        const drawing::Drawing drawn = view::compose(scene, lookAt({0, 0, 0}));
        for (const drawing::Label& label : drawn.labels) QVERIFY2(whole.contains(label.at), qPrintable(label.text));
        for (const drawing::Box& box : drawn.boxes) QVERIFY(whole.contains(box.rect));
    }

    void anEmptyText() {
        const StepsScene scene(subject(tokens(0)));
        const drawing::Drawing drawn = view::compose(scene, lookAt());
        QVERIFY(drawn.boxes.empty() && drawn.labels.empty());
        QVERIFY(scene.hit({}, {600, 300}).isNone());
        QVERIFY(scene.walk({}, view::Step::Down).isNone());
    }
};

QTEST_MAIN(TestStepsScene)
#include "tst_steps_scene.moc"
