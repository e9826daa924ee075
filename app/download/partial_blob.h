#pragma once

#include "app/download/cache_folder.h"
#include "app/download/checksum.h"
#include "app/download/stop.h"

#include <QFile>

namespace download {

/// A file of a repository.
struct RemoteFile {
    QString name;
    QByteArray checksum; ///< names the blob
    qint64 size = 0;     ///< bytes

    bool operator==(const RemoteFile&) const = default;
};

/// A blob that is being written, CHECKSUM.incomplete: what an earlier attempt left is kept and gone on with. All of it
/// throws mayfly::Error (NotWritten) where the disk does not do its part.
class PartialBlob {
public:
    /// Opens it, and reads what is there for its checksum; throws Stopped if told to stop meanwhile.
    PartialBlob(const CacheFolder& folder, const RemoteFile& file, const Stop& stop);

    qint64 size() const { return m_size; }
    /// Bytes that are still to come.
    qint64 missing() const { return m_file.size - m_size; }
    void append(const QByteArray& bytes);
    /// Throws away all that is there.
    void restart();
    /// Makes it the blob if it is what its checksum says; else begins again with nothing and returns false.
    bool finish();
    /// Takes it off the disk; it is of no more use.
    void discard() { m_disk.remove(); }

private:
    void readAgain(const Stop& stop);
    [[noreturn]] void fail() const;

    RemoteFile m_file;
    QString m_blob;
    QFile m_disk;
    Checksum m_checksum;
    qint64 m_size = 0;
};

} // namespace download
