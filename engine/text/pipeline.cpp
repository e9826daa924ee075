#include "engine/text/pipeline.h"

#include <algorithm>
#include <unordered_map>

namespace mayfly {
namespace {

/// Stretches the ranges over bytes that got no token, so that they tile [0, size) again.
void closeGaps(std::span<Token> tokens, std::size_t size) {
    if (tokens.empty()) return;
    tokens.front().begin = 0;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) tokens[i].end = tokens[i + 1].begin;
    tokens.back().end = size;
}

/// Which tokens a word got where it came first. Most words of a text come again.
struct Seen {
    std::size_t first = 0;
    std::size_t count = 0;
};

} // namespace

Pipeline::Pipeline(PipelineParts parts)
    : m_normalizer(std::move(parts.normalizer)), m_pretokenizer(std::move(parts.pretokenizer)),
      m_model(std::move(parts.model)), m_before(std::move(parts.before)), m_after(std::move(parts.after)) {
    readTexts(std::move(parts.words), parts.added);
    readAdded(parts.added);
}

void Pipeline::readTexts(std::vector<PipelineParts::Word> words, const std::vector<AddedToken>& added) {
    m_texts.reserve(words.size() + added.size());
    // An added token says what a word of the same id is: the one that stands first stays.
    for (const AddedToken& token : added)
        if (!token.isPiece) m_texts.push_back({token.id, token.content, token.special});
    for (PipelineParts::Word& word : words) m_texts.push_back({word.id, std::move(word.bytes), false});
    std::stable_sort(m_texts.begin(), m_texts.end(), [](const Text& a, const Text& b) { return a.id < b.id; });
    const auto sameId = [](const Text& a, const Text& b) { return a.id == b.id; };
    m_texts.erase(std::unique(m_texts.begin(), m_texts.end(), sameId), m_texts.end());
}

void Pipeline::readAdded(const std::vector<AddedToken>& added) {
    std::vector<AddedToken> plain;
    std::vector<AddedToken> normalized;
    for (const AddedToken& token : added) {
        (token.normalized || token.isPiece ? normalized : plain).push_back(token);
        if (token.normalized) normalized.back().content = m_normalizer.apply(MappedText(token.content)).text();
    }
    m_added = AddedTokens(std::move(plain));
    m_addedNormalized = AddedTokens(std::move(normalized));
}

const Pipeline::Text* Pipeline::find(TokenId id) const {
    const auto found = std::lower_bound(m_texts.begin(), m_texts.end(), id,
                                        [](const Text& text, TokenId wanted) { return text.id < wanted; });
    return found != m_texts.end() && found->id == id ? &*found : nullptr;
}

std::string Pipeline::bytes(TokenId id) const {
    const Text* text = find(id);
    return text != nullptr ? text->bytes : std::string();
}

bool Pipeline::isSpecial(TokenId id) const {
    const Text* text = find(id);
    return text != nullptr && text->isSpecial;
}

std::vector<Token> Pipeline::encode(std::string_view text) const {
    std::vector<Token> tokens;
    for (const TokenId id : m_before) tokens.push_back({id, 0, 0});
    std::size_t at = 0;
    while (const std::optional<Token> added = m_added.find(text, at)) {
        encodeSegment(text.substr(at, added->begin - at), at, tokens);
        tokens.push_back(*added);
        at = added->end;
    }
    encodeSegment(text.substr(at), at, tokens);
    closeGaps(std::span(tokens).subspan(m_before.size()), text.size());
    for (const TokenId id : m_after) tokens.push_back({id, text.size(), text.size()});
    return tokens;
}

/// Encodes the part of the text that begins at `begin` and holds none of m_added.
void Pipeline::encodeSegment(std::string_view segment, std::size_t begin, std::vector<Token>& tokens) const {
    if (segment.empty()) return;
    MappedText normal = m_normalizer.apply(MappedText(segment, begin));
    std::size_t at = 0;
    while (const std::optional<Token> added = m_addedNormalized.find(normal.text(), at)) {
        encodeNormal(normal.part(at, added->begin), tokens);
        tokens.push_back({added->id, normal.originOf(added->begin), normal.originOf(added->end)});
        at = added->end;
    }
    encodeNormal(at == 0 ? std::move(normal) : normal.part(at, normal.text().size()), tokens);
}

/// Encodes normalised text, which holds no added token.
void Pipeline::encodeNormal(MappedText text, std::vector<Token>& tokens) const {
    if (text.text().empty() || !m_model) return;
    const Words words = m_pretokenizer.apply(std::move(text));
    std::unordered_map<std::string_view, Seen> seen;
    std::vector<WordToken> found;
    for (const Span& span : words.spans) {
        const std::string_view word(words.text.text().data() + span.begin, span.end - span.begin);
        const auto [known, isNew] = seen.try_emplace(word, Seen{found.size()});
        if (isNew) {
            m_model->encode(word, found);
            known->second.count = found.size() - known->second.first;
        }
        std::size_t at = span.begin;
        for (const WordToken& token : std::span(found).subspan(known->second.first, known->second.count)) {
            const std::size_t end = at + token.length;
            if (token.id != noToken) tokens.push_back({token.id, words.text.originOf(at), words.text.originOf(end)});
            at = end;
        }
    }
}

} // namespace mayfly
