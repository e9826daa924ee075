#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace download {

/// What a repository holds at a revision.
struct Listing {
    QString commit; ///< forty hexadecimal digits
    QStringList files;
};

/// Reads the Hub's answer to /api/models/NAME/revision/REVISION; names that are not plain, as those in folders, are left
/// out. Throws mayfly::Error (Malformed) where it is no such answer.
Listing parseListing(const QByteArray& json);

/// Which of the files Mayfly needs: configuration, tokenizer and weights as safetensors, in this order; of sharded weights
/// only the index, for that names the shards. Throws mayfly::Error in one sentence about `repository`: NotFound without a
/// config.json, Unsupported without safetensors.
QStringList filesToTake(const QStringList& files, const QString& repository);

/// Whether those files are named by an index.
bool isSharded(const QStringList& taken);

/// The shards that model.safetensors.index.json names, sorted. Throws mayfly::Error (Malformed) unless each is one of
/// `files`, in one sentence about `repository`.
QStringList shardsOf(const QByteArray& index, const QStringList& files, const QString& repository);

/// The index of sharded weights.
inline constexpr QLatin1String indexFile{"model.safetensors.index.json"};

} // namespace download
