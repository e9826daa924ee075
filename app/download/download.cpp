#include "app/download/download.h"

#include "app/download/cache_folder.h"
#include "app/download/file_lock.h"
#include "app/download/http.h"
#include "app/download/listing.h"
#include "app/download/partial_blob.h"
#include "app/download/progress_text.h"
#include "app/download/refusal.h"
#include "engine/error.h"
#include "engine/model/config.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>
#include <QThread>

#include <algorithm>
#include <vector>

namespace download {

namespace {

constexpr qint64 longestListing = 16 << 20;
constexpr qint64 longestConfig = 4 << 20;
constexpr qint64 longestIndex = 64 << 20;
constexpr qint64 largestFile = qint64(1) << 50; // so that no sum of sizes overflows
constexpr qsizetype mostFiles = 1000;
constexpr qint64 worthCounting = 1 << 20; // a connection that brought as much was of use
constexpr qint64 reportInterval = 100;    // milliseconds
constexpr unsigned long nap = 20;         // milliseconds

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

[[noreturn]] void fail(mayfly::ErrorKind kind, const QString& sentence) {
    throw mayfly::Error(kind, sentence.toStdString());
}

/// W/"abc" and "abc" are abc.
QByteArray withoutQuotes(QByteArray tag) {
    if (tag.startsWith("W/")) tag.remove(0, 2);
    if (tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"')) tag = tag.mid(1, tag.size() - 2);
    return tag;
}

/// Whether a reply's body goes on after `from` bytes: "bytes 100-199/200" does after 100.
bool goesOnAfter(qint64 from, const Reply& reply) {
    return reply.status() == 206 && reply.header("Content-Range").startsWith("bytes " + QByteArray::number(from) + '-');
}

/// One download from beginning to end.
class Run {
public:
    Run(const Order& order, const Stop& stop, const std::function<void(const Progress&)>& report)
        : m_order(order), m_stop(stop), m_report(report), m_folder(order.cache, order.repository.name),
          m_http(order.access, order.patience, stop) {}

    QString carryOut();

private:
    template <typename Attempt>
    auto trying(Attempt attempt);
    void pause(int milliseconds) const;
    void say(Progress::Stage stage);
    void sayFetching();

    QUrl urlOf(const QString& name) const;
    void requireSuccess(const Reply& reply) const;
    QByteArray text(const QUrl& url, qint64 limit);
    Listing askForListing();
    QStringList namesToFetch(const Listing& listing);
    void requireKnownFamily();
    RemoteFile askFor(const QString& name);
    RemoteFile describe(const QString& name, const Reply& reply) const;
    std::vector<RemoteFile> askForFiles(const QStringList& names);
    void requireSpace(const std::vector<RemoteFile>& files) const;
    qint64 bytesThere(const RemoteFile& file) const;
    bool isThere(const RemoteFile& file) const;
    void fetch(const RemoteFile& file);
    void receive(PartialBlob& blob, const RemoteFile& file);
    void receiveOnce(PartialBlob& blob, const RemoteFile& file, Tries& tries);
    void publish(const std::vector<RemoteFile>& files) const;

    const Order& m_order;
    const Stop& m_stop;
    const std::function<void(const Progress&)>& m_report;
    CacheFolder m_folder;
    Http m_http;
    QString m_commit;
    bool m_reached = false; ///< the server has answered at least once
    Progress m_progress;
    qint64 m_finished = 0; ///< bytes of the files that are whole
    QElapsedTimer m_sinceReport;
};

QString Run::carryOut() {
    say(Progress::Stage::Asking);
    const Listing listing = askForListing();
    m_commit = listing.commit;
    const std::vector<RemoteFile> files = askForFiles(namesToFetch(listing));
    for (const RemoteFile& file : files) m_progress.total += file.size;
    requireSpace(files);
    m_folder.prepare();
    for (const RemoteFile& file : files) fetch(file);
    publish(files);
    return m_folder.snapshot(m_commit);
}

/// Calls until it does not throw Broken, with longer and longer pauses, as often as patience lasts.
template <typename Attempt>
auto Run::trying(Attempt attempt) {
    const QString host = m_order.access.endpoint.host();
    for (Tries tries(m_order.patience);;) {
        const Progress::Stage stage = m_progress.stage;
        try {
            return attempt(tries);
        } catch (const Broken& broken) {
            if (!m_reached && !broken.reached)
                fail(mayfly::ErrorKind::NotFound, Words::tr("cannot reach %1 (%2): check the connection and try again.").arg(host, broken.reason));
            if (!tries.another())
                fail(mayfly::ErrorKind::NotFound,
                     Words::tr("the connection to %1 broke again and again: %2; what has arrived is kept.")
                         .arg(host, broken.reason));
        }
        say(Progress::Stage::Waiting);
        pause(tries.pause());
        say(stage);
    }
}

void Run::pause(int milliseconds) const {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        throwIfStopped(m_stop);
        QThread::msleep(nap);
    }
}

void Run::say(Progress::Stage stage) {
    m_progress.stage = stage;
    m_report(m_progress);
    m_sinceReport.start();
}

void Run::sayFetching() {
    if (m_progress.stage != Progress::Stage::Fetching || m_sinceReport.elapsed() >= reportInterval)
        say(Progress::Stage::Fetching);
}

QUrl Run::urlOf(const QString& name) const {
    return QUrl(m_order.access.endpoint.toString() + u'/' + m_order.repository.name + QStringLiteral("/resolve/") +
                m_commit + u'/' + name);
}

void Run::requireSuccess(const Reply& reply) const {
    const int status = reply.status();
    if (isPassing(status)) throw Broken{Words::tr("the server answers with status %1").arg(status)};
    if (status >= 400)
        fail(mayfly::ErrorKind::NotFound,
             refusal(status, reply.header("X-Error-Code"), m_order.repository, m_order.access));
}

/// A short file, or an answer, as a whole.
QByteArray Run::text(const QUrl& url, qint64 limit) {
    return trying([&](Tries&) {
        Reply reply = m_http.open(Http::Verb::Get, url);
        requireSuccess(reply);
        const QByteArray all = reply.readAll(limit);
        m_reached = true;
        return all;
    });
}

Listing Run::askForListing() {
    const QByteArray revision = QUrl::toPercentEncoding(m_order.repository.revision);
    return parseListing(text(QUrl(m_order.access.endpoint.toString() + QStringLiteral("/api/models/") +
                                  m_order.repository.name + QStringLiteral("/revision/") + QString::fromLatin1(revision)),
                             longestListing));
}

QStringList Run::namesToFetch(const Listing& listing) {
    const QString& repository = m_order.repository.name;
    QStringList names = filesToTake(listing.files, repository);
    requireKnownFamily();
    if (isSharded(names)) names += shardsOf(text(urlOf(indexFile), longestIndex), listing.files, repository);
    if (names.size() > mostFiles)
        fail(mayfly::ErrorKind::Malformed, Words::tr("%1 has its weights in more files than makes sense.").arg(repository));
    return names;
}

/// Gigabytes that Mayfly could not open afterwards are not fetched.
void Run::requireKnownFamily() {
    QTemporaryFile config;
    const QByteArray bytes = text(urlOf(QStringLiteral("config.json")), longestConfig);
    if (!config.open() || config.write(bytes) != bytes.size() || !config.flush())
        fail(mayfly::ErrorKind::NotWritten, Words::tr("could not write %1: %2.").arg(config.fileName(), config.errorString()));
    try {
        mayfly::readConfig(config.fileName().toStdString());
    } catch (const mayfly::Error& error) {
        const QString name = m_order.repository.name + QStringLiteral("/config.json");
        fail(error.kind(), QString::fromUtf8(error.what()).replace(config.fileName(), name));
    }
}

/// What a file is, without fetching it: the first server's own headers, or those of its storage.
RemoteFile Run::describe(const QString& name, const Reply& reply) const {
    const auto either = [&](const char* first, const char* second) {
        const QByteArray value = reply.header(first);
        return value.isEmpty() ? reply.header(second) : value;
    };
    bool isNumber = false;
    RemoteFile file{name, withoutQuotes(either("X-Linked-Etag", "ETag")).toLower(), 0};
    file.size = either("X-Linked-Size", "Content-Length").toLongLong(&isNumber);
    const QByteArray commit = reply.header("X-Repo-Commit");
    if (Checksum::isName(file.checksum) && isNumber && file.size >= 0 && file.size <= largestFile &&
        (commit.isEmpty() || commit == m_commit.toLatin1()))
        return file;
    fail(mayfly::ErrorKind::Malformed,
         Words::tr("%1 does not say how long %2 is and what its checksum is, so it cannot be fetched safely.")
             .arg(m_order.access.endpoint.host(), name));
}

RemoteFile Run::askFor(const QString& name) {
    return trying([&](Tries&) {
        const Reply reply = m_http.open(Http::Verb::Head, urlOf(name));
        requireSuccess(reply);
        return describe(name, reply);
    });
}

std::vector<RemoteFile> Run::askForFiles(const QStringList& names) {
    std::vector<RemoteFile> files;
    for (const QString& name : names) files.push_back(askFor(name));
    return files;
}

bool Run::isThere(const RemoteFile& file) const {
    const QFileInfo blob(m_folder.blob(QString::fromLatin1(file.checksum)));
    return blob.isFile() && blob.size() == file.size;
}

qint64 Run::bytesThere(const RemoteFile& file) const {
    if (isThere(file)) return file.size;
    const qint64 begun = QFileInfo(m_folder.incomplete(QString::fromLatin1(file.checksum))).size();
    return begun <= file.size ? begun : 0;
}

void Run::requireSpace(const std::vector<RemoteFile>& files) const {
    qint64 needed = 0;
    for (const RemoteFile& file : files) needed += file.size - bytesThere(file);
    const qint64 free = m_order.freeBytes(m_order.cache);
    if (free < 0 || needed <= free) return;
    fail(mayfly::ErrorKind::NotWritten,
         Words::tr("%1 needs %2 more on the disk with the Hugging Face cache, %3, where %4 are free.")
             .arg(m_order.repository.name, sizeText(needed), QDir::toNativeSeparators(m_order.cache), sizeText(free)));
}

void Run::fetch(const RemoteFile& file) {
    m_progress.file = file.name;
    m_progress.done = m_finished;
    if (!isThere(file)) {
        const FileLock lock(m_folder.lock(QString::fromLatin1(file.checksum)));
        if (!lock.isHeld())
            fail(mayfly::ErrorKind::NotWritten,
                 Words::tr("another program is fetching %1 just now.").arg(m_order.repository.name));
        say(bytesThere(file) > 0 ? Progress::Stage::Checking : Progress::Stage::Fetching);
        PartialBlob blob(m_folder, file, m_stop);
        receive(blob, file);
    }
    m_finished += file.size;
    m_progress.done = m_finished;
    say(Progress::Stage::Fetching);
}

/// What an earlier attempt left may be spoilt: then all of it is fetched once more.
void Run::receive(PartialBlob& blob, const RemoteFile& file) {
    bool resumed = blob.size() > 0;
    while (true) {
        trying([&](Tries& tries) { receiveOnce(blob, file, tries); });
        if (blob.finish()) return;
        if (!resumed) break;
        resumed = false;
    }
    blob.discard();
    fail(mayfly::ErrorKind::Malformed,
         Words::tr("%1 of %2 arrived, but not as its checksum says, and was thrown away; try again later.")
             .arg(file.name, m_order.repository.name));
}

void Run::receiveOnce(PartialBlob& blob, const RemoteFile& file, Tries& tries) {
    if (blob.missing() == 0) return;
    Reply reply = m_http.open(Http::Verb::Get, urlOf(file.name), blob.size());
    if (reply.status() == 416) blob.restart(); // it has not as much: what is here is of another file
    if (reply.status() == 416) throw Broken{Words::tr("the server answers with status %1").arg(416)};
    requireSuccess(reply);
    if (!goesOnAfter(blob.size(), reply)) {
        if (reply.status() != 200) throw Broken{Words::tr("the server answers with status %1").arg(reply.status())};
        blob.restart();
    }
    const qint64 before = blob.size();
    for (QByteArray bytes = reply.read(); !bytes.isEmpty(); bytes = reply.read()) {
        if (bytes.size() > blob.missing()) {
            blob.discard();
            fail(mayfly::ErrorKind::Malformed, Words::tr("%1 sends more of %2 than it said there is.")
                                                   .arg(m_order.access.endpoint.host(), file.name));
        }
        blob.append(bytes);
        if (blob.size() - before >= worthCounting) tries.forget();
        m_progress.done = m_finished + blob.size();
        sayFetching();
    }
    if (blob.missing() > 0) throw Broken{Words::tr("%1 ended too early").arg(file.name)};
}

void Run::publish(const std::vector<RemoteFile>& files) const {
    throwIfStopped(m_stop);
    QMap<QString, QString> links;
    for (const RemoteFile& file : files) links.insert(file.name, QString::fromLatin1(file.checksum));
    m_folder.publish(m_commit, links, m_order.repository.revision);
}

} // namespace

qint64 freeBytes(const QString& folder) {
    QDir existing(folder);
    while (!existing.exists() && !existing.isRoot()) existing.setPath(QFileInfo(existing.path()).path());
    return QStorageInfo(existing).bytesAvailable();
}

QString download(const Order& order, const Stop& stop, const std::function<void(const Progress&)>& report) {
    if (order.access.offline)
        fail(mayfly::ErrorKind::NotFound, Words::tr("HF_HUB_OFFLINE is set, so nothing is fetched: unset it and start "
                                                    "Mayfly again to get a model."));
    return Run(order, stop, report).carryOut();
}

} // namespace download
