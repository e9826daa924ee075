#pragma once

#include <QFileDevice>
#include <QString>

#include <memory>
#include <string_view>

namespace command {

/// Where a command's result goes: a file that is there whole or not at all, or standard output for "-".
/// What stood in the file stays until `commit`. Throws mayfly::Error naming the file and the reason.
class Output {
public:
    explicit Output(const QString& file);
    ~Output();

    void write(std::string_view bytes);
    void commit();

private:
    [[noreturn]] void fail() const;

    QString m_name; ///< for sentences
    std::unique_ptr<QFileDevice> m_device;
};

} // namespace command
