#include "engine/text/tokenizer_draft.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/byte_alphabet.h"
#include "engine/text/byte_pairs.h"
#include "engine/text/utf8.h"

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
        if (const auto byte = draft.byteFallback ? byteOfPiece(word.text) : std::nullopt)
            parts.byteTokens[*byte] = word.id;
    }
    parts.merges = std::move(settings.merges);
    parts.unknown = settings.unknown;
    parts.fuseUnknown = settings.fuseUnknown;
    parts.ignoreMerges = settings.ignoreMerges;
    if (!parts.byteLevel && !parts.ignoreMerges && wordsStandAlone(draft.vocabulary))
        draft.pretokenizer.emplace_back(CutBefore{std::string(metaspace)});
    draft.model = std::make_unique<BytePairs>(std::move(parts));
}

Merge mergeOf(const Vocabulary& vocabulary, std::string_view left, std::string_view right, const std::string& where) {
    return {wordId(vocabulary, left, left, right, where), wordId(vocabulary, right, left, right, where),
            wordId(vocabulary, std::string(left).append(right), left, right, where)};
}

} // namespace mayfly
