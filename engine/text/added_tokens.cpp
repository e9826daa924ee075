#include "engine/text/added_tokens.h"

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

#include <algorithm>

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
    std::erase_if(m_tokens, [](const AddedToken& token) { return token.content.empty(); });
    std::stable_sort(m_tokens.begin(), m_tokens.end(),
                     [](const AddedToken& a, const AddedToken& b) { return a.content < b.content; });
    for (const AddedToken& token : m_tokens) m_begins[static_cast<unsigned char>(token.content.front())] = true;
}

std::optional<Token> AddedTokens::find(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!m_begins[static_cast<unsigned char>(text[at])]) continue;
        const AddedToken* token = longestAt(text, at);
        if (token == nullptr) continue;
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

/// Narrows the sorted tokens to those that agree with the text, a byte at a time.
const AddedToken* AddedTokens::longestAt(std::string_view text, std::size_t at) const {
    const AddedToken* best = nullptr;
    auto first = m_tokens.begin();
    auto last = m_tokens.end();
    for (std::size_t depth = 0; at + depth < text.size() && first != last; ++depth) {
        // std::string compares as unsigned char; the end of a content sorts before every byte.
        const auto byteOf = [depth](const AddedToken& token) {
            return depth < token.content.size() ? static_cast<unsigned char>(token.content[depth]) : -1;
        };
        const int byte = static_cast<unsigned char>(text[at + depth]);
        first = std::partition_point(first, last, [&](const AddedToken& t) { return byteOf(t) < byte; });
        last = std::partition_point(first, last, [&](const AddedToken& t) { return byteOf(t) <= byte; });
        if (first != last && first->content.size() == depth + 1) best = &*first;
    }
    return best;
}

} // namespace mayfly
