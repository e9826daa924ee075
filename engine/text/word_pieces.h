#pragma once

#include "engine/text/word_index.h"
#include "engine/text/word_model.h"

#include <optional>

namespace mayfly {

/// WordPiece as BERT uses it (Devlin 2018): the longest piece that a word begins with, then the longest piece for
/// inside of words that the rest begins with, and so on. A word that cannot be cut so is one unknown token.
class WordPieces : public WordModel {
public:
    /// `beginnings` and `continuations` (without their ##) give ids; a word of more than `longestWord` characters is
    /// unknown. Without an unknown token such words get none.
    WordPieces(WordIndex beginnings, WordIndex continuations, std::optional<TokenId> unknown, std::size_t longestWord);

    void encode(std::string_view word, std::vector<WordToken>& tokens) const override;

private:
    WordIndex m_beginnings;
    WordIndex m_continuations;
    std::optional<TokenId> m_unknown;
    std::size_t m_longestWord;
};

} // namespace mayfly
