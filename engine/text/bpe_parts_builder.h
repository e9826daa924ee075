#pragma once

#include "engine/text/byte_level_bpe.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mayfly {

/// Puts together what the files of a tokenizer list, and checks that it fits together: no text and no id twice, no
/// merge of or into a token that is not there. Texts are as the files write them. `where`, in sentences, is the file.
class BpePartsBuilder {
public:
    /// All that is no list; the lists in it stay empty until `take`.
    ByteLevelBpeParts settings;

    /// Throws Error (Malformed) if the vocabulary has the letters or the id already.
    void addWord(std::string_view letters, TokenId id, const std::string& where);

    /// The next merge in rank. Throws Error (Malformed) if the vocabulary lacks a part or what they make.
    void addMerge(std::string_view left, std::string_view right, const std::string& where);

    /// Takes the token and returns an empty string, or leaves it out and returns what it contradicts, as the end of a
    /// sentence. It may be a word of the vocabulary, with the same id.
    std::string addAdded(const AddedToken& token);

    /// Makes a token one that is looked for in the text, and special. Does nothing if there is no such token.
    void makeSpecial(std::string_view text);

    /// Word or added token.
    std::optional<TokenId> find(std::string_view text) const;
    bool knows(TokenId id) const { return m_texts.contains(id); }

    ByteLevelBpeParts take();

private:
    TokenId wordId(std::string_view letters, std::string_view left, std::string_view right,
                   const std::string& where) const;

    std::deque<ByteLevelBpeParts::Entry> m_words; ///< a deque, as entries must stay where they are
    std::unordered_map<TokenId, AddedToken> m_added;
    std::unordered_map<std::string_view, TokenId> m_ids;   ///< views of the texts in the two above
    std::unordered_map<TokenId, std::string_view> m_texts; ///< the other way round
    std::vector<Merge> m_merges;
};

} // namespace mayfly
