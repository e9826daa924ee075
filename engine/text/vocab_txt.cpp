#include "engine/error.h"
#include "engine/files/file.h"
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
    const auto find = [&](const std::string& said, std::string_view unsaid) {
        return draft.vocabulary.find(said.empty() ? unsaid : said);
    };
    draft.spelling = Spelling::WordPieces;
    draft.continuation = "##";
    addSteps(config, draft);
    addWordPieces(draft, find(config.unknown, "[UNK]"), 100);
    if (const auto cls = find(config.cls, "[CLS]")) draft.before = {*cls};
    if (const auto sep = find(config.sep, "[SEP]")) draft.after = {*sep};
}

} // namespace mayfly
