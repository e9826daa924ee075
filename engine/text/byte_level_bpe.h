#pragma once

#include "engine/text/added_tokens.h"
#include "engine/text/merge_rules.h"
#include "engine/text/pretokenizer.h"
#include "engine/text/tokenizer.h"

#include <array>
#include <optional>
#include <unordered_map>

namespace mayfly {

/// What the files of a byte-level BPE tokenizer say. Ids are not negative and none is listed twice.
struct ByteLevelBpeParts {
    struct Entry {
        TokenId id = 0;
        std::string letters; ///< as the files write it, see byte_alphabet.h
    };
    std::vector<Entry> vocabulary;
    std::vector<Merge> merges;     ///< by rank; only ids of `vocabulary`
    std::vector<AddedToken> added; ///< their ids may be in `vocabulary` too
    std::string_view splitPattern = gpt2SplitPattern;
    std::optional<TokenId> unknown; ///< stands for a byte that the vocabulary has no token for
    std::vector<TokenId> before;    ///< what every text begins with, such as BOS
    std::vector<TokenId> after;     ///< what every text ends with
    bool addPrefixSpace = false;    ///< text is encoded as if it began with a space
    bool ignoreMerges = false;      ///< a word that is in the vocabulary is one token, merged or not
};

/// The tokenizer of GPT-2 (Radford 2019): added tokens are cut out, the rest is split into words by a pattern, and the
/// bytes of each word are merged.
///
/// A byte without a token (only small vocabularies lack any) becomes the unknown token if there is one; otherwise it
/// belongs to the range of the token before it, or, at the beginning, to the token after it. A text of nothing but such
/// bytes has no tokens.
class ByteLevelBpe : public Tokenizer {
public:
    explicit ByteLevelBpe(ByteLevelBpeParts parts);
    ByteLevelBpe(const ByteLevelBpe&) = delete; // m_words views m_texts
    ByteLevelBpe& operator=(const ByteLevelBpe&) = delete;

    std::vector<Token> encode(std::string_view text) const override;
    std::string bytes(TokenId id) const override;
    bool knows(TokenId id) const override { return find(id) != nullptr; }
    bool isSpecial(TokenId id) const override;
    int size() const override { return m_texts.empty() ? 0 : m_texts.back().id + 1; }

private:
    struct Text {
        TokenId id = 0;
        std::string bytes;
        bool isWord = false; ///< made of byte letters, so that merging can reach it
        bool isSpecial = false;
    };
    const Text* find(TokenId id) const;
    void readTexts(const ByteLevelBpeParts& parts);
    std::vector<MergeRules::Run> merge(std::string_view word) const;
    void encodeSegment(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens) const;
    void encodeWord(std::string_view word, std::size_t begin, std::vector<Token>& tokens) const;

    std::vector<Text> m_texts; ///< by id
    std::array<TokenId, 256> m_byteTokens{};
    std::unordered_map<std::string_view, TokenId> m_words; ///< tokens that are not merged; empty unless ignoreMerges
    AddedTokens m_added;
    MergeRules m_rules;
    Pretokenizer m_pretokenizer;
    std::optional<TokenId> m_unknown;
    std::vector<TokenId> m_before;
    std::vector<TokenId> m_after;
    bool m_addPrefixSpace;
};

} // namespace mayfly
