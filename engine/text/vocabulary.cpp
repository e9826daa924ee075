#include "engine/text/vocabulary.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/utf8.h"

#include <algorithm>

namespace mayfly {
namespace {

std::string shownText(std::string_view text) {
    return inQuotes(replaceInvalidUtf8(text));
}

} // namespace

void Vocabulary::addWord(std::string_view word, TokenId id, const std::string& where) {
    const std::string_view text = m_words.emplace_back(Word{id, std::string(word)}).text;
    if (!m_ids.emplace(text, id).second)
        throw Error(ErrorKind::Malformed, where + " lists the token " + shownText(text) + " twice.");
    const auto [owner, isFree] = m_texts.emplace(id, text);
    if (!isFree)
        throw Error(ErrorKind::Malformed, where + " gives the id " + std::to_string(id) + " to both " +
                                              shownText(owner->second) + " and " + shownText(text) + '.');
}

void Vocabulary::requireWords(const std::string& where) const {
    if (m_words.empty()) throw Error(ErrorKind::Malformed, where + " holds no tokens.");
}

std::string Vocabulary::addAdded(const AddedToken& token) {
    if (token.content.empty()) return "has no text";
    if (token.content.size() > AddedTokens::longest)
        return "is longer than " + std::to_string(AddedTokens::longest) + " bytes";
    if (token.id >= m_rows) return {};
    if (m_added.contains(token.id)) return "has the id of another added token";
    const auto owner = m_texts.find(token.id);
    if (owner != m_texts.end() && owner->second != token.content)
        return "has the id of the token " + shownText(owner->second);
    const std::optional<TokenId> same = find(token.content);
    if (same && *same != token.id) return "has the text of the token with the id " + std::to_string(*same);
    const std::string_view text = m_added.emplace(token.id, token).first->second.content;
    m_ids.emplace(text, token.id);
    m_texts.emplace(token.id, text);
    return {};
}

void Vocabulary::makeSpecial(std::string_view text) {
    const std::optional<TokenId> id = find(text);
    if (!id || text.empty() || text.size() > AddedTokens::longest) return;
    const auto token = m_added.try_emplace(*id, AddedToken{std::string(text), *id}).first;
    token->second.special = true;
}

std::optional<TokenId> Vocabulary::find(std::string_view text) const {
    const auto found = m_ids.find(text);
    if (found == m_ids.end()) return std::nullopt;
    return found->second;
}

std::vector<AddedToken> Vocabulary::added() const {
    std::vector<AddedToken> tokens;
    tokens.reserve(m_added.size());
    for (const auto& [id, token] : m_added) tokens.push_back(token);
    std::sort(tokens.begin(), tokens.end(), [](const AddedToken& a, const AddedToken& b) { return a.id < b.id; });
    return tokens;
}

} // namespace mayfly
