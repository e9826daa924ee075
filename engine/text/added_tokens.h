#pragma once

#include "engine/text/tokenizer.h"
#include "engine/text/word_index.h"

#include <optional>

namespace mayfly {

/// A token that is looked for in the text itself, before anything is split or merged.
struct AddedToken {
    std::string content; ///< not empty, at most AddedTokens::longest bytes
    TokenId id = 0;
    bool special = false;    ///< a control token such as <|endoftext|>, not text
    bool takesLeft = false;  ///< white space before it belongs to it (Hugging Face's lstrip)
    bool takesRight = false; ///< white space after it belongs to it (rstrip)
    bool wholeWord = false;  ///< not as a part of a word (single_word)
    bool normalized = false; ///< looked for after the normalizer, which then changes `content` too
    bool isPiece = false;    ///< a word of the vocabulary, so looked for behind the normalizer as it stands
};

/// Finds added tokens in a text. Immutable, so any thread may use it.
class AddedTokens {
public:
    /// Bounds what one position of the text can cost.
    static constexpr std::size_t longest = 1000;

    AddedTokens() = default;
    /// Tokens without content are never found; of two with the same content, the first is.
    explicit AddedTokens(std::vector<AddedToken> tokens);

    /// The leftmost added token that begins at or after `from`; of those that begin there, the longest.
    std::optional<Token> find(std::string_view text, std::size_t from) const;

private:
    std::vector<AddedToken> m_tokens;
    WordIndex m_index; ///< of places in m_tokens
};

} // namespace mayfly
