#pragma once

#include "engine/text/tokenizer.h"

#include <span>
#include <string_view>
#include <vector>

namespace mayfly {

/// Tokens [begin, end) of an encoded text.
struct TokenRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TokenRange&) const = default;
};

/// The words of a text that was encoded, as ranges of its tokens: each token is in one of them, in order. A word is a
/// run of letters, marks and numbers with what white space its tokens have around it; a mark of punctuation is a word
/// of its own, but for an apostrophe between two letters; and so is an ideograph, for their writing has no spaces.
/// Tokens that cut a character, or what a reader sees as one, belong together. A special token is a word of its own.
///
/// `tokens` must tile `text`, or hold nothing of it, as those of `Tokenizer::encode` do. Takes time proportional to the text.
std::vector<TokenRange> wordsOf(std::string_view text, std::span<const Token> tokens, const Tokenizer& tokenizer);

} // namespace mayfly
