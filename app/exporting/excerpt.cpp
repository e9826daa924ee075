#include "app/exporting/excerpt.h"

#include <algorithm>

namespace exporting {

namespace {

constexpr qsizetype longestWord = 24; ///< that is dropped rather than cut

QString beginning(const QString& text, qsizetype size) {
    const qsizetype space = text.lastIndexOf(u' ', size);
    if (space > 0 && size - space < longestWord) return text.first(space);
    return text.first(size > 0 && text[size - 1].isHighSurrogate() ? size - 1 : size);
}

QString ending(const QString& text, qsizetype size) {
    const qsizetype from = text.size() - size;
    const qsizetype space = text.indexOf(u' ', from);
    if (space >= 0 && space - from < longestWord) return text.sliced(space + 1);
    return text.sliced(from < text.size() && text[from].isLowSurrogate() ? from + 1 : from);
}

} // namespace

QString excerpt(const QString& text, const std::function<bool(const QString&)>& fits) {
    constexpr qsizetype most = 3000; // letters of an end, which is more than a caption holds
    if (text.size() <= 2 * most && fits(text)) return text;
    const QString line = text.simplified();
    const auto cut = [&](qsizetype each) { return beginning(line, each) + QStringLiteral(" \u2026 ") + ending(line, each); };
    qsizetype least = 0, largest = std::min(most, line.size() / 2);
    while (least < largest) {
        const qsizetype middle = (least + largest + 1) / 2;
        const bool does = fits(cut(middle));
        (does ? least : largest) = does ? middle : middle - 1;
    }
    return cut(least);
}

} // namespace exporting
