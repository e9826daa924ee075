#pragma once

#include "engine/text/added_tokens.h"
#include "engine/text/normalizer.h"
#include "engine/text/pretokenizer.h"
#include "engine/text/word_model.h"

#include <memory>
#include <span>

namespace mayfly {

/// What the files of a tokenizer say, ready for use. Ids are not negative and no two words have the same.
struct PipelineParts {
    struct Word {
        TokenId id = 0;
        std::string bytes; ///< of text that the token stands for
    };
    std::vector<Word> words;
    std::vector<AddedToken> added; ///< their ids may be those of words too
    Normalizer normalizer;
    Pretokenizer pretokenizer;
    std::unique_ptr<const WordModel> model; ///< null: only added tokens are found
    std::vector<TokenId> before;            ///< what every text begins with, such as BOS
    std::vector<TokenId> after;             ///< what every text ends with
};

/// A tokenizer as the pipeline that all families share: added tokens are cut out of the text, the rest is normalised,
/// cut into words, and each word encoded by a model; a template adds tokens at both ends.
///
/// Ranges: what a normalizer wrote for a character, or a few that changed as one, is theirs: the token with the first
/// byte of it has the range, and tokens within it an empty one behind. Bytes without a token (dropped by a normalizer,
/// left out between words, or unknown to a model without an unknown token) belong to the token before them, or, at the
/// beginning, to the first. A text of nothing but such bytes is the range of the last token that the template puts in
/// front, or else of the first that it puts behind; without a template it has no tokens.
class Pipeline : public Tokenizer {
public:
    explicit Pipeline(PipelineParts parts);

    std::vector<Token> encode(std::string_view text) const override;
    std::string bytes(TokenId id) const override;
    bool knows(TokenId id) const override { return find(id) != nullptr; }
    bool isSpecial(TokenId id) const override;
    int size() const override { return m_texts.empty() ? 0 : m_texts.back().id + 1; }

private:
    struct Text {
        TokenId id = 0;
        std::string bytes;
        bool isSpecial = false;
    };
    const Text* find(TokenId id) const;
    void readTexts(std::vector<PipelineParts::Word> words, const std::vector<AddedToken>& added);
    void readAdded(const std::vector<AddedToken>& added);
    void encodeSegment(std::string_view text, std::size_t begin, std::vector<Token>& tokens) const;
    void encodeNormal(MappedText text, std::vector<Token>& tokens) const;

    std::vector<Text> m_texts;     ///< by id
    AddedTokens m_added;           ///< those to find in the text as it is
    AddedTokens m_addedNormalized; ///< those to find behind the normalizer
    Normalizer m_normalizer;
    Pretokenizer m_pretokenizer;
    std::unique_ptr<const WordModel> m_model;
    std::vector<TokenId> m_before;
    std::vector<TokenId> m_after;
};

} // namespace mayfly
