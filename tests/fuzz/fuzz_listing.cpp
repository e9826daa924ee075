// What a server says of a model, with a NUL between: the list of its files, the index of its shards; and what somebody
// typed to name it. Names become parts of paths, so they must be plain.

#include "app/download/listing.h"
#include "app/download/repository.h"

#include "fuzz.h"

#include <QUrl>

namespace {

QByteArray bytesOf(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

void requirePlain(const QStringList& names) {
    for (const QString& name : names)
        fuzz::require(!name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(u'\\') &&
                          !name.contains(QChar(0)),
                      "a file's name leads nowhere else");
}

void readAnswers(std::string_view list, std::string_view index) {
    const QString repository = QStringLiteral("owner/name");
    const download::Listing listing = download::parseListing(bytesOf(list));
    fuzz::require(listing.commit.size() == 40, "a commit is one");
    requirePlain(listing.files);
    requirePlain(download::filesToTake(listing.files, repository));
    requirePlain(download::shardsOf(bytesOf(index), listing.files, repository));
}

void readName(std::string_view typed) {
    const auto repository =
        download::parseRepository(QString::fromUtf8(bytesOf(typed)), QUrl(QStringLiteral("https://huggingface.co")));
    if (!repository) return;
    fuzz::require(repository->name.count(u'/') == 1 && !repository->name.contains(QLatin1String("..")),
                  "a repository is an owner and a name");
    requirePlain(repository->name.split(u'/'));
    fuzz::require(!repository->revision.isEmpty() && !repository->revision.contains(QLatin1String("..")),
                  "a revision leads nowhere else");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [list, index, typed] = fuzz::cut<3>(asText(data, size));
    fuzz::takes([&, list = list, index = index] { readAnswers(list, index); });
    readName(typed);
    return 0;
}
