#include "app/matrix/board.h"

#include <QTest>

using graph::Focus;
using graph::Viewport;

class TestBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void geometryAndHitAgree_data() {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<bool>("transpose");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QPointF>("offset");
        for (const int tokens : {1, 8, 60, 100})
            for (const bool transpose : {false, true})
                for (const double zoom : {1.0, 2.5})
                    for (const QPointF offset : {QPointF(), QPointF(300, 20)})
                        QTest::addRow("%d, transposed %d, at %g, off by %g", tokens, transpose, zoom, offset.x())
                            << tokens << transpose << zoom << offset;
    }

    void geometryAndHitAgree() {
        QFETCH(int, tokens);
        QFETCH(bool, transpose);
        QFETCH(double, zoom);
        QFETCH(QPointF, offset);
        const QRectF square(QPointF(40, 60) + offset, QSizeF(400, 400));
        const matrix::Board board{square, square, tokens, transpose, offset};
        const Viewport viewport = Viewport{}.zoomed(zoom, {40 + 200, 60 + 200});
        int found = 0;
        for (int query = 0; query < tokens; ++query)
            for (int key = 0; key < tokens; ++key) {
                const QRectF cell = board.placeOf(query, key, viewport);
                if (!board.pane.contains(cell)) continue;
                QCOMPARE(board.pairAt(cell.center(), viewport), (Focus{query, key, -1}));
                ++found;
            }
        QVERIFY(found > 0 || tokens == 1);
        QVERIFY(board.pairAt(square.topLeft() - QPointF(1, 1), viewport).isNone());
        QVERIFY(board.pairAt(square.bottomRight() + QPointF(1, 1), viewport).isNone());
    }

    void transposedAPairLiesAcrossTheDiagonal() {
        const QRectF square(0, 0, 80, 80);
        const matrix::Board board{square, square, 8, false, {}};
        const matrix::Board transposed{square, square, 8, true, {}};
        QCOMPARE(board.placeOf(5, 2, {}), QRectF(20, 50, 10, 10));
        QCOMPARE(transposed.placeOf(5, 2, {}), QRectF(50, 20, 10, 10));
    }

    void onlyWhatIsInThePaneIsDrawn() {
        const QRectF square(0, 0, 100, 100);
        const matrix::Board board{square, square, 50, false, {}};
        QCOMPARE(board.rowsInPane({}), std::pair(0, 50));
        const Viewport viewport{10, {-500, 0}}; // 20 pixels a token, from the 26th column on
        QCOMPARE(board.columnsInPane(viewport), std::pair(25, 30));
        QCOMPARE(board.rowsInPane(viewport), std::pair(0, 5));
        QCOMPARE(board.rowsInPane({1, {0, 4000}}), std::pair(0, 0));
    }

    void neighboursMeet() {
        const QRectF square(3, 5, 100, 100);
        const matrix::Board board{square, square, 7, false, {}};
        for (int i = 0; i < 6; ++i) QCOMPARE(board.rows(i, i + 1, {}).second, board.rows(i + 1, i + 2, {}).first);
    }
};

QTEST_APPLESS_MAIN(TestBoard)
#include "tst_board.moc"
