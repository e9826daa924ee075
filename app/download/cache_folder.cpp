#include "app/download/cache_folder.h"

#include "app/saving/whole_file.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace download {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

void makeFolder(const QString& path) {
    if (QDir().mkpath(path)) return;
    throw mayfly::Error(mayfly::ErrorKind::NotWritten,
                        Words::tr("the folder %1 cannot be made.").arg(QDir::toNativeSeparators(path)).toStdString());
}

[[noreturn]] void failToLink(const QString& path) {
    throw mayfly::Error(mayfly::ErrorKind::NotWritten, Words::tr("%1 cannot be written; the Hugging Face cache must lie "
                                                                 "where links to files can be made.")
                                                           .arg(QDir::toNativeSeparators(path))
                                                           .toStdString());
}

} // namespace

CacheFolder::CacheFolder(const QString& cache, const QString& repository) {
    const QString name = QStringLiteral("/models--") + QString(repository).replace(u'/', QLatin1String("--"));
    m_path = cache + name;
    m_locks = cache + QStringLiteral("/.locks") + name;
}

QString CacheFolder::blob(const QString& checksum) const { return m_path + QStringLiteral("/blobs/") + checksum; }

QString CacheFolder::incomplete(const QString& checksum) const {
    return blob(checksum) + QStringLiteral(".incomplete");
}

QString CacheFolder::lock(const QString& checksum) const { return m_locks + u'/' + checksum + QStringLiteral(".lock"); }

QString CacheFolder::snapshot(const QString& commit) const { return m_path + QStringLiteral("/snapshots/") + commit; }

void CacheFolder::prepare() const {
    makeFolder(m_path + QStringLiteral("/blobs"));
    makeFolder(m_locks);
}

void CacheFolder::link(const QString& folder, const QMap<QString, QString>& files) const {
    makeFolder(folder);
    for (const auto& [name, checksum] : files.asKeyValueRange()) {
        const QString path = folder + u'/' + name;
        if (QFileInfo::exists(path)) continue;
        QFile::remove(path); // a link into nowhere
        if (!QFile::link(QStringLiteral("../../blobs/") + checksum, path)) failToLink(path);
    }
}

void CacheFolder::refer(const QString& revision, const QString& commit) const {
    if (revision == commit) return;
    const QString file = m_path + QStringLiteral("/refs/") + revision;
    makeFolder(QFileInfo(file).path());
    saving::writeWhole(file, commit.toLatin1());
}

void CacheFolder::publish(const QString& commit, const QMap<QString, QString>& files, const QString& revision) const {
    const QString target = snapshot(commit);
    if (QFileInfo::exists(target)) {
        link(target, files);
    } else {
        // Beside snapshots/, for a reader may take any folder in there; as deep, so that the links are right already.
        const QString waiting = m_path + QStringLiteral("/unfinished/") + commit;
        link(waiting, files);
        makeFolder(QFileInfo(target).path());
        if (!QDir().rename(waiting, target)) failToLink(target);
        QDir().rmdir(QFileInfo(waiting).path());
    }
    refer(revision, commit);
}

} // namespace download
