#pragma once

#include "engine/text/word_index.h"
#include "engine/text/word_model.h"

#include <optional>

namespace mayfly {

/// What a unigram model is made of.
struct UnigramParts {
    WordIndex pieces;           ///< values are ids
    std::vector<double> scores; ///< log-probabilities by id; finite
    std::optional<TokenId> unknown;
    ByteTokens byteTokens = noByteTokens(); ///< for characters that are no piece
};

/// SentencePiece's unigram model (Kudo 2018): of all ways to cut a word into pieces, the most probable one (Viterbi). A
/// character that is no piece is an unknown one at 10 below the worst score; a run of them is one unknown token, or
/// their bytes' tokens.
class Unigram : public WordModel {
public:
    explicit Unigram(UnigramParts parts);

    void encode(std::string_view word, std::vector<WordToken>& tokens) const override;

private:
    void appendUnknown(std::string_view bytes, std::vector<WordToken>& tokens) const;

    UnigramParts m_parts;
    double m_unknownScore;
};

} // namespace mayfly
