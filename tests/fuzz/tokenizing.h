#pragma once

#include "engine/text/token_text.h"
#include "engine/text/tokenizer.h"

#include "fuzz.h"

#include <algorithm>
#include <vector>

namespace fuzz {

/// Encodes a text and checks what every tokenizer promises: ranges that tile the text, ids that it knows, and tokens
/// that can be shown. Returns the tokens.
inline std::vector<mayfly::Token> encode(const mayfly::Tokenizer& tokenizer, std::string_view text) {
    const std::vector<mayfly::Token> tokens = tokenizer.encode(text);
    // Where a text has no tokens but those of a template, these stay at its two ends.
    const bool areEmpty = std::all_of(tokens.begin(), tokens.end(), [](const auto& t) { return t.begin == t.end; });
    std::size_t end = 0;
    for (const mayfly::Token& token : tokens) {
        require(areEmpty || (token.begin == end && token.begin <= token.end), "tokens follow each other");
        require(token.id < tokenizer.size() && tokenizer.knows(token.id), "the tokenizer knows its tokens");
        require(mayfly::isValidUtf8(visibleTokenText(&tokenizer, token.id)), "a token can be shown");
        require(mayfly::isValidUtf8(tokenText(&tokenizer, token.id)), "a token can be written");
        end = token.end;
    }
    require(areEmpty || end == text.size(), "tokens tile the text");
    return tokens;
}

/// Loads a folder's tokenizer, if it can be had, and encodes a few texts with it, among them what it says of itself.
inline void loadAndEncode(const Folder& folder) {
    takes([&] {
        const auto tokenizer = mayfly::loadTokenizer(folder.path());
        if (!tokenizer) return;
        encode(*tokenizer, "");
        encode(*tokenizer, "The cat's soup,  \xC3\xA9\xE2\x96\x81 <s>\xFF");
        std::string all;
        for (mayfly::TokenId id = 0; id < std::min(tokenizer->size(), 40); ++id) all += tokenizer->bytes(id);
        encode(*tokenizer, all);
    });
}

} // namespace fuzz
