#include "app/snapshot/sheet.h"

#include <algorithm>
#include <cmath>

QImage sheetOf(const mayfly::HeadMaps& maps) {
    const int side = maps.side; // which no pixel that is written could change
    if (side == 0) return {};
    QImage sheet(maps.heads * side, maps.layers * side, QImage::Format_Indexed8);
    for (int row = 0; row < sheet.height(); ++row) {
        uchar* pixel = sheet.scanLine(row);
        for (int head = 0; head < maps.heads; ++head, pixel += side) {
            const float* cells = maps.map({row / side, head}) + (row % side) * side;
            for (int column = 0; column < side; ++column)
                pixel[column] = uchar(255 * std::sqrt(std::clamp(cells[column], 0.0F, 1.0F)) + 0.5F);
        }
    }
    return sheet;
}
