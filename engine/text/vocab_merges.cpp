#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_fields.h"
#include "engine/text/tokenizer_files.h"
#include "engine/text/utf8.h"

namespace mayfly {
namespace {

/// A line that names two tokens with one space between them; a vocabulary's letters hold no space.
void readMergeLine(std::string_view line, const std::string& where, BpePartsBuilder& builder) {
    const std::size_t space = line.find(' ');
    if (space == 0 || space == std::string_view::npos || space + 1 == line.size() ||
        line.find(' ', space + 1) != std::string_view::npos)
        throw Error(ErrorKind::Malformed, where + " holds " + inQuotes(replaceInvalidUtf8(line)) +
                                              ", which is not two tokens with a space between them.");
    builder.addMerge(line.substr(0, space), line.substr(space + 1), where);
}

void readMerges(const std::filesystem::path& file, BpePartsBuilder& builder) {
    std::ifstream stream = std::move(openSettings(file).stream);
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.starts_with("#version")) continue;
        readMergeLine(line, file.string() + ", line " + std::to_string(number) + ',', builder);
    }
}

} // namespace

void readVocabAndMerges(const std::filesystem::path& folder, BpePartsBuilder& builder) {
    const JsonDocument document(folder / "vocab.json");
    for (const auto& [letters, id] : document.members())
        builder.addWord(letters, readTokenId(id, document.where(), letters), document.where());
    readMerges(folder / "merges.txt", builder);
}

} // namespace mayfly
