#include "app/command/output.h"

#include "engine/error.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace command {

namespace {

[[noreturn]] void failStandardOutput() {
    const QString sentence = QCoreApplication::translate("command", "cannot write to standard output: %1.");
    throw mayfly::Error(mayfly::ErrorKind::NotWritten, sentence.arg(QString::fromLocal8Bit(std::strerror(errno))).toStdString());
}

} // namespace

Output::Output(const QString& file) {
    if (file != QLatin1String("-")) m_file.emplace(file);
}

void Output::write(std::string_view bytes) {
    if (m_file)
        m_file->write(bytes);
    else if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
        failStandardOutput();
}

void Output::commit() {
    if (m_file)
        m_file->commit();
    else if (std::fflush(stdout) != 0)
        failStandardOutput();
}

} // namespace command
