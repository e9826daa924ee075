#include "app/snapshot/sheet.h"

#include <algorithm>

QImage sheetOf(const mayfly::HeadMaps& maps) {
    const int side = maps.side; // which no pixel that is written could change
    if (side == 0) return {};
    QImage sheet(maps.heads * side, maps.layers * side, QImage::Format_Indexed8);
    for (int row = 0; row < sheet.height(); ++row) {
        uchar* pixel = sheet.scanLine(row);
        for (int head = 0; head < maps.heads; ++head, pixel += side)
            std::copy_n(maps.map({row / side, head}) + (row % side) * side, side, pixel);
    }
    return sheet;
}
