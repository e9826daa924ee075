#include "app/saving/whole_file.h"

#include "engine/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <filesystem>

namespace saving {

namespace {

constexpr qsizetype buffer = 1 << 16;

[[noreturn]] void failToSave(const QString& file, const QString& reason) {
    const QString sentence =
        QCoreApplication::translate("saving", "could not save \"%1\": %2; nothing was changed.");
    throw mayfly::Error(mayfly::ErrorKind::NotWritten, sentence.arg(QDir::toNativeSeparators(file), reason).toStdString());
}

/// Whether a file that takes the place of `file` (or of what it is a link to) would destroy a device, a pipe or a socket.
/// A folder is left to QSaveFile, which refuses it.
bool isNoPlaceForAFile(const QString& file) {
    std::error_code error;
    const auto type = std::filesystem::status(QFile::encodeName(file).toStdString(), error).type();
    using enum std::filesystem::file_type;
    return type == block || type == character || type == fifo || type == socket || type == unknown;
}

} // namespace

void requirePlaceForFile(const QString& file) {
    if (isNoPlaceForAFile(file))
        failToSave(file, QCoreApplication::translate("saving", "it is a device, a pipe or a socket and not a file"));
}

WholeFile::WholeFile(const QString& file) : m_file(file) {
    requirePlaceForFile(file);
    // Unbuffered, because QSaveFile (6.4) commits half a file if its own buffer cannot be written out at the end.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) fail(0);
}

void WholeFile::write(std::string_view bytes) {
    m_waiting.append(bytes.data(), qsizetype(bytes.size()));
    if (m_waiting.size() >= buffer) flush();
}

void WholeFile::commit() {
    flush();
    if (!m_file.commit()) fail(0);
}

/// A full disk takes a part of the bytes first, without an error, and refuses the rest.
void WholeFile::flush() {
    for (qsizetype done = 0; done < m_waiting.size();) {
        errno = 0;
        const qint64 written = m_file.write(m_waiting.constData() + done, m_waiting.size() - done);
        if (written <= 0) fail(errno);
        done += written;
    }
    m_waiting.clear();
}

void WholeFile::fail(int error) const {
    failToSave(m_file.fileName(), error != 0 ? qt_error_string(error) : m_file.errorString());
}

void writeWhole(const QString& file, const QByteArray& bytes) {
    WholeFile out(file);
    out.write(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    out.commit();
}

} // namespace saving
