#include "engine/text/byte_level_bpe.h"

#include "engine/text/byte_alphabet.h"

#include <algorithm>

namespace mayfly {
namespace {

constexpr TokenId noToken = -1;

/// Stretches the ranges over bytes that got no token, so that they tile [0, size) again.
void closeGaps(std::span<Token> tokens, std::size_t size) {
    if (tokens.empty()) return;
    tokens.front().begin = 0;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) tokens[i].end = tokens[i + 1].begin;
    tokens.back().end = size;
}

/// Which tokens a word got where it came first. Most words of a text come again.
struct WordTokens {
    std::size_t begin; ///< of the word, in the segment
    std::size_t first; ///< of its tokens
    std::size_t count;
};

/// Appends the tokens that the same word got before.
void repeat(const WordTokens& word, std::size_t begin, std::vector<Token>& tokens) {
    for (std::size_t i = word.first; i < word.first + word.count; ++i) {
        const Token token = tokens[i];
        tokens.push_back({token.id, token.begin - word.begin + begin, token.end - word.begin + begin});
    }
}

} // namespace

ByteLevelBpe::ByteLevelBpe(ByteLevelBpeParts parts)
    : m_added(std::move(parts.added)), m_rules(parts.merges), m_pretokenizer(parts.splitPattern),
      m_unknown(parts.unknown), m_before(std::move(parts.before)), m_after(std::move(parts.after)),
      m_addPrefixSpace(parts.addPrefixSpace) {
    readTexts(parts);
    if (!parts.ignoreMerges) return;
    for (const Text& text : m_texts)
        if (text.isWord) m_words.emplace(text.bytes, text.id);
}

void ByteLevelBpe::readTexts(const ByteLevelBpeParts& parts) {
    m_byteTokens.fill(noToken);
    m_texts.reserve(parts.vocabulary.size() + m_added.all().size());
    for (const ByteLevelBpeParts::Entry& entry : parts.vocabulary) {
        std::optional<std::string> bytes = bytesOfLetters(entry.letters);
        if (bytes && bytes->size() == 1) m_byteTokens[static_cast<unsigned char>(bytes->front())] = entry.id;
        m_texts.push_back({entry.id, bytes.value_or(entry.letters), bytes.has_value(), false});
    }
    const auto byId = [](const Text& a, const Text& b) { return a.id < b.id; };
    std::sort(m_texts.begin(), m_texts.end(), byId);
    std::vector<Text> more;
    for (const AddedToken& token : m_added.all()) {
        const Text text{token.id, token.content, false, token.special};
        if (const Text* known = find(token.id))
            m_texts[std::size_t(known - m_texts.data())] = text;
        else
            more.push_back(text);
    }
    m_texts.insert(m_texts.end(), more.begin(), more.end());
    std::sort(m_texts.begin(), m_texts.end(), byId);
}

const ByteLevelBpe::Text* ByteLevelBpe::find(TokenId id) const {
    const auto found = std::lower_bound(m_texts.begin(), m_texts.end(), id,
                                        [](const Text& text, TokenId wanted) { return text.id < wanted; });
    return found != m_texts.end() && found->id == id ? &*found : nullptr;
}

std::string ByteLevelBpe::bytes(TokenId id) const {
    const Text* text = find(id);
    return text != nullptr ? text->bytes : std::string();
}

bool ByteLevelBpe::isSpecial(TokenId id) const {
    const Text* text = find(id);
    return text != nullptr && text->isSpecial;
}

std::vector<Token> ByteLevelBpe::encode(std::string_view text) const {
    std::vector<Token> tokens;
    for (const TokenId id : m_before) tokens.push_back({id, 0, 0});
    std::size_t at = 0;
    while (const std::optional<Token> added = m_added.find(text, at)) {
        encodeSegment(text, at, added->begin, tokens);
        tokens.push_back(*added);
        at = added->end;
    }
    encodeSegment(text, at, text.size(), tokens);
    closeGaps(std::span(tokens).subspan(m_before.size()), text.size());
    for (const TokenId id : m_after) tokens.push_back({id, text.size(), text.size()});
    return tokens;
}

/// Encodes text[begin, end), which holds no added token.
void ByteLevelBpe::encodeSegment(std::string_view text, std::size_t begin, std::size_t end,
                                 std::vector<Token>& tokens) const {
    if (begin == end) return;
    const std::size_t firstToken = tokens.size();
    const bool prefixed = m_addPrefixSpace && text[begin] != ' ';
    std::string withSpace;
    if (prefixed) withSpace.append(" ").append(text.substr(begin, end - begin));
    const std::string_view segment = prefixed ? withSpace : text.substr(begin, end - begin);

    std::unordered_map<std::string_view, WordTokens> seen;
    std::size_t wordBegin = 0;
    for (const std::size_t wordEnd : m_pretokenizer.split(segment)) {
        const std::string_view word = segment.substr(wordBegin, wordEnd - wordBegin);
        const auto [known, isNew] = seen.try_emplace(word, WordTokens{wordBegin, tokens.size(), 0});
        if (isNew) {
            encodeWord(word, wordBegin, tokens);
            known->second.count = tokens.size() - known->second.first;
        } else {
            repeat(known->second, wordBegin, tokens);
        }
        wordBegin = wordEnd;
    }
    // From offsets into the segment to offsets into the text, where the space in front is not.
    const auto inText = [&](std::size_t at) { return begin + at - (prefixed && at > 0 ? 1 : 0); };
    for (std::size_t i = firstToken; i < tokens.size(); ++i)
        tokens[i] = {tokens[i].id, inText(tokens[i].begin), inText(tokens[i].end)};
}

std::vector<MergeRules::Run> ByteLevelBpe::merge(std::string_view word) const {
    std::vector<TokenId> symbols(word.size());
    std::transform(word.begin(), word.end(), symbols.begin(),
                   [this](char byte) { return m_byteTokens[static_cast<unsigned char>(byte)]; });
    return m_rules.apply(symbols);
}

void ByteLevelBpe::encodeWord(std::string_view word, std::size_t begin, std::vector<Token>& tokens) const {
    const auto whole = m_words.find(word);
    if (whole != m_words.end()) {
        tokens.push_back({whole->second, begin, begin + word.size()});
        return;
    }
    for (const MergeRules::Run& run : merge(word)) {
        const TokenId id = run.id != noToken ? run.id : m_unknown.value_or(noToken);
        if (id != noToken) tokens.push_back({id, begin, begin + run.length});
        begin += run.length;
    }
}

} // namespace mayfly
