#include "app/command/arguments.h"

#include "app/command/command_line.h"
#include "engine/files/in_quotes.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace command {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("command", text);
}

const Option* find(const QList<Option>& known, const QByteArray& name) {
    const auto at = std::find_if(known.begin(), known.end(), [&](const Option& each) { return each.name == name; });
    return at == known.end() ? nullptr : &*at;
}

Wrong unexpected(const QString& program, const QByteArray& word) {
    return {tr("%1 does not know what to do with %2; %1 --help shows how it is called.").arg(program, quoted(word))};
}

Wrong unknown(const QString& program, const QByteArray& word) {
    return {tr("%1 has no option %2; %1 --help lists those it has.").arg(program, quoted(word))};
}

Wrong withValue(const QByteArray& option) {
    return {tr("%1 takes no value.").arg(QString::fromUtf8(option))};
}

Wrong withoutValue(const QByteArray& option) {
    return {tr("%1 needs a value after it.").arg(QString::fromUtf8(option))};
}

Wrong twice(const QByteArray& option) {
    return {tr("%1 is given twice.").arg(QString::fromUtf8(option))};
}

Wrong missing(const QString& program, const QByteArray& option) {
    return {tr("%1 needs %2; %1 --help shows how it is called.").arg(program, QString::fromUtf8(option))};
}

Wrong noChoice(const QByteArray& option, const QByteArrayList& choices, const QByteArray& given) {
    const QString listed = QString::fromUtf8(choices.join(tr(" or ").toUtf8()));
    return {tr("%1 is %2 and not %3.").arg(QString::fromUtf8(option), listed, quoted(given))};
}

} // namespace

QString quoted(const QByteArray& word) {
    return QString::fromUtf8(mayfly::inQuotes({word.constData(), std::size_t(word.size())}));
}

Arguments::Arguments(QString program, const QList<Option>& known, const QByteArrayList& words)
    : m_program(std::move(program)) {
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray& word = words[i];
        if (!word.startsWith('-') || word == "-") throw unexpected(m_program, word);
        const qsizetype equals = word.indexOf('=');
        const Option* option = find(known, equals < 0 ? word : word.first(equals));
        if (option == nullptr) throw unknown(m_program, word);
        if (equals >= 0 && !option->takesValue) throw withValue(option->name);
        if (equals >= 0 || !option->takesValue)
            take(*option, equals < 0 ? QByteArray() : word.sliced(equals + 1));
        else if (i + 1 == words.size())
            throw withoutValue(option->name);
        else
            take(*option, words[++i]);
    }
}

void Arguments::take(const Option& option, const QByteArray& value) {
    if (has(option.name)) throw twice(option.name);
    m_values.insert(option.name, value);
}

std::optional<QByteArray> Arguments::value(const QByteArray& name) const {
    const auto at = m_values.find(name);
    return at == m_values.end() ? std::nullopt : std::optional(*at);
}

QByteArray Arguments::required(const QByteArray& name) const {
    const QByteArray given = value(name).value_or(QByteArray());
    if (given.isEmpty()) throw has(name) ? withoutValue(name) : missing(m_program, name);
    return given;
}

QByteArray Arguments::oneOf(const QByteArray& name, const QByteArrayList& choices) const {
    const QByteArray given = value(name).value_or(choices.front());
    if (!choices.contains(given)) throw noChoice(name, choices, given);
    return given;
}

} // namespace command
