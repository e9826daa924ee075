#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_parts.h"
#include "engine/text/tokenizer_files.h"

namespace mayfly {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t mostSteps = 32;

void readAdded(const JsonFields& top, Vocabulary& vocabulary) {
    for (const dom::element& element : top.list("added_tokens")) {
        const JsonFields fields(element, top.where() + ": added_tokens");
        AddedToken token = readAddedToken(fields);
        const auto id = fields.value("id");
        if (!id) fields.reject("id", "the token's id");
        token.id = readTokenId(*id, fields.where(), token.content);
        const std::string clash = vocabulary.addAdded(token);
        if (!clash.empty())
            throw Error(ErrorKind::Malformed, fields.where() + ": " + inQuotes(token.content) + " with the id " +
                                                  std::to_string(token.id) + ' ' + clash + '.');
    }
}

} // namespace

void failUnsupported(const JsonFields& fields, const std::string& what) {
    throw Error(ErrorKind::Unsupported, fields.where() + ' ' + what);
}

std::vector<JsonFields> flattened(const JsonFields& fields, std::string_view name, int depth) {
    if (fields.text("type") != "Sequence") return {fields};
    if (depth == 0) failUnsupported(fields, "holds sequences in sequences, deeper than Mayfly reads.");
    std::vector<JsonFields> members;
    for (const dom::element& element : fields.list(name)) {
        for (JsonFields& member : flattened(JsonFields(element, fields.where()), name, depth - 1))
            members.push_back(std::move(member));
        if (members.size() > mostSteps)
            failUnsupported(fields, "has more than " + std::to_string(mostSteps) + " steps; Mayfly reads no more.");
    }
    return members;
}

void readTokenizerJson(const std::filesystem::path& file, TokenizerDraft& draft) {
    const JsonDocument document(file);
    const JsonFields top(document.members(), document.where());
    readNormalizer(top, draft);
    readPretokenizer(top, draft);
    readModel(top, draft);
    readAdded(top, draft.vocabulary);
    readPostProcessor(top, draft);
}

} // namespace mayfly
