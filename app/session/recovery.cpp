#include "app/session/recovery.h"

#include "app/saving/whole_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUuid>

#include <exception>

namespace {

constexpr qint64 largestCopy = 20 << 20; // bytes: somewhat more than the largest session

QString lockOf(const QString& copy) { return copy + QStringLiteral(".lock"); }

/// The session as its file would have it, and that file's name.
QByteArray encode(const LeftSession& left) {
    const QJsonObject session = QJsonDocument::fromJson(encodeSession(left.session)).object();
    return QJsonDocument(QJsonObject{{QStringLiteral("file"), left.file}, {QStringLiteral("session"), session}}).toJson();
}

std::optional<LeftSession> decode(const QByteArray& bytes, const QString& copy) {
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const QByteArray session = QJsonDocument(root[QLatin1String("session")].toObject()).toJson();
    try {
        return LeftSession{decodeSession(session, copy), root[QLatin1String("file")].toString()};
    } catch (const std::exception&) {
        return std::nullopt; // broken, or of another version: nobody can be helped with it
    }
}

std::optional<LeftSession> take(const QString& copy) {
    QFile file(copy);
    std::optional<LeftSession> left;
    if (file.size() <= largestCopy && file.open(QIODevice::ReadOnly)) left = decode(file.readAll(), copy);
    file.remove();
    return left;
}

} // namespace

Recovery::Recovery(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) {
    m_writer.setMaxThreadCount(1);
}

Recovery::~Recovery() { forget(); }

QString Recovery::usualFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/recovery");
}

/// A copy of this program's own. False if there is no place for one.
bool Recovery::own() {
    if (m_lock) return true;
    if (!QDir().mkpath(m_folder)) return false;
    const QString copy = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    auto lock = std::make_unique<QLockFile>(lockOf(copy));
    lock->setStaleLockTime(0); // it is held as long as the program runs
    if (!lock->tryLock(0)) return false;
    m_copy = copy;
    m_lock = std::move(lock);
    return true;
}

void Recovery::keep(const LeftSession& left) {
    const auto complain = [this](const QString& sentence) {
        if (!std::exchange(m_told, true)) Q_EMIT failed(sentence);
    };
    if (!own()) return complain(tr("The text is not kept for the case of a crash: %1 cannot be written to.").arg(m_folder));
    m_writer.start([this, complain, left, copy = m_copy] {
        try {
            saving::writeWhole(copy, encode(left));
        } catch (const std::exception& error) {
            QMetaObject::invokeMethod(
                this, [complain, sentence = QString::fromUtf8(error.what())] { complain(sentence); }, Qt::QueuedConnection);
        }
    });
}

void Recovery::forget() {
    m_writer.waitForDone();
    if (!m_lock) return;
    QFile::remove(m_copy);
    m_lock.reset();
}

std::optional<LeftSession> Recovery::takeLeft() const {
    for (const QFileInfo& each : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) {
        if (each.suffix() == QLatin1String("lock")) continue;
        QLockFile lock(lockOf(each.filePath()));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) continue; // its program runs
        if (auto left = take(each.filePath())) return left;
    }
    return std::nullopt;
}
