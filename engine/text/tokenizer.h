#pragma once

#include "engine/text/token.h"

#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mayfly {

/// Text to token ids and back. Immutable after loading, so any thread may use it.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    /// Encodes any bytes, broken UTF-8 included; never fails. Special tokens written out in the text are recognised.
    virtual std::vector<Token> encode(std::string_view text) const = 0;

    /// The bytes a token stands for; they need not be valid UTF-8 on their own. Empty where `knows(id)` is false.
    virtual std::string bytes(TokenId id) const = 0;

    /// Whether the vocabulary has a text for this id.
    virtual bool knows(TokenId id) const = 0;

    /// Whether this id is a control token such as <|endoftext|> rather than text.
    virtual bool isSpecial(TokenId id) const = 0;

    /// One past the largest id that the vocabulary has a text for.
    virtual int size() const = 0;
};

/// Whether a folder lists files that `loadTokenizer` would read.
bool hasTokenizer(const std::filesystem::path& folder);

/// Reads the first that a model's folder has of tokenizer.json, vocab.json with merges.txt, tokenizer.model, and
/// vocab.txt, and what tokenizer_config.json and its kin say beside it. Null if the folder has none of them.
///
/// `rows` is how many ids the model can take. Added tokens beyond, such as a [PAD] that no text needs, are not known
/// and so not found in a text; `size()` tells whether words lie beyond.
///
/// Throws Error (NotFound, Malformed, Unsupported) with the file's name if what is there cannot be used.
std::unique_ptr<const Tokenizer> loadTokenizer(const std::filesystem::path& folder,
                                               int rows = std::numeric_limits<int>::max());

} // namespace mayfly
