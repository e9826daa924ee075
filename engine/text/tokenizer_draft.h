#pragma once

#include "engine/text/merge_rules.h"
#include "engine/text/pipeline.h"
#include "engine/text/vocabulary.h"

namespace mayfly {

/// How the files of a tokenizer write the text that a token stands for.
enum class Spelling {
    Bytes,      ///< a letter a byte, see byte_alphabet.h (GPT-2)
    Pieces,     ///< as it is, but for ▁, which is a space, and <0x0A>, which is a byte (SentencePiece)
    WordPieces, ///< as it is, but for a prefix of pieces that continue a word, ## (BERT)
};

/// A tokenizer of which some files have been read.
struct TokenizerDraft {
    explicit TokenizerDraft(int rows) : vocabulary(rows) {}

    Vocabulary vocabulary;
    Spelling spelling = Spelling::Pieces;
    std::string continuation;  ///< the prefix, for WordPieces
    bool byteFallback = false; ///< whether <0x0A> is a byte, for Pieces
    std::vector<NormalizerStep> normalizer;
    std::vector<PretokenizerStep> pretokenizer;
    std::unique_ptr<const WordModel> model;
    std::vector<TokenId> before, after;

    /// The bytes that a word of the vocabulary stands for.
    std::string bytesOf(const std::string& word) const;

    /// Leaves the draft empty.
    PipelineParts take();
};

/// The byte that a piece such as <0x0A> stands for.
std::optional<unsigned char> byteOfPiece(std::string_view piece);

/// What a byte-pair model is made of, beside the draft's vocabulary and spelling.
struct BytePairSettings {
    std::vector<Merge> merges;
    std::optional<TokenId> unknown;
    bool fuseUnknown = false;
    bool ignoreMerges = false;
};

/// Gives the draft its byte-pair model, of the words of its vocabulary.
void addBytePairs(TokenizerDraft& draft, BytePairSettings settings);

/// Gives the draft its unigram model. Each word's id must be its place in the vocabulary; `pieces` are those to use,
/// and `scores` has one for each word.
void addUnigram(TokenizerDraft& draft, const std::vector<TokenId>& pieces, std::vector<double> scores,
                std::optional<TokenId> unknown);

/// Gives the draft its WordPiece model, see word_pieces.h.
void addWordPieces(TokenizerDraft& draft, std::optional<TokenId> unknown, std::size_t longestWord);

/// The rule that makes one word of two, with rank 0. Throws Error (Malformed) if the vocabulary lacks a part or what
/// they make.
Merge mergeOf(const Vocabulary& vocabulary, std::string_view left, std::string_view right, const std::string& where);

} // namespace mayfly
