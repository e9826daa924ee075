#pragma once

#include "app/download/access.h"
#include "app/download/patience.h"
#include "app/download/stop.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QString>

#include <memory>

namespace download {

/// Thrown where a connection fails in a way that another try may mend.
struct Broken {
    QString reason;
    bool reached = true; ///< false if there was no connection at all
};

/// An answer whose head is there; its body is read piece by piece. Blocks its thread, but lets the connection's events in.
class Reply {
public:
    /// Waits for the head. Throws Broken, Stopped, or mayfly::Error where no try can help (TLS, a proxy that refuses).
    Reply(std::unique_ptr<QNetworkReply> reply, const Patience& patience, const Stop& stop);
    ~Reply();
    Reply(Reply&&) = default;

    int status() const;
    QByteArray header(const char* name) const;
    QUrl url() const { return m_reply->url(); }
    /// The next bytes, or none after the last. Throws as the constructor does.
    QByteArray read();
    /// All of it. Throws mayfly::Error (Malformed) beyond `limit` bytes.
    QByteArray readAll(qint64 limit);

private:
    void wait();
    void throwIfFailed() const;

    std::unique_ptr<QNetworkReply> m_reply;
    int m_silence; ///< milliseconds
    const Stop* m_stop;
};

/// Asks servers, on the thread that made it. A request tells the server nothing but what it wants, the program's name
/// and, to the endpoint alone, the token; proxies are the system's.
class Http {
public:
    enum class Verb { Get, Head };

    Http(const Access& access, const Patience& patience, const Stop& stop);

    /// Follows redirects, a few and to safe places only; a HEAD stays with the first host, which says all there is to know.
    /// `from`: leaves out as many bytes, if the server does that. Throws as `Reply` does, and mayfly::Error where a redirect
    /// must not be followed. Whatever status comes is the caller's to judge.
    Reply open(Verb verb, QUrl url, qint64 from = 0);

private:
    QNetworkRequest request(const QUrl& url, qint64 from) const;
    Reply send(Verb verb, const QUrl& url, qint64 from);

    Access m_access;
    Patience m_patience;
    const Stop& m_stop;
    QNetworkAccessManager m_manager;
};

} // namespace download
