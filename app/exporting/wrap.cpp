#include "app/exporting/wrap.h"

namespace exporting {

namespace {

/// Up to and with the next space or line end.
qsizetype endOfWord(const QString& text, qsizetype from) {
    while (from < text.size() && !text[from].isSpace()) ++from;
    return from < text.size() ? from + 1 : from;
}

/// How much of a word that is wider than a line fits on one; at least one character, a surrogate pair whole.
qsizetype fitting(const QString& word, double width, const std::function<double(const QString&)>& widthOf) {
    qsizetype low = 1;
    qsizetype high = word.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (widthOf(word.left(middle)) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low < word.size() && word[low].isLowSurrogate()) low += low > 1 ? -1 : 1;
    return low;
}

} // namespace

QStringList wrap(const QString& text, double width, const std::function<double(const QString&)>& widthOf) {
    QStringList lines;
    QString line;
    double used = 0;
    const auto flush = [&] {
        lines.append(line);
        line.clear();
        used = 0;
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfWord(text, at);
        QString word = text.mid(at, end - at);
        at = end;
        const bool lineEnd = word.endsWith(u'\n');
        if (lineEnd) word.back() = u' ';
        const double own = widthOf(word.trimmed());
        if (!line.isEmpty() && used + own > width) flush();
        while (widthOf(word.trimmed()) > width) {
            const qsizetype part = fitting(word, width, widthOf);
            if (part >= word.size()) break;
            line = word.left(part);
            flush();
            word = word.mid(part);
        }
        line += word;
        used += widthOf(word);
        if (lineEnd) flush();
    }
    if (!line.isEmpty()) flush();
    return lines;
}

} // namespace exporting
