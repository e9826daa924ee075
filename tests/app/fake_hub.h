#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// An HTTP server on this machine that answers as the Hugging Face Hub does, unless a test has it do otherwise.
namespace fakehub {

struct Request {
    QByteArray verb;
    QByteArray path; ///< as it was asked for
    QMap<QByteArray, QByteArray> headers; ///< names in lower case

    /// Where the range that is asked for begins; 0 without one.
    qsizetype from() const {
        const QByteArray range = headers.value("range");
        return range.startsWith("bytes=") ? range.mid(6).chopped(1).toLongLong() : 0;
    }
};

struct Answer {
    int status = 200;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
    qsizetype cutAfter = -1;   ///< bytes of the body, and then the connection is closed
    qsizetype stallAfter = -1; ///< bytes of the body, and then nothing more comes
};

/// Serves by one function, and remembers what it was asked.
class Server : public QTcpServer {
public:
    explicit Server(const QString& address = QStringLiteral("127.0.0.1")) {
        listen(QHostAddress(address));
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) serve(socket);
        });
    }

    QString url(const QString& path = {}) const {
        return QStringLiteral("http://%1:%2").arg(serverAddress().toString()).arg(serverPort()) + path;
    }

    std::function<Answer(const Request&)> answer;
    QList<Request> requests;

private:
    void serve(QTcpSocket* socket) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_received[socket] += socket->readAll();
            for (qsizetype end; (end = m_received[socket].indexOf("\r\n\r\n")) >= 0;) {
                const Request request = parse(m_received[socket].left(end));
                m_received[socket].remove(0, end + 4);
                requests.append(request);
                send(socket, request, answer(request));
            }
        });
    }

    static Request parse(const QByteArray& head) {
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> words = lines.front().split(' ');
        Request request{words.value(0), words.value(1), {}};
        for (const QByteArray& line : lines.mid(1))
            request.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        return request;
    }

    static void send(QTcpSocket* socket, const Request& request, Answer answer) {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Some\r\n";
        if (!answer.headers.contains("Content-Length"))
            answer.headers.insert("Content-Length", QByteArray::number(answer.body.size()));
        for (auto header = answer.headers.cbegin(); header != answer.headers.cend(); ++header)
            if (!header.value().isNull()) head += header.key() + ": " + header.value() + "\r\n";
        socket->write(head + "\r\n");
        if (request.verb == "HEAD") return;
        const qsizetype stop = answer.cutAfter >= 0 ? answer.cutAfter : answer.stallAfter;
        socket->write(stop >= 0 ? answer.body.left(stop) : answer.body);
        if (answer.cutAfter >= 0) socket->disconnectFromHost();
    }

    QMap<QTcpSocket*, QByteArray> m_received;
};

inline const QByteArray commit = "607a30d783dfa663caf39e06633721c8d4cfcd7e";

inline QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

inline QByteArray gitHash(const QByteArray& bytes) {
    return QCryptographicHash::hash("blob " + QByteArray::number(bytes.size()) + '\0' + bytes, QCryptographicHash::Sha1)
        .toHex();
}

/// The Hub, which holds one repository, some/model, and its storage for large files, which is another host.
class Hub {
public:
    /// Holds the files of a folder.
    explicit Hub(const QString& folder) : storage(QStringLiteral("127.0.0.2")) {
        for (const QString& name : QDir(folder).entryList(QDir::Files)) {
            QFile file(folder + u'/' + name);
            if (file.open(QIODevice::ReadOnly)) files.insert(name.toUtf8(), file.readAll());
        }
        files.insert("README.md", "of no use");
        files.insert("pytorch_model.bin", "of no use either");
        server.answer = [this](const Request& request) {
            Answer answer = ask(request);
            if (spoil) spoil(request, answer);
            return answer;
        };
        storage.answer = [this](const Request& request) {
            Answer answer = sendBlob(request, files.value(QFileInfo(QString::fromUtf8(request.path)).fileName().toUtf8()));
            if (spoilBlob) spoilBlob(request, answer);
            return answer;
        };
    }

    static bool isLarge(const QByteArray& name) { return name.endsWith(".safetensors"); }
    QByteArray checksum(const QByteArray& name) const {
        return isLarge(name) ? sha256(files.value(name)) : gitHash(files.value(name));
    }
    QUrl endpoint() const { return QUrl(server.url()); }

    QMap<QByteArray, QByteArray> files;
    Server server;
    Server storage;
    std::function<void(const Request&, Answer&)> spoil;     ///< changes an answer of the server
    std::function<void(const Request&, Answer&)> spoilBlob; ///< changes an answer of the storage

private:
    Answer ask(const Request& request) const {
        if (request.path == "/api/models/some/model/revision/main") return list();
        const QByteArray place = "/some/model/resolve/" + commit + '/';
        const QByteArray name = request.path.mid(place.size());
        if (!request.path.startsWith(place) || !files.contains(name)) return {404, {}, "{}"};
        return isLarge(name) ? lead(name) : sendSmall(request, name);
    }

    Answer list() const {
        QByteArray siblings;
        for (auto file = files.cbegin(); file != files.cend(); ++file)
            siblings += (siblings.isEmpty() ? "" : ",") + (R"({"rfilename":")" + file.key() + "\"}");
        return {200, {}, R"({"id":"some/model","sha":")" + commit + R"(","siblings":[)" + siblings + "]}"};
    }

    Answer lead(const QByteArray& name) const {
        return {302,
                {{"Location", storage.url(QStringLiteral("/blobs/")).toUtf8() + name},
                 {"X-Repo-Commit", commit},
                 {"X-Linked-Etag", '"' + checksum(name) + '"'},
                 {"X-Linked-Size", QByteArray::number(files.value(name).size())}},
                "Found"};
    }

    Answer sendSmall(const Request& request, const QByteArray& name) const {
        Answer answer = sendBlob(request, files.value(name));
        answer.headers.insert("ETag", "W/\"" + checksum(name) + '"');
        answer.headers.insert("X-Repo-Commit", commit);
        return answer;
    }

    static Answer sendBlob(const Request& request, const QByteArray& bytes) {
        const qsizetype from = request.from();
        if (from == 0) return {200, {}, bytes};
        if (from >= bytes.size()) return {416, {}, {}};
        const QByteArray range = "bytes " + QByteArray::number(from) + '-' + QByteArray::number(bytes.size() - 1) + '/' +
                                 QByteArray::number(bytes.size());
        return {206, {{"Content-Range", range}}, bytes.mid(from)};
    }
};

} // namespace fakehub
