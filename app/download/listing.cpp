#include "app/download/listing.h"

#include "engine/error.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace download {

namespace {

constexpr QLatin1String weights("model.safetensors");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

[[noreturn]] void fail(mayfly::ErrorKind kind, const QString& sentence) {
    throw mayfly::Error(kind, sentence.toStdString());
}

bool isPlain(const QString& name) {
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]{0,200}\\z"));
    return plain.match(name).hasMatch();
}

bool isCommit(const QString& text) {
    static const QRegularExpression commit(QStringLiteral("\\A[0-9a-f]{40}\\z"));
    return commit.match(text).hasMatch();
}

/// Of several ways to write a tokenizer down, whatever is there: the files are small, and which one counts is the
/// engine's to say.
QStringList smallFiles() {
    QStringList names;
    for (const char* name :
         {"config.json", "tokenizer.json", "vocab.json", "merges.txt", "vocab.txt", "tokenizer.model",
          "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"})
        names.append(QString::fromLatin1(name));
    return names;
}

} // namespace

Listing parseListing(const QByteArray& json) {
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    Listing listing{answer.value(QLatin1String("sha")).toString(), {}};
    const QJsonValue siblings = answer.value(QLatin1String("siblings"));
    if (!isCommit(listing.commit) || !siblings.isArray())
        fail(mayfly::ErrorKind::Malformed, Words::tr("the server's list of files makes no sense."));
    for (const QJsonValue sibling : siblings.toArray())
        if (const QString name = sibling.toObject().value(QLatin1String("rfilename")).toString(); isPlain(name))
            listing.files.append(name);
    return listing;
}

QStringList filesToTake(const QStringList& files, const QString& repository) {
    QStringList taken;
    for (const QString& name : smallFiles())
        if (files.contains(name)) taken.append(name);
    if (!taken.startsWith(QStringLiteral("config.json")))
        fail(mayfly::ErrorKind::NotFound,
             Words::tr("%1 has no config.json, so it is not a model that Mayfly can open.").arg(repository));
    // Where both are there, transformers takes the single file, and so does the engine.
    for (const QLatin1String name : {weights, indexFile}) {
        if (!files.contains(name)) continue;
        taken.append(name);
        return taken;
    }
    fail(mayfly::ErrorKind::Unsupported,
         Words::tr("%1 has no weights as safetensors, the only format that Mayfly reads.").arg(repository));
}

bool isSharded(const QStringList& taken) { return taken.contains(indexFile); }

QStringList shardsOf(const QByteArray& index, const QStringList& files, const QString& repository) {
    const QJsonObject map = QJsonDocument::fromJson(index).object().value(QLatin1String("weight_map")).toObject();
    QStringList shards;
    for (const QJsonValue value : map) shards.append(value.toString());
    shards.sort();
    shards.removeDuplicates();
    const auto isShard = [&](const QString& name) {
        return name.endsWith(QLatin1String(".safetensors")) && files.contains(name);
    };
    if (!shards.isEmpty() && std::all_of(shards.begin(), shards.end(), isShard)) return shards;
    fail(mayfly::ErrorKind::Malformed,
         Words::tr("%1 has an index of its weights that names files which are not there.").arg(repository));
}

} // namespace download
