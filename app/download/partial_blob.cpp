#include "app/download/partial_blob.h"

#include "engine/error.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <cstdio>

#ifdef __unix__
#include <unistd.h>
#endif

namespace download {

namespace {

constexpr qint64 chunk = 1 << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

/// Onto the disk itself: a blob's name says that it is whole, also after the power has failed.
void flushToDisk(QFile& file) {
#ifdef __unix__
    ::fsync(file.handle());
#endif
}

} // namespace

PartialBlob::PartialBlob(const CacheFolder& folder, const RemoteFile& file, const Stop& stop)
    : m_file(file), m_blob(folder.blob(QString::fromLatin1(file.checksum))),
      m_disk(folder.incomplete(QString::fromLatin1(file.checksum))), m_checksum(file.checksum, file.size) {
    // Unbuffered: a full disk is noticed at the bytes that do not fit any more.
    errno = 0;
    if (!m_disk.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) fail();
    readAgain(stop);
}

void PartialBlob::readAgain(const Stop& stop) {
    if (m_disk.size() > m_file.size) restart();
    while (m_size < m_disk.size()) {
        throwIfStopped(stop);
        errno = 0;
        const QByteArray bytes = m_disk.read(chunk);
        if (bytes.isEmpty()) fail();
        m_checksum.add(bytes);
        m_size += bytes.size();
    }
}

void PartialBlob::append(const QByteArray& bytes) {
    for (qsizetype done = 0; done < bytes.size();) {
        errno = 0;
        const qint64 written = m_disk.write(bytes.constData() + done, bytes.size() - done);
        if (written <= 0) fail();
        done += written;
    }
    m_checksum.add(bytes);
    m_size += bytes.size();
}

void PartialBlob::restart() {
    errno = 0;
    if (!m_disk.resize(0) || !m_disk.seek(0)) fail();
    m_checksum.reset();
    m_size = 0;
}

bool PartialBlob::finish() {
    if (!m_checksum.matches()) {
        restart();
        return false;
    }
    flushToDisk(m_disk);
    const QString incomplete = m_disk.fileName();
    m_disk.close();
    // In place of a broken blob too, in one step.
    if (std::rename(QFile::encodeName(incomplete).constData(), QFile::encodeName(m_blob).constData()) != 0) fail();
    return true;
}

/// Of the call before which errno was set to 0.
void PartialBlob::fail() const {
    const QString reason = errno != 0 ? qt_error_string(errno) : m_disk.errorString();
    throw mayfly::Error(mayfly::ErrorKind::NotWritten,
                        Words::tr("could not write %1: %2; what has arrived is kept.")
                            .arg(QDir::toNativeSeparators(m_disk.fileName()), reason)
                            .toStdString());
}

} // namespace download
