#include "engine/text/added_tokens.h"

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

namespace mayfly {
namespace {

/// What `\w` matches: letters, marks, digits and the underscore with its kin, here taken with all numbers.
bool isOfWord(char32_t c) {
    return c == '_' || isLetter(c) || isMark(c) || isNumber(c);
}

bool isWholeWord(std::string_view text, std::size_t begin, std::size_t end) {
    return (begin == 0 || !isOfWord(characterBefore(text, begin).codePoint)) &&
           (end == text.size() || !isOfWord(utf8Step(text, end).codePoint));
}

} // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : m_tokens(std::move(tokens)) {
    std::vector<WordIndex::Word> words;
    for (const AddedToken& token : m_tokens) words.push_back({token.content, static_cast<std::int32_t>(words.size())});
    m_index = WordIndex(std::move(words));
}

std::optional<Token> AddedTokens::find(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size(); ++at) {
        const WordIndex::Word* word = m_index.begins(text[at]) ? m_index.longest(text.substr(at)) : nullptr;
        if (word == nullptr) continue;
        const AddedToken* token = &m_tokens[std::size_t(word->value)];
        const std::size_t end = at + token->content.size();
        if (token->wholeWord && !isWholeWord(text, at, end)) {
            at = end - 1;
            continue;
        }
        return Token{token->id, token->takesLeft ? whiteSpaceBefore(text, from, at) : at,
                     token->takesRight ? whiteSpaceAfter(text, end) : end};
    }
    return std::nullopt;
}

} // namespace mayfly
