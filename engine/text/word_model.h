#pragma once

#include "engine/text/tokenizer.h"

#include <array>
#include <string_view>
#include <vector>

namespace mayfly {

/// Stands for bytes of a word that got no token.
inline constexpr TokenId noToken = -1;

/// A token of a word and how many of the word's bytes it takes.
struct WordToken {
    TokenId id = noToken;
    std::size_t length = 0;

    bool operator==(const WordToken&) const = default;
};

/// By byte, the token that stands for it alone, where there is one (SentencePiece's byte fallback).
using ByteTokens = std::array<TokenId, 256>;

inline ByteTokens noByteTokens() {
    ByteTokens tokens{};
    tokens.fill(noToken);
    return tokens;
}

/// Turns a word into tokens. Immutable, so any thread may use it.
class WordModel {
public:
    virtual ~WordModel() = default;

    /// Appends the tokens of a word that is not empty, of any bytes. Their lengths add up to its size.
    virtual void encode(std::string_view word, std::vector<WordToken>& tokens) const = 0;
};

} // namespace mayfly
