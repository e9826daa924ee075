#include "engine/text/word_pieces.h"

#include "engine/text/utf8.h"

#include <utility>

namespace mayfly {
namespace {

std::size_t charactersIn(std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size(); at += utf8Step(word, at).length) ++count;
    return count;
}

} // namespace

WordPieces::WordPieces(WordIndex beginnings, WordIndex continuations, std::optional<TokenId> unknown,
                       std::size_t longestWord)
    : m_beginnings(std::move(beginnings)), m_continuations(std::move(continuations)), m_unknown(unknown),
      m_longestWord(longestWord) {}

void WordPieces::encode(std::string_view word, std::vector<WordToken>& tokens) const {
    const std::size_t first = tokens.size();
    bool isKnown = charactersIn(word) <= m_longestWord;
    for (std::size_t at = 0; isKnown && at < word.size();) {
        const WordIndex::Word* piece = (at == 0 ? m_beginnings : m_continuations).longest(word.substr(at));
        isKnown = piece != nullptr;
        if (!isKnown) break;
        tokens.push_back({piece->value, piece->text.size()});
        at += piece->text.size();
    }
    if (isKnown) return;
    tokens.resize(first);
    tokens.push_back({m_unknown.value_or(noToken), word.size()});
}

} // namespace mayfly
