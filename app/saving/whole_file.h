#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

#include <string_view>

namespace saving {

/// Throws mayfly::Error (NotWritten) if `file`, or what it is a link to, is a device, a pipe or a socket: a file that is written
/// whole would take its place.
void requirePlaceForFile(const QString& file);

/// A file that is there whole or not at all: what stood in its place stays until `commit`, and stays if anything fails.
/// Every call throws mayfly::Error with one sentence that names the file and the reason, such as a full disk.
/// Only files are written over, as `requirePlaceForFile` says.
class WholeFile {
public:
    explicit WholeFile(const QString& file);

    void write(std::string_view bytes);
    void commit();

private:
    void flush();
    [[noreturn]] void fail(int error) const;

    QSaveFile m_file;
    QByteArray m_waiting; ///< bytes that are not written yet
};

/// All of it at once.
void writeWhole(const QString& file, const QByteArray& bytes);

} // namespace saving
