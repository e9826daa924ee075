#include "app/prompt/chips.h"

int ChipLayout::at(QPointF point) const {
    for (std::size_t i = 0; i < chips.size(); ++i)
        if (chips[i].contains(point)) return int(i);
    return -1;
}

ChipLayout layoutChips(const std::vector<double>& widths, double width, double lineHeight) {
    constexpr double gap = 2;
    ChipLayout layout;
    layout.lineHeight = lineHeight;
    double x = 0;
    double y = 0;
    for (const double each : widths) {
        if (x > 0 && x + each > width) {
            x = 0;
            y += lineHeight;
        }
        layout.chips.emplace_back(x, y, each, lineHeight - gap);
        x += each + gap;
    }
    layout.height = widths.empty() ? 0 : y + lineHeight;
    return layout;
}
