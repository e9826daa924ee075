#include "app/style/palette.h"

#include <algorithm>
#include <cmath>

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Palette Palette::light() {
    return {.paper = QColor(0xffffff),
            .ink = QColor(0x1c2024),
            .muted = QColor(0x5f6871),
            .faint = QColor(0xd9dee3),
            .outgoing = QColor(0xc85000),
            .incoming = QColor(0x3f6491),
            .query = QColor(0x9a7600),
            .key = QColor(0x007f80),
            .gained = QColor(0xb85400),
            .lost = QColor(0x1c5fb8),
            .heads = {QColor(0x0072b2), QColor(0xd55e00), QColor(0x00875f), QColor(0xb8558f), QColor(0x9a6a00),
                      QColor(0x2f8fc4), QColor(0x767000), QColor(0x2b2f33)}};
}

Palette Palette::dark() {
    return {.paper = QColor(0x17191c),
            .ink = QColor(0xe9ecef),
            .muted = QColor(0x9aa4ae),
            .faint = QColor(0x34393f),
            .outgoing = QColor(0xff9a4d),
            .incoming = QColor(0x8fb8ea),
            .query = QColor(0xf0d24a),
            .key = QColor(0x4fd0c8),
            .gained = QColor(0xffa552),
            .lost = QColor(0x6aaef5),
            .heads = {QColor(0x4aa8e0), QColor(0xf07f33), QColor(0x1fc08f), QColor(0xe08fbd), QColor(0xe6a81c),
                      QColor(0x86cdf5), QColor(0xe8de58), QColor(0xd5d9dd)}};
}

bool Palette::isDark() const { return paper.lightnessF() < 0.5F; }

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}
