#include "app/download/http.h"

#include "engine/error.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkProxyFactory>
#include <QTimer>

#include <optional>

namespace download {

namespace {

constexpr int mostRedirects = 8;
constexpr qint64 bufferBytes = 1 << 20; // a disk that is slower than the network slows the network down
constexpr int stopInterval = 50; // milliseconds

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

/// http_proxy, https_proxy, no_proxy, or what the desktop says; for these requests alone.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

/// Failures that stay what they are however often one tries.
bool isFinal(QNetworkReply::NetworkError error) {
    return error == QNetworkReply::SslHandshakeFailedError || error == QNetworkReply::ProxyAuthenticationRequiredError ||
           error == QNetworkReply::ProtocolUnknownError;
}

bool isUnreached(QNetworkReply::NetworkError error) {
    return error == QNetworkReply::HostNotFoundError || error == QNetworkReply::ConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError || error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::UnknownNetworkError;
}

std::optional<QUrl> redirectOf(const Reply& reply) {
    const QByteArray location = reply.header("Location");
    if (reply.status() / 100 != 3 || location.isEmpty()) return std::nullopt;
    return reply.url().resolved(QUrl::fromEncoded(location));
}

[[noreturn]] void fail(const QString& sentence) {
    throw mayfly::Error(mayfly::ErrorKind::NotFound, sentence.toStdString());
}

} // namespace

Reply::Reply(std::unique_ptr<QNetworkReply> reply, const Patience& patience, const Stop& stop)
    : m_reply(std::move(reply)), m_silence(patience.silence), m_stop(&stop) {
    m_reply->setReadBufferSize(bufferBytes);
    while (status() == 0 && !m_reply->isFinished()) wait();
    if (status() == 0) throwIfFailed();
}

Reply::~Reply() {
    if (m_reply) m_reply->abort();
}

int Reply::status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

QByteArray Reply::header(const char* name) const { return m_reply->rawHeader(name); }

/// Returns when something has happened. Nothing is done inside the connection's signals, so that errors may be thrown.
void Reply::wait() {
    throwIfStopped(*m_stop);
    QEventLoop loop;
    QTimer silence;
    bool silent = false;
    silence.setSingleShot(true);
    QObject::connect(&silence, &QTimer::timeout, &loop, [&] {
        silent = true;
        loop.quit();
    });
    QTimer stopped;
    QObject::connect(&stopped, &QTimer::timeout, &loop, [&] {
        if (*m_stop) loop.quit();
    });
    for (const auto signal : {&QNetworkReply::metaDataChanged, &QNetworkReply::finished})
        QObject::connect(m_reply.get(), signal, &loop, &QEventLoop::quit);
    QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &loop, &QEventLoop::quit);
    silence.start(m_silence);
    stopped.start(stopInterval);
    loop.exec();
    throwIfStopped(*m_stop);
    if (silent) throw Broken{Words::tr("nothing came any more")};
}

QByteArray Reply::read() {
    while (m_reply->bytesAvailable() == 0) {
        if (m_reply->isFinished()) {
            if (status() < 400) throwIfFailed(); // otherwise the failure is the status
            return {};
        }
        wait();
    }
    throwIfStopped(*m_stop);
    return m_reply->read(bufferBytes);
}

QByteArray Reply::readAll(qint64 limit) {
    QByteArray all;
    for (QByteArray bytes = read(); !bytes.isEmpty(); bytes = read()) {
        all += bytes;
        if (all.size() > limit)
            throw mayfly::Error(mayfly::ErrorKind::Malformed,
                                Words::tr("the answer of %1 is longer than it may be.").arg(url().host()).toStdString());
    }
    return all;
}

void Reply::throwIfFailed() const {
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError) return;
    if (isFinal(error))
        fail(Words::tr("cannot reach %1 (%2): check the connection and try again.").arg(m_reply->url().host(), m_reply->errorString()));
    throw Broken{m_reply->errorString(), !isUnreached(error)};
}

Http::Http(const Access& access, const Patience& patience, const Stop& stop)
    : m_access(access), m_patience(patience), m_stop(stop) {
    m_manager.setProxyFactory(new SystemProxies);
}

QNetworkRequest Http::request(const QUrl& url, qint64 from) const {
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", "Mayfly/" + QCoreApplication::applicationVersion().toLatin1());
    // Packed on the way, a file would have neither the size nor the ranges that are asked for.
    request.setRawHeader("Accept-Encoding", "identity");
    if (from > 0) request.setRawHeader("Range", "bytes=" + QByteArray::number(from) + '-');
    if (!m_access.token.isEmpty() && mayCarryToken(m_access, url))
        request.setRawHeader("Authorization", "Bearer " + m_access.token);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Qt takes in all that an HTTP/2 server sends, whatever the buffer's size.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

Reply Http::send(Verb verb, const QUrl& url, qint64 from) {
    const QNetworkRequest wanted = request(url, from);
    std::unique_ptr<QNetworkReply> reply(verb == Verb::Head ? m_manager.head(wanted) : m_manager.get(wanted));
    return Reply(std::move(reply), m_patience, m_stop);
}

Reply Http::open(Verb verb, QUrl url, qint64 from) {
    for (int hops = 0; hops <= mostRedirects; ++hops) {
        Reply reply = send(verb, url, from);
        const std::optional<QUrl> next = redirectOf(reply);
        if (!next) return reply;
        const bool isAnswer = !reply.header("X-Linked-Etag").isEmpty() || !sameHost(url, *next);
        if (verb == Verb::Head && isAnswer) return reply;
        if (!mayFollow(url, *next))
            fail(Words::tr("%1 leads to %2, which is not safe to follow.").arg(url.host(), next->toDisplayString()));
        url = *next;
    }
    fail(Words::tr("%1 leads from one address to the next without end.").arg(url.host()));
}

} // namespace download
