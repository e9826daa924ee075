#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/text/bert_steps.h"
#include "engine/text/tokenizer_files.h"

#include <algorithm>

namespace mayfly {
namespace {

/// A token a line, whose id is the number of the lines before it.
void readWords(const std::filesystem::path& file, Vocabulary& vocabulary) {
    std::ifstream stream = std::move(openSettings(file).stream);
    std::string line;
    for (TokenId id = 0; std::getline(stream, line); ++id) {
        if (line.ends_with('\r')) line.pop_back();
        vocabulary.addWord(line, id, file.string());
    }
    vocabulary.requireWords(file.string());
}

/// BERT cuts no text without it: the token that the settings name, or else the one that its own files have.
TokenId requiredToken(const Vocabulary& vocabulary, const std::string& said, const char* unsaid, const std::string& where) {
    const std::string text = said.empty() ? unsaid : said;
    if (const auto id = vocabulary.find(text)) return *id;
    throw Error(ErrorKind::Malformed, where + " has no token " + inQuotes(text) + ", without which no text can be cut.");
}

void addSteps(const TokenizerConfig& config, TokenizerDraft& draft) {
    BertNormalization bert;
    bert.lowercases = config.lowercases.value_or(true);
    bert.spacesOutIdeographs = config.spacesOutIdeographs.value_or(true);
    bert.stripsAccents = config.stripsAccents;
    appendSteps(bert, draft.normalizer);
    appendBertCuts(draft.pretokenizer);
}

} // namespace

void readVocabTxt(const std::filesystem::path& file, const TokenizerConfig& config, TokenizerDraft& draft) {
    requireClass(config, {"BertTokenizer", "DistilBertTokenizer", "ElectraTokenizer"}, file.filename().string());
    readWords(file, draft.vocabulary);
    // BERT's special tokens, also where no file says so.
    for (const char* text : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}) draft.vocabulary.makeSpecial(text);
    addTokens(config, draft.vocabulary);
    const auto require = [&](const std::string& said, const char* unsaid) {
        return requiredToken(draft.vocabulary, said, unsaid, file.string());
    };
    draft.spelling = Spelling::WordPieces;
    draft.continuation = "##";
    addSteps(config, draft);
    addWordPieces(draft, require(config.unknown, "[UNK]"), 100);
    draft.before = {require(config.cls, "[CLS]")};
    draft.after = {require(config.sep, "[SEP]")};
}

} // namespace mayfly
