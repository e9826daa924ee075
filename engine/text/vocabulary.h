#pragma once

#include "engine/text/added_tokens.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mayfly {

/// The tokens that the files of a tokenizer list, checked to fit together: no text and no id twice. Texts are as the
/// files write them. `where`, in sentences, is the file.
class Vocabulary {
public:
    struct Word {
        TokenId id = 0;
        std::string text;
    };

    /// `rows` as in `loadTokenizer`: added tokens from that id on are left out.
    explicit Vocabulary(int rows) : m_rows(rows) {}
    Vocabulary(const Vocabulary&) = delete; // views of its own texts
    Vocabulary& operator=(const Vocabulary&) = delete;

    /// Throws Error (Malformed) if the vocabulary has the text or the id already.
    void addWord(std::string_view text, TokenId id, const std::string& where);

    /// Throws Error (Malformed) if there is no word: every text would become nothing.
    void requireWords(const std::string& where) const;

    /// Takes the token and returns an empty string, or leaves it out and returns what it contradicts, as the end of a
    /// sentence. It may be a word of the vocabulary, with the same id.
    std::string addAdded(const AddedToken& token);

    /// Makes a token one that is looked for in the text, and special. Does nothing if there is no such token.
    void makeSpecial(std::string_view text);

    /// Word or added token.
    std::optional<TokenId> find(std::string_view text) const;
    bool knows(TokenId id) const { return m_texts.contains(id); }

    const std::deque<Word>& words() const { return m_words; } ///< as they were added
    std::vector<AddedToken> added() const;                    ///< by id

private:
    int m_rows;
    std::deque<Word> m_words; ///< a deque, as entries must stay where they are
    std::unordered_map<TokenId, AddedToken> m_added;
    std::unordered_map<std::string_view, TokenId> m_ids;   ///< views of the texts in the two above
    std::unordered_map<TokenId, std::string_view> m_texts; ///< the other way round
};

} // namespace mayfly
