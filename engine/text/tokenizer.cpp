#include "engine/text/tokenizer.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/tokenizer_files.h"

#include <algorithm>

namespace mayfly {

namespace fs = std::filesystem;

namespace {

/// GPT-2's only special token, also where no file says so.
constexpr std::string_view gpt2EndOfText = "<|endoftext|>";

/// Other families have a vocab.json and a merges.txt too, and split text in ways that these files do not tell.
void requireGpt2(const fs::path& folder, const TokenizerConfig& config) {
    static constexpr std::string_view known[] = {"", "GPT2Tokenizer", "GPT2TokenizerFast"};
    if (std::find(std::begin(known), std::end(known), config.tokenizerClass) == std::end(known))
        throw Error(ErrorKind::Unsupported, (folder / "tokenizer_config.json").string() +
                                                " names the tokenizer_class " + inQuotes(config.tokenizerClass) +
                                                ", which Mayfly does not know; it knows GPT2Tokenizer.");
}

/// The main files win: what the others say against them is left out, as Hugging Face's loader does.
void applyConfig(const TokenizerConfig& config, BpePartsBuilder& builder) {
    for (const AddedToken& token : config.added) builder.addAdded(token);
    for (const std::string& text : config.special) builder.makeSpecial(text);
    builder.makeSpecial(gpt2EndOfText);
    ByteLevelBpeParts& settings = builder.settings;
    settings.addPrefixSpace = config.addPrefixSpace.value_or(settings.addPrefixSpace);
    if (!settings.unknown && !config.unknown.empty()) settings.unknown = builder.find(config.unknown);
}

/// What a text begins with is said in tokenizer.json, or else, for GPT-2's own files, in tokenizer_config.json.
void applyBos(const TokenizerConfig& config, BpePartsBuilder& builder) {
    const std::optional<TokenId> bos = builder.find(config.bos);
    if (config.addBos && bos) builder.settings.before = {*bos};
}

} // namespace

std::unique_ptr<const Tokenizer> loadTokenizer(const fs::path& folder) {
    const bool hasJson = isListed(folder / "tokenizer.json");
    const bool hasVocabulary = isListed(folder / "vocab.json") || isListed(folder / "merges.txt");
    if (!hasJson && !hasVocabulary) return nullptr;
    const TokenizerConfig config = readTokenizerConfig(folder);
    BpePartsBuilder builder;
    if (hasJson) {
        readTokenizerJson(folder / "tokenizer.json", builder);
    } else {
        requireGpt2(folder, config);
        readVocabAndMerges(folder, builder);
    }
    applyConfig(config, builder);
    if (!hasJson) applyBos(config, builder);
    return std::make_unique<ByteLevelBpe>(builder.take());
}

} // namespace mayfly
