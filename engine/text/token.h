#pragma once

#include <cstddef>
#include <cstdint>

namespace mayfly {

using TokenId = std::int32_t;

/// A token and the bytes of the text that it stands for. The ranges of an encoded text follow each other without hole
/// or overlap and tile it exactly, unless there are no tokens. A token that the tokenizer adds by itself (BOS) has
/// begin == end, but where nothing of the text got a token (BERT of a space); several that share a character have it but
/// for the first.
struct Token {
    TokenId id = 0;
    std::size_t begin = 0; ///< byte offset into the UTF-8 text
    std::size_t end = 0;   ///< one past the last byte

    bool operator==(const Token&) const = default;
};

} // namespace mayfly
