#include "engine/text/bpe_parts_builder.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/utf8.h"

#include <iterator>

namespace mayfly {
namespace {

std::string shownText(std::string_view text) {
    return inQuotes(replaceInvalidUtf8(text));
}

} // namespace

void BpePartsBuilder::addWord(std::string_view letters, TokenId id, const std::string& where) {
    const std::string_view text = m_words.emplace_back(ByteLevelBpeParts::Entry{id, std::string(letters)}).letters;
    if (!m_ids.emplace(text, id).second)
        throw Error(ErrorKind::Malformed, where + " lists the token " + shownText(text) + " twice.");
    const auto [owner, isFree] = m_texts.emplace(id, text);
    if (!isFree)
        throw Error(ErrorKind::Malformed, where + " gives the id " + std::to_string(id) + " to both " +
                                              shownText(owner->second) + " and " + shownText(text) + '.');
}

TokenId BpePartsBuilder::wordId(std::string_view letters, std::string_view left, std::string_view right,
                                const std::string& where) const {
    const auto word = m_ids.find(letters);
    if (word == m_ids.end())
        throw Error(ErrorKind::Malformed, where + " merges " + shownText(left) + " and " + shownText(right) +
                                              ", but the vocabulary has no " + shownText(letters) +
                                              ": fetch the tokenizer's files again.");
    return word->second;
}

void BpePartsBuilder::addMerge(std::string_view left, std::string_view right, const std::string& where) {
    const TokenId leftId = wordId(left, left, right, where);
    const TokenId rightId = wordId(right, left, right, where);
    const TokenId result = wordId(std::string(left).append(right), left, right, where);
    m_merges.push_back({leftId, rightId, result});
}

std::string BpePartsBuilder::addAdded(const AddedToken& token) {
    if (token.content.empty()) return "has no text";
    if (token.content.size() > AddedTokens::longest)
        return "is longer than " + std::to_string(AddedTokens::longest) + " bytes";
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

void BpePartsBuilder::makeSpecial(std::string_view text) {
    const std::optional<TokenId> id = find(text);
    if (!id || text.empty() || text.size() > AddedTokens::longest) return;
    const auto token = m_added.try_emplace(*id, AddedToken{std::string(text), *id}).first;
    token->second.special = true;
}

std::optional<TokenId> BpePartsBuilder::find(std::string_view text) const {
    const auto found = m_ids.find(text);
    if (found == m_ids.end()) return std::nullopt;
    return found->second;
}

ByteLevelBpeParts BpePartsBuilder::take() {
    settings.vocabulary.assign(std::move_iterator(m_words.begin()), std::move_iterator(m_words.end()));
    settings.merges = std::move(m_merges);
    for (auto& [id, token] : m_added) settings.added.push_back(std::move(token));
    return std::move(settings);
}

} // namespace mayfly
