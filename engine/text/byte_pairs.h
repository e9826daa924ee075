#pragma once

#include "engine/text/merge_rules.h"
#include "engine/text/word_model.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace mayfly {

/// What the files of a byte-pair encoding say. Ids are not negative and none is listed twice.
struct BytePairParts {
    struct Entry {
        TokenId id = 0;
        std::string bytes; ///< not empty
    };
    std::vector<Entry> vocabulary;  ///< what merging starts from and leads to
    std::vector<Merge> merges;      ///< only ids of `vocabulary`
    bool byteLevel = true;          ///< merging starts from bytes, as in GPT-2, and not from characters
    bool ignoreMerges = false;      ///< a word that is in the vocabulary is one token, merged or not
    std::optional<TokenId> unknown; ///< stands for a byte, or character, that the vocabulary has no token for
    bool fuseUnknown = false;       ///< one unknown token for a run of them
    /// For characters without a token: they become those of their bytes if all have one.
    ByteTokens byteTokens = noByteTokens();
};

/// Byte-pair encoding (Sennrich 2016) from bytes, as in GPT-2 (Radford 2019), or from characters, as in SentencePiece
/// (Kudo 2018). A byte or character without a token (only small vocabularies lack any) becomes the unknown token if
/// there is one, otherwise none. Bytes that are not UTF-8 are characters without a token, each for itself.
class BytePairs : public WordModel {
public:
    explicit BytePairs(BytePairParts parts);

    void encode(std::string_view word, std::vector<WordToken>& tokens) const override;

private:
    /// Looks up views without a copy.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using TextIds = std::unordered_map<std::string, TokenId, TextHash, std::equal_to<>>;

    struct Symbols {
        std::vector<TokenId> ids;
        std::vector<std::size_t> lengths; ///< in bytes
    };
    void appendCharacter(std::string_view bytes, Symbols& symbols) const;
    Symbols symbolsOf(std::string_view word) const;

    ByteTokens m_bytes{}; ///< tokens of single bytes, for byteLevel
    TextIds m_characters; ///< those of single characters, otherwise
    TextIds m_words;      ///< tokens not to merge; empty unless ignoreMerges
    ByteTokens m_fallback{};
    MergeRules m_rules;
    std::optional<TokenId> m_unknown;
    bool m_byteLevel;
    bool m_fuseUnknown;
};

} // namespace mayfly
