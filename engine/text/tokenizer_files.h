#pragma once

#include "engine/text/tokenizer_draft.h"

#include <filesystem>

namespace mayfly {

/// What tokenizer_config.json, special_tokens_map.json and added_tokens.json say beside the main files.
struct TokenizerConfig {
    std::string file;           ///< tokenizer_config.json, for sentences
    std::string tokenizerClass; ///< such as "GPT2Tokenizer" (also for GPT2TokenizerFast); empty where not said
    std::optional<bool> addPrefixSpace, addBos, addEos, legacy, lowercases, spacesOutIdeographs, stripsAccents;
    std::string bos, eos, unknown, cls, sep; ///< texts of tokens; empty where not said
    std::vector<std::string> special;        ///< texts of all special tokens, those included
    std::vector<AddedToken> added;
};

/// Whatever of the three files is there. Throws Error (Malformed).
TokenizerConfig readTokenizerConfig(const std::filesystem::path& folder);

/// The main files win: what the others say against them is left out, as Hugging Face's loader does.
void addTokens(const TokenizerConfig& config, Vocabulary& vocabulary);

// Each of these reads one layout, of which `draft` is then all but what `addTokens` adds. They throw Error: NotFound,
// Malformed, or Unsupported with the name of what Mayfly does not know.

/// tokenizer.json, in the layout of Hugging Face's tokenizers library.
void readTokenizerJson(const std::filesystem::path& file, TokenizerDraft& draft);

/// vocab.json and merges.txt, GPT-2's own layout, which Qwen2 and RoBERTa share.
void readVocabAndMerges(const std::filesystem::path& folder, const TokenizerConfig& config, TokenizerDraft& draft);

/// tokenizer.model, SentencePiece's own layout, as Llama and Gemma use it.
void readSentencePiece(const std::filesystem::path& file, const TokenizerConfig& config, TokenizerDraft& draft);

/// vocab.txt, BERT's own layout.
void readVocabTxt(const std::filesystem::path& file, const TokenizerConfig& config, TokenizerDraft& draft);

/// Throws Error (Unsupported) unless tokenizer_config.json names none or one of the classes: `files`, such as
/// "vocab.json and merges.txt", do not tell how the others cut text.
void requireClass(const TokenizerConfig& config, std::initializer_list<std::string_view> known, std::string_view files);

} // namespace mayfly
