#include "app/command/values.h"

#include "app/command/arguments.h"
#include "app/command/command_line.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace command {

namespace {

constexpr int leastSide = 100;
constexpr int mostSide = 20000;

QString tr(const char* text) {
    return QCoreApplication::translate("command", text);
}

/// `sentence` with the option and the value filled in.
Wrong wrong(const char* sentence, const QByteArray& option, const QByteArray& value) {
    return {tr(sentence).arg(QString::fromUtf8(option), quoted(value))};
}

std::optional<int> integer(const QByteArray& digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    if (end != digits.end() || error == std::errc::invalid_argument) return std::nullopt;
    if (error == std::errc::result_out_of_range)
        return digits.startsWith('-') ? std::numeric_limits<int>::min() : std::numeric_limits<int>::max();
    return value;
}

} // namespace

std::vector<int> integers(const QByteArray& option, const QByteArray& value) {
    std::vector<int> list;
    if (value.trimmed().isEmpty()) return list;
    for (const QByteArray& item : value.split(',')) {
        const auto read = integer(item.trimmed());
        if (!read)
            throw wrong(QT_TRANSLATE_NOOP("command", "%1 takes whole numbers with commas between them and not %2."),
                        option, value);
        list.push_back(*read);
    }
    return list;
}

std::optional<std::vector<int>> integersOrAll(const QByteArray& option, const QByteArray& value) {
    if (value == "all") return std::nullopt;
    std::vector<int> list = integers(option, value);
    if (list.empty())
        throw wrong(QT_TRANSLATE_NOOP("command", "%1 takes numbers such as 0,5 or all, and not %2."), option, value);
    return list;
}

std::vector<mayfly::HeadIndex> headList(const QByteArray& option, const QByteArray& value) {
    std::vector<mayfly::HeadIndex> heads;
    for (const QByteArray& item : value.split(',')) {
        const auto head = mayfly::parseHeadIndex(item.trimmed().toStdString());
        if (!head)
            throw wrong(
                QT_TRANSLATE_NOOP("command", "%1 takes heads as layer.head, such as 3.6 or 3.6,2.1, and not %2."),
                option, value);
        if (std::find(heads.begin(), heads.end(), *head) == heads.end()) heads.push_back(*head);
    }
    return heads;
}

double number(const QByteArray& option, const QByteArray& value, double least, double most) {
    double read = 0;
    const auto [end, error] = std::from_chars(value.begin(), value.end(), read);
    if (end != value.end() || error != std::errc{} || !(read >= least && read <= most))
        throw Wrong{tr("%1 takes a number from %2 to %3 and not %4.")
                        .arg(QString::fromUtf8(option), QString::number(least), QString::number(most), quoted(value))};
    return read;
}

QSize sizeOf(const QByteArray& option, const QByteArray& value) {
    const QByteArrayList sides = value.split('x');
    const auto width = sides.size() == 2 ? integer(sides[0]) : std::nullopt;
    const auto height = sides.size() == 2 ? integer(sides[1]) : std::nullopt;
    if (!width || !height || std::min(*width, *height) < leastSide || std::max(*width, *height) > mostSide)
        throw Wrong{
            tr("%1 takes a width and a height from %2 to %3 pixels, such as 1200x700, and not %4.")
                .arg(QString::fromUtf8(option), QString::number(leastSide), QString::number(mostSide), quoted(value))};
    return {*width, *height};
}

} // namespace command
