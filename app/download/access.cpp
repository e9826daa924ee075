#include "app/download/access.h"

#include "engine/error.h"
#include "engine/model/hub.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>

namespace download {

namespace {

constexpr qint64 longestToken = 4096;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

bool isLoopback(const QUrl& url) {
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isHttps(const QUrl& url) { return url.scheme() == QLatin1String("https"); }
bool isHttp(const QUrl& url) { return url.scheme() == QLatin1String("http"); }

/// A token is a word of visible ASCII; anything else would break out of its header and is left out.
QByteArray tokenIn(const QByteArray& text) {
    const QByteArray token = text.trimmed();
    for (const char c : token)
        if (c <= ' ' || c > '~') return {};
    return token;
}

QByteArray token() {
    for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"})
        if (const QByteArray found = tokenIn(qgetenv(name)); !found.isEmpty()) return found;
    QFile file(QString::fromStdString(mayfly::hubTokenFile().string()));
    return file.open(QIODevice::ReadOnly) ? tokenIn(file.read(longestToken)) : QByteArray();
}

QUrl endpoint() {
    QString text = qEnvironmentVariable("HF_ENDPOINT").trimmed();
    if (text.isEmpty()) return Access().endpoint;
    while (text.endsWith(u'/')) text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && (isHttps(url) || isHttp(url)) && !url.host().isEmpty()) return url;
    throw mayfly::Error(mayfly::ErrorKind::Malformed,
                        Words::tr("HF_ENDPOINT is \u201c%1\u201d, which is not an address such as https://huggingface.co.")
                            .arg(text)
                            .toStdString());
}

bool isTrue(const QByteArray& value) {
    const QByteArray word = value.trimmed().toLower();
    return word == "1" || word == "true" || word == "yes" || word == "on";
}

} // namespace

Access accessFromEnvironment() { return {endpoint(), token(), isTrue(qgetenv("HF_HUB_OFFLINE"))}; }

bool sameHost(const QUrl& a, const QUrl& b) {
    const auto port = [](const QUrl& url) { return url.port(isHttps(url) ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool mayCarryToken(const Access& access, const QUrl& url) {
    return sameHost(access.endpoint, url) && (isHttps(url) || isLoopback(url));
}

bool mayFollow(const QUrl& from, const QUrl& to) {
    if (isHttps(to)) return true;
    return isHttp(from) && isHttp(to) && (sameHost(from, to) || (isLoopback(from) && isLoopback(to)));
}

} // namespace download
