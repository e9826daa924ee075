#include "snapshot_fixture.h"

#include "app/exporting/figure.h"
#include "app/exporting/sheet.h"
#include "engine/error.h"

#include <QTest>

#include <algorithm>

class TestSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void cells_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSizeF>("area");
        QTest::addColumn<double>("shape");
        QTest::addColumn<int>("columns");
        QTest::newRow("one") << 1 << QSizeF(100, 100) << 1.0 << 1;
        QTest::newRow("squares in a wide area") << 8 << QSizeF(400, 200) << 1.0 << 4;
        QTest::newRow("squares in a high one") << 8 << QSizeF(200, 400) << 1.0 << 2;
        QTest::newRow("wide ones") << 8 << QSizeF(400, 400) << 2.0 << 2;
        QTest::newRow("a row that is not full") << 7 << QSizeF(300, 300) << 1.0 << 3;
    }

    void cells() {
        QFETCH(int, count);
        QFETCH(QSizeF, area);
        QFETCH(double, shape);
        const auto cells = exporting::cellsOf(count, area, shape);
        QCOMPARE(int(cells.size()), count);
        QTEST(int(std::count_if(cells.begin(), cells.end(), [](const QRectF& cell) { return cell.top() == 0; })), "columns");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            QVERIFY(QRectF({0, 0}, area).adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(cells[i]));
            for (std::size_t j = 0; j < i; ++j) QVERIFY(!cells[i].intersects(cells[j].adjusted(1e-6, 1e-6, -1e-6, -1e-6)));
        }
    }

    void everyHeadIsNamedInACellOfItsOwn_data() {
        QTest::addColumn<int>("view");
        for (const view::Kind view : view::kinds)
            if (exporting::hasSheet(view)) QTest::newRow(view::nameOf(view)) << int(view);
    }

    void everyHeadIsNamedInACellOfItsOwn() {
        QFETCH(int, view);
        const exporting::FigureChoice what = choice(view::Kind(view));
        const drawing::Drawing figure = exporting::composeFigure(what);
        for (int head = 0; head < what.snapshot->trace->heads(); ++head) {
            const QString name = QStringLiteral("head 1.%1").arg(head);
            const auto names = [&](const drawing::Label& label) {
                return label.text.contains(name) && QRectF({0, 0}, what.size).contains(label.at);
            };
            QCOMPARE(int(std::count_if(figure.labels.begin(), figure.labels.end(), names)), 1);
        }
    }

    void theCaptionSaysWhatHoldsForAllHeads() {
        exporting::FigureChoice what = choice(view::Kind::Graph);
        what.choice.hideFirst = true;
        const drawing::Drawing figure = exporting::composeFigure(what);
        const auto says = [&](const char* words) {
            return std::any_of(figure.labels.begin(), figure.labels.end(),
                               [&](const drawing::Label& label) { return label.text.contains(QString::fromUtf8(words)); });
        };
        QVERIFY(says("all heads of layer 1 \u00b7 top mass 50 % \u00b7 first token hidden"));
        QVERIFY(!says("of the attention \u00b7")); // the share is each head's own
    }

    void aLayerThatIsNotThereIsRefused() {
        exporting::FigureChoice what = choice(view::Kind::Graph);
        what.sheetOf = 2;
        QVERIFY_THROWS_EXCEPTION(mayfly::Error, exporting::composeFigure(what));
    }

private:
    static exporting::FigureChoice choice(view::Kind view) {
        exporting::FigureChoice choice;
        choice.snapshot = takeSnapshot(fixture::tiny(), "a cat");
        choice.view = view;
        choice.sheetOf = 1;
        choice.choice.heads = {{0, 0}};
        choice.choice.topMass = 0.5;
        return choice;
    }
};

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
