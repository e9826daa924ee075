#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace download {

/// A model's repository on the Hugging Face Hub, at one of its revisions.
struct Repository {
    QString name;                                ///< "owner/name"
    QString revision = QStringLiteral("main"); ///< a branch, a tag or a commit

    bool operator==(const Repository&) const = default;
};

/// Understands what is typed or pasted: owner/name, owner/name@revision, or the address of the model's page at `endpoint`.
/// Empty for anything else: a name becomes part of a path and of an address, so only those that the Hub itself allows are
/// taken.
std::optional<Repository> parseRepository(const QString& text, const QUrl& endpoint);

} // namespace download
