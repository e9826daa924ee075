#include "app/exporting/sheet.h"

#include "app/drawing/clip.h"

#include <algorithm>
#include <cmath>

namespace exporting {

namespace {

/// A graph along a line of text is wide, a matrix is square.
double shapeOf(const FigureChoice& choice) {
    return choice.view == view::Kind::Graph && choice.layout == graph::Layout::Arc ? 1.8 : 1;
}

} // namespace

bool hasSheet(view::Kind view) { return view == view::Kind::Graph || view == view::Kind::Matrix; }

std::vector<QRectF> cellsOf(int count, QSizeF area, double shape) {
    const auto rowsFor = [count](int columns) { return (count + columns - 1) / columns; };
    const auto misfit = [&](int columns) {
        return std::abs(std::log(area.width() / columns / (area.height() / rowsFor(columns)) / shape));
    };
    int columns = 1;
    for (int each = 2; each <= count; ++each)
        // Where two fit alike, the one that leaves fewer cells empty.
        if (misfit(each) < misfit(columns) - 1e-9) columns = each;
    const QSizeF cell(area.width() / columns, area.height() / rowsFor(columns));
    std::vector<QRectF> cells;
    for (int i = 0; i < count; ++i)
        cells.emplace_back(QPointF(cell.width() * (i % columns), cell.height() * (i / columns)), cell);
    return cells;
}

FigurePicture sheetOf(const FigureChoice& choice, QSizeF area, int mostCells) {
    const int heads = choice.snapshot->trace->heads();
    const std::vector<QRectF> cells = cellsOf(heads, area, shapeOf(choice));
    // The cells share what a file may hold.
    const int most = std::max(16, int(mostCells / std::sqrt(heads)));
    FigurePicture sheet;
    for (int head = 0; head < heads; ++head) {
        FigureChoice own = choice;
        own.sheetOf.reset();
        own.choice.heads = {{*choice.sheetOf, head}};
        const QRectF& cell = cells[std::size_t(head)];
        const FigurePicture picture = pictureOf(own, cell.size(), most);
        drawing::addClipped(picture.drawing, cell.topLeft(), cell, sheet.drawing);
        if (cell.left() > 0)
            sheet.drawing.boxes.push_back({QRectF(cell.left(), cell.top(), 1, cell.height()), choice.palette.faint, 1, 0});
        if (cell.top() > 0)
            sheet.drawing.boxes.push_back({QRectF(cell.left(), cell.top(), cell.width(), 1), choice.palette.faint, 1, 0});
    }
    // What a picture remarks differs from head to head, what was altered does not.
    sheet.remarks = alterations(choice);
    return sheet;
}

} // namespace exporting
