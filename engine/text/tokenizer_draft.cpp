#include "engine/text/tokenizer_draft.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/byte_alphabet.h"
#include "engine/text/byte_pairs.h"
#include "engine/text/unigram.h"
#include "engine/text/utf8.h"
#include "engine/text/word_pieces.h"

#include <algorithm>
#include <charconv>

namespace mayfly {
namespace {

constexpr std::string_view metaspace = "\u2581";

std::string withSpaces(std::string_view piece) {
    std::string text;
    for (std::size_t at = 0; at < piece.size();) {
        const bool isSpace = piece.substr(at).starts_with(metaspace);
        text.push_back(isSpace ? ' ' : piece[at]);
        at += isSpace ? metaspace.size() : 1;
    }
    return text;
}

/// Whether a piece holds a ▁ behind something else, so that it reaches from one word into the next.
bool reachesAcrossWords(std::string_view piece) {
    for (std::size_t at = piece.find(metaspace, 1); at != std::string_view::npos; at = piece.find(metaspace, at + 1))
        if (!piece.substr(0, at).ends_with(metaspace)) return true;
    return false;
}

bool wordsStandAlone(const Vocabulary& vocabulary) {
    return vocabulary.find(metaspace) &&
           std::none_of(vocabulary.words().begin(), vocabulary.words().end(),
                        [](const Vocabulary::Word& word) { return reachesAcrossWords(word.text); });
}

TokenId wordId(const Vocabulary& vocabulary, std::string_view word, std::string_view left, std::string_view right,
               const std::string& where) {
    const auto shown = [](std::string_view text) { return inQuotes(replaceInvalidUtf8(text)); };
    if (const std::optional<TokenId> id = vocabulary.find(word)) return *id;
    throw Error(ErrorKind::Malformed, where + " merges " + shown(left) + " and " + shown(right) +
                                          ", but the vocabulary has no " + shown(word) +
                                          ": fetch the tokenizer's files again.");
}

/// Where no piece reaches from one word into the next, words are encoded each by itself.
void cutIfWordsStandAlone(TokenizerDraft& draft) {
    if (wordsStandAlone(draft.vocabulary)) draft.pretokenizer.emplace_back(CutBefore{std::string(metaspace)});
}

ByteTokens byteTokensOf(const TokenizerDraft& draft) {
    ByteTokens tokens = noByteTokens();
    if (!draft.byteFallback) return tokens;
    for (const Vocabulary::Word& word : draft.vocabulary.words())
        if (const auto byte = byteOfPiece(word.text)) tokens[*byte] = word.id;
    return tokens;
}

} // namespace

std::optional<unsigned char> byteOfPiece(std::string_view piece) {
    unsigned byte = 0;
    if (piece.size() != 6 || !piece.starts_with("<0x") || piece.back() != '>') return std::nullopt;
    const auto [end, error] = std::from_chars(piece.data() + 3, piece.data() + 5, byte, 16);
    if (error != std::errc() || end != piece.data() + 5) return std::nullopt;
    return static_cast<unsigned char>(byte);
}

std::string TokenizerDraft::bytesOf(const std::string& word) const {
    switch (spelling) {
    case Spelling::Bytes:
        return bytesOfLetters(word).value_or(word);
    case Spelling::Pieces:
        if (const auto byte = byteFallback ? byteOfPiece(word) : std::nullopt) return std::string(1, char(*byte));
        return withSpaces(word);
    case Spelling::WordPieces:
        return !continuation.empty() && word.starts_with(continuation) ? word.substr(continuation.size()) : word;
    }
    return word;
}

PipelineParts TokenizerDraft::take() {
    PipelineParts parts;
    parts.words.reserve(vocabulary.words().size());
    for (const Vocabulary::Word& word : vocabulary.words()) parts.words.push_back({word.id, bytesOf(word.text)});
    parts.added = vocabulary.added();
    parts.normalizer = Normalizer(std::move(normalizer));
    parts.pretokenizer = Pretokenizer(std::move(pretokenizer));
    parts.model = std::move(model);
    parts.before = std::move(before);
    parts.after = std::move(after);
    return parts;
}

void addBytePairs(TokenizerDraft& draft, BytePairSettings settings) {
    BytePairParts parts;
    parts.byteLevel = draft.spelling == Spelling::Bytes;
    for (const Vocabulary::Word& word : draft.vocabulary.words()) {
        if (const auto bytes = parts.byteLevel ? bytesOfLetters(word.text) : word.text; bytes && !bytes->empty())
            parts.vocabulary.push_back({word.id, *bytes});
    }
    parts.byteTokens = byteTokensOf(draft);
    parts.merges = std::move(settings.merges);
    parts.unknown = settings.unknown;
    parts.fuseUnknown = settings.fuseUnknown;
    parts.ignoreMerges = settings.ignoreMerges;
    if (!parts.byteLevel && !parts.ignoreMerges) cutIfWordsStandAlone(draft);
    draft.model = std::make_unique<BytePairs>(std::move(parts));
}

void addUnigram(TokenizerDraft& draft, const std::vector<TokenId>& pieces, std::vector<double> scores,
                std::optional<TokenId> unknown) {
    std::vector<WordIndex::Word> words;
    for (const TokenId id : pieces) words.push_back({draft.vocabulary.words()[std::size_t(id)].text, id});
    UnigramParts parts{WordIndex(std::move(words)), std::move(scores), unknown, byteTokensOf(draft)};
    cutIfWordsStandAlone(draft);
    draft.model = std::make_unique<Unigram>(std::move(parts));
}

void addWordPieces(TokenizerDraft& draft, std::optional<TokenId> unknown, std::size_t longestWord) {
    std::vector<WordIndex::Word> beginnings;
    std::vector<WordIndex::Word> continuations;
    for (const Vocabulary::Word& word : draft.vocabulary.words()) {
        const bool continues = !draft.continuation.empty() && word.text.starts_with(draft.continuation);
        beginnings.push_back({word.text, word.id});
        if (continues || draft.continuation.empty())
            continuations.push_back({word.text.substr(draft.continuation.size()), word.id});
    }
    draft.model = std::make_unique<WordPieces>(WordIndex(std::move(beginnings)), WordIndex(std::move(continuations)),
                                               unknown, longestWord);
}

Merge mergeOf(const Vocabulary& vocabulary, std::string_view left, std::string_view right, const std::string& where) {
    return {wordId(vocabulary, left, left, right, where), wordId(vocabulary, right, left, right, where),
            wordId(vocabulary, std::string(left).append(right), left, right, where)};
}

} // namespace mayfly
