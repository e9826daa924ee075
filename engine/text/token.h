#pragma once

#include <cstddef>
#include <cstdint>

namespace mayfly {

using TokenId = std::int32_t;

/// A token and the bytes of the text that it stands for. The ranges of an encoded text follow each other without hole
/// or overlap and tile it exactly, unless nothing of it got a token (BERT of a space). A token that the tokenizer adds by
/// itself (BOS) has begin == end; of several that share a character all but the first have.
struct Token {
    TokenId id = 0;
    std::size_t begin = 0; ///< byte offset into the UTF-8 text
    std::size_t end = 0;   ///< one past the last byte

    bool operator==(const Token&) const = default;
};

} // namespace mayfly
