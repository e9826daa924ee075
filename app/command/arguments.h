#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace command {

/// An option that a command knows, with its dashes.
struct Option {
    QByteArray name;
    bool takesValue = true;
};

/// A command's words taken apart: each option at most once, as `--name value` or `--name=value`.
///
/// What follows an option that takes a value is that value, whatever it begins with, so `--text "-5"` and `-o -` mean
/// what they say. Every function throws Wrong.
class Arguments {
public:
    /// `program` is how the command is called ("mayfly trace"), for the sentences.
    Arguments(QString program, const QList<Option>& known, const QByteArrayList& words);

    bool has(const QByteArray& name) const { return m_values.contains(name); }
    std::optional<QByteArray> value(const QByteArray& name) const;
    /// Wrong if the option is missing or empty.
    QByteArray required(const QByteArray& name) const;
    /// One of `choices`, the first if the option is absent.
    QByteArray oneOf(const QByteArray& name, const QByteArrayList& choices) const;
    const QString& program() const { return m_program; }

private:
    void take(const Option& option, const QByteArray& value);

    QString m_program;
    QHash<QByteArray, QByteArray> m_values;
};

/// A word of the caller's as a sentence may hold it: in quotes, on one line, cut if long.
QString quoted(const QByteArray& word);

} // namespace command
