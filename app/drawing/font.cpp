#include "app/drawing/font.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace drawing {

QStringList fontFamilies() {
    return {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
            QStringLiteral("sans-serif")};
}

QFont font(double pixels, bool bold) {
    QFont made;
    made.setFamilies(fontFamilies());
    made.setPixelSize(std::max(1, int(std::lround(std::min(pixels, 1e4)))));
    made.setBold(bold);
    // Hinted glyphs are of other widths at each size; these scale.
    made.setHintingPreference(QFont::PreferNoHinting);
    // Latin letters stand for themselves: ligatures and contextual forms would join letters of two tokens, and be
    // missed by who searches a PDF, where Qt 6.4 cannot say what they stand for. Scripts that need shaping get it all
    // the same.
    made.setStyleStrategy(QFont::PreferNoShaping);
    return made;
}

double textWidth(const QString& text, double pixels, bool bold) {
    const QFont sized = font(pixels, bold);
    return QFontMetricsF(sized).horizontalAdvance(text) * pixels / sized.pixelSize();
}

double baselineOffset(double pixels, bool bold) {
    // Asked of a large font, because small ones answer in whole pixels.
    static const auto share = [](bool heavy) { return QFontMetricsF(font(1000, heavy)).capHeight() / 1000 / 2; };
    static const double regularShare = share(false), boldShare = share(true);
    return pixels * (bold ? boldShare : regularShare);
}

} // namespace drawing
