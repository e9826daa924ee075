#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_fields.h"
#include "engine/text/tokenizer_files.h"
#include "engine/text/utf8.h"

namespace mayfly {
namespace {

/// GPT-2's only special token, also where no file says so.
constexpr std::string_view gpt2EndOfText = "<|endoftext|>";

/// A line that names two tokens with one space between them; a vocabulary's letters hold no space.
Merge readMergeLine(std::string_view line, const std::string& where, const Vocabulary& vocabulary) {
    const std::size_t space = line.find(' ');
    if (space == 0 || space == std::string_view::npos || space + 1 == line.size() ||
        line.find(' ', space + 1) != std::string_view::npos)
        throw Error(ErrorKind::Malformed, where + " holds " + inQuotes(replaceInvalidUtf8(line)) +
                                              ", which is not two tokens with a space between them.");
    return mergeOf(vocabulary, line.substr(0, space), line.substr(space + 1), where);
}

std::vector<Merge> readMerges(const std::filesystem::path& file, const Vocabulary& vocabulary) {
    std::ifstream stream = std::move(openSettings(file).stream);
    std::vector<Merge> merges;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.starts_with("#version")) continue;
        Merge merge = readMergeLine(line, file.string() + ", line " + std::to_string(number) + ',', vocabulary);
        merge.rank = static_cast<std::uint32_t>(merges.size());
        merges.push_back(merge);
    }
    return merges;
}

void addSteps(const TokenizerConfig& config, TokenizerDraft& draft) {
    const bool isQwen2 = config.tokenizerClass == "Qwen2Tokenizer";
    if (isQwen2) draft.normalizer.emplace_back(UnicodeForm::NFC);
    if (config.addPrefixSpace.value_or(false)) draft.pretokenizer.emplace_back(PrefixSpace{});
    const std::string_view pattern = isQwen2 ? qwen2SplitPattern : gpt2SplitPattern;
    draft.pretokenizer.emplace_back(PatternSplit{std::make_shared<const SplitPattern>(pattern)});
}

/// RoBERTa puts every text between <s> and </s>; the others begin it with BOS if they are told to.
void addEnds(const TokenizerConfig& config, TokenizerDraft& draft) {
    const auto find = [&](const std::string& said, std::string_view unsaid) {
        return draft.vocabulary.find(said.empty() ? unsaid : said);
    };
    const bool isRoberta = config.tokenizerClass == "RobertaTokenizer";
    const auto first = isRoberta ? find(config.cls, "<s>") : find(config.bos, {});
    const auto last = isRoberta ? find(config.sep, "</s>") : find(config.eos, {});
    if (first && config.addBos.value_or(isRoberta)) draft.before = {*first};
    if (last && config.addEos.value_or(isRoberta)) draft.after = {*last};
}

} // namespace

void readVocabAndMerges(const std::filesystem::path& folder, const TokenizerConfig& config, TokenizerDraft& draft) {
    requireClass(config, {"GPT2Tokenizer", "Qwen2Tokenizer", "RobertaTokenizer"}, "vocab.json and merges.txt");
    const JsonDocument document(folder / "vocab.json");
    for (const auto& [letters, id] : document.members())
        draft.vocabulary.addWord(letters, readTokenId(id, document.where(), letters), document.where());
    draft.vocabulary.requireWords(document.where());
    BytePairSettings settings;
    settings.merges = readMerges(folder / "merges.txt", draft.vocabulary);
    addTokens(config, draft.vocabulary);
    draft.vocabulary.makeSpecial(gpt2EndOfText);
    if (!config.unknown.empty()) settings.unknown = draft.vocabulary.find(config.unknown);
    draft.spelling = Spelling::Bytes;
    addSteps(config, draft);
    addBytePairs(draft, std::move(settings));
    addEnds(config, draft);
}

} // namespace mayfly
