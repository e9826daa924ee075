#include "app/download/repository.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace download {

namespace {

constexpr qsizetype longestName = 96; // the Hub's own limit, of owner and name together
constexpr qsizetype longestRevision = 200;

bool isPart(const QString& part) {
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?\\z"));
    return allowed.match(part).hasMatch() && !part.contains(QLatin1String("--")) && !part.contains(QLatin1String(".."));
}

bool isName(const QString& name) {
    const QStringList parts = name.split(u'/');
    return parts.size() == 2 && isPart(parts[0]) && isPart(parts[1]) && name.size() <= longestName &&
           !name.endsWith(QLatin1String(".git"));
}

/// Revisions may have slashes, as refs/pr/1 has, but become no path that leads anywhere else.
bool isRevision(const QString& revision) {
    if (revision.size() > longestRevision) return false;
    const QStringList parts = revision.split(u'/');
    return std::all_of(parts.begin(), parts.end(), isPart);
}

/// https://huggingface.co/owner/name/tree/main?x#y is owner/name; anything that is no address stays as it is.
QString withoutAddress(const QString& text, const QUrl& endpoint) {
    const QUrl page(text, QUrl::StrictMode);
    if (!text.contains(QLatin1String("://")) || page.host() != endpoint.host()) return text;
    return page.path().split(u'/', Qt::SkipEmptyParts).mid(0, 2).join(u'/');
}

} // namespace

std::optional<Repository> parseRepository(const QString& text, const QUrl& endpoint) {
    const QString plain = withoutAddress(text.trimmed(), endpoint);
    const qsizetype at = plain.indexOf(u'@');
    Repository repository{plain.left(at)};
    if (at >= 0) repository.revision = plain.mid(at + 1);
    if (!isName(repository.name) || !isRevision(repository.revision)) return std::nullopt;
    return repository;
}

} // namespace download
