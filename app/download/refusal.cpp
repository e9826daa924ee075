#include "app/download/refusal.h"

#include <QCoreApplication>

namespace download {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

QString closed(const Repository& repository, const Access& access) {
    return Words::tr("%1 is gated or private: accept its licence at %2 and set HF_TOKEN to a token of that account.")
        .arg(repository.name, access.endpoint.toString() + u'/' + repository.name);
}

} // namespace

bool isPassing(int status) { return status >= 500 || status == 429 || status == 408; }

QString refusal(int status, const QByteArray& code, const Repository& repository, const Access& access) {
    const QString host = access.endpoint.host();
    if (code == "GatedRepo") return closed(repository, access);
    if (code == "RevisionNotFound") return Words::tr("%1 has no revision %2.").arg(repository.name, repository.revision);
    if (status == 401 && !access.token.isEmpty()) return Words::tr("%1 does not accept the token in HF_TOKEN.").arg(host);
    // Without a token, the Hub answers 401 for what does not exist as well.
    if (status == 404 || code == "RepoNotFound")
        return Words::tr("there is no model %1 at %2, or it is private: see to its spelling, or set HF_TOKEN.")
            .arg(repository.name, host);
    if (status == 401 || status == 403) return closed(repository, access);
    return Words::tr("%1 refuses to send %2 (status %3).").arg(host, repository.name).arg(status);
}

} // namespace download
