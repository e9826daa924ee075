#pragma once

#include "engine/text/bpe_parts_builder.h"

#include <filesystem>

namespace mayfly {

/// Whether a folder lists the file. A link into nowhere counts: reading it then says what is wrong.
bool isListed(const std::filesystem::path& file);

/// tokenizer.json, in the layout of Hugging Face's tokenizers library. Throws Error: NotFound, Malformed, or
/// Unsupported with the name of what Mayfly does not know.
void readTokenizerJson(const std::filesystem::path& file, BpePartsBuilder& builder);

/// vocab.json and merges.txt, GPT-2's own layout. Throws Error: NotFound, Malformed.
void readVocabAndMerges(const std::filesystem::path& folder, BpePartsBuilder& builder);

/// What tokenizer_config.json, special_tokens_map.json and added_tokens.json say beside those files.
struct TokenizerConfig {
    std::string tokenizerClass; ///< such as "GPT2Tokenizer"; empty where not said
    std::optional<bool> addPrefixSpace;
    bool addBos = false;
    std::string bos, unknown;         ///< texts of tokens; empty where not said
    std::vector<std::string> special; ///< texts of all special tokens, those two included
    std::vector<AddedToken> added;
};

/// Whatever of the three files is there. Throws Error (Malformed, Unsupported).
TokenizerConfig readTokenizerConfig(const std::filesystem::path& folder);

} // namespace mayfly
