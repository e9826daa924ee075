#pragma once

#include <QMap>
#include <QString>

namespace download {

/// A repository's folder in a Hugging Face cache, in that library's own layout:
///
///     models--owner--name/blobs/CHECKSUM                  the files, and CHECKSUM.incomplete
///                         refs/main                       the commit that main was last
///                         snapshots/COMMIT/config.json -> ../../blobs/CHECKSUM
///
/// Paths are worked out; only the last two functions touch the disk, and throw mayfly::Error (NotWritten).
class CacheFolder {
public:
    CacheFolder(const QString& cache, const QString& repository);

    QString path() const { return m_path; }
    QString blob(const QString& checksum) const;
    QString incomplete(const QString& checksum) const;
    /// What Hugging Face's library locks while it writes that blob.
    QString lock(const QString& checksum) const;
    QString snapshot(const QString& commit) const;

    /// Makes the folder of blobs and that of locks.
    void prepare() const;
    /// Shows a snapshot whose blobs are all there: a new one comes whole or not at all, to one that is there already what it
    /// lacks is added. `files` are names and checksums. Then the revision refers to it, unless it is the commit itself.
    void publish(const QString& commit, const QMap<QString, QString>& files, const QString& revision) const;

private:
    void link(const QString& folder, const QMap<QString, QString>& files) const;
    void refer(const QString& revision, const QString& commit) const;

    QString m_path;
    QString m_locks;
};

} // namespace download
