#include "app/drawing/font.h"
#include "app/matrix/cells.h"
#include "app/matrix/colour_map.h"
#include "app/matrix/matrix_drawing.h"
#include "app/matrix/matrix_geometry.h"
#include "tests/app/trace_fixture.h"

#include <QTest>

namespace {

const mayfly::HeadIndex head = {1, 0};
const QSizeF area(1200, 600);

SnapshotPtr tiny(int tokens) {
    std::vector<mayfly::TokenId> ids(static_cast<std::size_t>(tokens));
    for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = mayfly::TokenId((i * 37) % 250);
    return takeSnapshot(fixture::model(), ids);
}

QStringList textsOf(const drawing::Drawing& drawing) {
    QStringList texts;
    for (const drawing::Label& label : drawing.labels) texts.append(label.text);
    return texts;
}

/// The colour at a point: that of the last box over it.
QColor colourAt(const drawing::Drawing& drawing, QPointF at) {
    QColor colour = drawing.paper;
    for (const drawing::Box& box : drawing.boxes)
        if (box.rect.contains(at)) colour = box.fill;
    return colour;
}

QPointF middleOf(const matrix::Geometry& geometry, int row, int column) {
    return geometry.square.topLeft() + QPointF(column + 0.5, row + 0.5) * geometry.cell;
}

matrix::Geometry geometryOf(const Snapshot& snapshot) {
    return matrix::place(QStringList(snapshot.labels.begin(), snapshot.labels.end()), snapshot.size(), 1, area);
}

} // namespace

class TestMatrixDrawing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coloursGoFromTheirEnds_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("colour");
        QTest::newRow("0 on white") << 0 << false << QColor(0xfde725);
        QTest::newRow("1 on white") << matrix::colourLevels - 1 << false << QColor(0x440154);
        QTest::newRow("0 on black") << 0 << true << QColor(0x440154);
        QTest::newRow("1 on black") << matrix::colourLevels - 1 << true << QColor(0xfde725);
    }

    void coloursGoFromTheirEnds() {
        QFETCH(int, level);
        QFETCH(bool, dark);
        QTEST(matrix::weightColour(level, dark), "colour");
    }

    void levels() {
        QCOMPARE(matrix::levelOf(0), 0);
        QCOMPARE(matrix::levelOf(1), matrix::colourLevels - 1);
        QCOMPARE(matrix::levelOf(1.0001), matrix::colourLevels - 1);
        QCOMPARE(matrix::levelOf(-1), 0);
    }

    void cellsAreTheWeights() {
        const SnapshotPtr snapshot = tiny(9);
        const matrix::Cells cells = matrix::poolWeights(*snapshot->trace, {head}, 128);
        QCOMPARE(cells.side, 9);
        std::vector<float> row(9);
        for (int query = 0; query < 9; ++query) {
            snapshot->trace->weights(head, query, row);
            for (int key = 0; key < 9; ++key)
                QCOMPARE(cells.at(query, key), key <= query ? row[std::size_t(key)] : matrix::Cells::masked);
        }
    }

    void severalHeadsAreTheirMean() {
        const SnapshotPtr snapshot = tiny(4);
        const matrix::Cells cells = matrix::poolWeights(*snapshot->trace, {{0, 0}, {1, 1}}, 128);
        const float mean = (snapshot->trace->weight({0, 0}, 3, 1) + snapshot->trace->weight({1, 1}, 3, 1)) / 2;
        QVERIFY(std::abs(cells.at(3, 1) - mean) < 1e-6F);
    }

    /// However few the cells, the largest weight of a row of tokens is in them.
    void poolingLosesNoStrongWeight() {
        const SnapshotPtr snapshot = tiny(29);
        const matrix::Cells cells = matrix::poolWeights(*snapshot->trace, {head}, 10);
        QCOMPARE(cells.span, 3);
        QCOMPARE(cells.side, 10);
        for (int query = 0; query < 29; ++query)
            for (int key = 0; key <= query; ++key)
                QVERIFY(cells.at(query / 3, key / 3) >= snapshot->trace->weight(head, query, key) - 1e-6F);
    }

    void aCellHasItsColour() {
        const SnapshotPtr snapshot = tiny(8);
        const matrix::Geometry geometry = geometryOf(*snapshot);
        const matrix::Matrix drawn = matrix::compose(*snapshot, {{head}, false}, area, Palette::light());
        const QColor expected = matrix::weightColour(matrix::levelOf(snapshot->trace->weight(head, 5, 2)), false);
        QCOMPARE(colourAt(drawn.drawing, middleOf(geometry, 5, 2)), expected);
        QCOMPARE(colourAt(drawn.drawing, middleOf(geometry, 2, 5)), Palette::light().paper);
        QVERIFY(drawn.remark.isEmpty());
    }

    void transposedQueriesAreColumns() {
        const SnapshotPtr snapshot = tiny(8);
        const matrix::Geometry geometry = geometryOf(*snapshot);
        const matrix::Matrix drawn = matrix::compose(*snapshot, {{head}, true}, area, Palette::dark());
        const QColor expected = matrix::weightColour(matrix::levelOf(snapshot->trace->weight(head, 5, 2)), true);
        QCOMPARE(colourAt(drawn.drawing, middleOf(geometry, 2, 5)), expected);
        for (const drawing::Label& label : drawn.drawing.labels) {
            if (label.text == QLatin1String("query")) QCOMPARE(label.angle, 0.0);
            if (label.text == QLatin1String("key")) QCOMPARE(label.angle, -90.0);
        }
    }

    void wordsOfThePicture() {
        const SnapshotPtr snapshot = tiny(8);
        const QStringList one = textsOf(matrix::compose(*snapshot, {{head}, false}, area, Palette::light()).drawing);
        for (const char* word : {"head 1.0", "query", "key", "weight", "0", "1"})
            QVERIFY2(one.contains(QLatin1String(word)), word);
        QCOMPARE(one.count(snapshot->labels[3]),
                 2 * std::count(snapshot->labels.begin(), snapshot->labels.end(), snapshot->labels[3]));
        const auto several = matrix::compose(*snapshot, {{head, {0, 1}}, false}, area, Palette::light());
        QVERIFY(textsOf(several.drawing).contains(QStringLiteral("mean of 1.0, 0.1")));
    }

    void labelsStayReadable_data() {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QSizeF>("size");
        for (const int tokens : {1, 8, 60, 128, 500})
            for (const QSizeF size : {QSizeF(1200, 600), QSizeF(400, 300), QSizeF(300, 900)})
                QTest::addRow("%d tokens on %gx%g", tokens, size.width(), size.height()) << tokens << size;
    }

    void labelsStayReadable() {
        QFETCH(int, tokens);
        QFETCH(QSizeF, size);
        QStringList labels;
        for (int i = 0; i < tokens; ++i)
            labels.append(i % 5 == 0 ? QStringLiteral("unbelievable") : QStringLiteral("it"));
        const int span = (tokens + matrix::cellsThatFit(size) - 1) / matrix::cellsThatFit(size);
        const matrix::Geometry geometry = matrix::place(labels, (tokens + span - 1) / span, span, size);
        QVERIFY(geometry.font >= 8);
        QVERIFY(geometry.cell >= 1);
        QVERIFY(geometry.token * geometry.every >= geometry.font * 0.9 || geometry.labels.size() == 1);
        QVERIFY(QRectF(QPointF(), size).contains(geometry.square));
        QVERIFY(QRectF(QPointF(), size).contains(geometry.legend));
        QVERIFY(geometry.square.left() - geometry.labelWidth > 0);
        for (const QString& label : geometry.labels)
            QVERIFY(drawing::textWidth(label, geometry.font) <= geometry.labelWidth);
    }

    /// Cells grow before they become too small to see, and the caption says so.
    void longTextsSayWhatACellIs() {
        const QSizeF small(160, 110);
        QCOMPARE(matrix::cellsThatFit(area), 128);
        QCOMPARE(matrix::cellsThatFit(small), 15);
        const SnapshotPtr snapshot = tiny(32);
        const matrix::Matrix drawn = matrix::compose(*snapshot, {{head}, false}, small, Palette::light());
        QVERIFY2(drawn.remark.contains(QStringLiteral("3 \u00d7 3")), qPrintable(drawn.remark));
    }

    void anEmptyText() {
        const SnapshotPtr snapshot = tiny(0);
        const matrix::Matrix drawn = matrix::compose(*snapshot, {{head}, false}, area, Palette::light());
        QVERIFY(drawn.drawing.boxes.empty() && drawn.drawing.labels.empty());
        QCOMPARE(drawn.drawing.size, area);
    }
};

QTEST_MAIN(TestMatrixDrawing)
#include "tst_matrix_drawing.moc"
