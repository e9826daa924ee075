#include "engine/text/tokenizer.h"

#include "engine/files/file.h"
#include "engine/text/tokenizer_files.h"

namespace mayfly {

namespace fs = std::filesystem;

bool hasTokenizer(const fs::path& folder) {
    const auto has = [&](const char* name) { return isListed(folder / name); };
    return has("tokenizer.json") || (has("vocab.json") && has("merges.txt")) || has("tokenizer.model") ||
           has("vocab.txt");
}

std::unique_ptr<const Tokenizer> loadTokenizer(const fs::path& folder, int rows) {
    const auto has = [&](const char* name) { return isListed(folder / name); };
    // One of the two without the other is read as well, to say what is missing.
    if (!hasTokenizer(folder) && !has("vocab.json") && !has("merges.txt")) return nullptr;
    const TokenizerConfig config = readTokenizerConfig(folder);
    TokenizerDraft draft(rows);
    if (has("tokenizer.json")) {
        readTokenizerJson(folder / "tokenizer.json", draft);
        addTokens(config, draft.vocabulary);
    } else if (has("tokenizer.model")) {
        readSentencePiece(folder / "tokenizer.model", config, draft);
    } else if (has("vocab.json") || has("merges.txt")) {
        readVocabAndMerges(folder, config, draft);
    } else {
        readVocabTxt(folder / "vocab.txt", config, draft);
    }
    return std::make_unique<Pipeline>(draft.take());
}

} // namespace mayfly
