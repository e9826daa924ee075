#include "app/command/values.h"

#include "app/command/arguments.h"
#include "app/command/command_line.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

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

/// A number that no model has: its option and it as they were given.
Wrong beyond(const QByteArray& option, const QByteArray& given) {
    Wrong wrong{tr("%1 asks for %2, which no model has.").arg(QString::fromUtf8(option), QString::fromUtf8(given))};
    wrong.code = 1;
    return wrong;
}

std::optional<int> integer(const QByteArray& option, const QByteArray& digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    if (end != digits.end() || error == std::errc::invalid_argument) return std::nullopt;
    if (error == std::errc::result_out_of_range) throw beyond(option, digits);
    return value;
}

/// Whether it is written as a head, though not of a head that there can be.
bool isNoHead(const QByteArray& option, const QByteArray& item) {
    const QByteArrayList parts = item.split('.');
    return parts.size() == 2 && integer(option, parts[0]) && integer(option, parts[1]);
}

} // namespace

std::vector<int> integers(const QByteArray& option, const QByteArray& value) {
    std::vector<int> list;
    if (value.trimmed().isEmpty()) return list;
    for (const QByteArray& item : value.split(',')) {
        const auto read = integer(option, item.trimmed());
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
        if (!head && isNoHead(option, item.trimmed())) throw beyond(option, item.trimmed());
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
    const auto side = [](const QByteArray& digits) {
        int pixels = 0;
        const auto [end, error] = std::from_chars(digits.begin(), digits.end(), pixels);
        return end == digits.end() && error == std::errc{} && pixels >= leastSide && pixels <= mostSide ? pixels : 0;
    };
    const QSize size = sides.size() == 2 ? QSize(side(sides[0]), side(sides[1])) : QSize();
    if (size.isEmpty())
        throw Wrong{
            tr("%1 takes a width and a height from %2 to %3 pixels, such as 1200x700, and not %4.")
                .arg(QString::fromUtf8(option), QString::number(leastSide), QString::number(mostSide), quoted(value))};
    return size;
}

} // namespace command
