#pragma once

#include <QByteArray>
#include <QUrl>

namespace download {

/// Where models are fetched from, and as whom.
struct Access {
    QUrl endpoint = QUrl(QStringLiteral("https://huggingface.co")); ///< without a slash at the end
    QByteArray token;                                               ///< empty: as nobody
    bool offline = false;                                           ///< no request may be made at all
};

/// What the environment says, as Hugging Face's own libraries read it: HF_ENDPOINT; HF_TOKEN, HUGGING_FACE_HUB_TOKEN or
/// the file that `huggingface-cli login` writes; HF_HUB_OFFLINE. Throws mayfly::Error (Malformed) where HF_ENDPOINT is no
/// address.
Access accessFromEnvironment();

/// Whether a request may carry the token: to the endpoint itself, over https or within this machine.
bool mayCarryToken(const Access& access, const QUrl& url);

/// Whether a redirect may be followed: never from https to something less, and over http only on one host or within this
/// machine.
bool mayFollow(const QUrl& from, const QUrl& to);

/// Same scheme, host and port.
bool sameHost(const QUrl& a, const QUrl& b);

} // namespace download
