#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

struct pcre2_real_code_8;

namespace mayfly {

/// How GPT-2 cuts text before merging, as published with it: contractions, a word, number or other marks each with the
/// space before it, and runs of white space that leave their last space to the word that follows.
inline constexpr std::string_view gpt2SplitPattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

/// How Qwen2 cuts it: contractions in any case, a word with whatever one mark is before it, single digits, other marks
/// with the newlines behind them, and newlines with the spaces before them.
inline constexpr std::string_view qwen2SplitPattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

/// Whether Mayfly knows a pattern of a model's files as one that was published with a family of models. Others are not
/// run: a stranger's pattern could take time that grows without bound, and its dialect (Oniguruma's) is not PCRE2's:
/// `{1,3}+`, `$` and `\h`, among others, mean something else there, so that text would be cut wrong without a word.
bool isPublishedPattern(std::string_view pattern);

/// Matches a published pattern. The classes \s, \S, \p{L} and \p{N} mean what they mean to tiktoken (White_Space,
/// letters and numbers of Unicode 16), whatever PCRE2 it runs on. Immutable, so any thread may use it.
class SplitPattern {
public:
    /// Throws Error (Unsupported) if PCRE2 cannot compile the pattern, which must come from this program.
    explicit SplitPattern(std::string_view pattern);

    /// What the pattern matches, or what lies between two matches.
    struct Piece {
        std::size_t end = 0; ///< it begins where the one before it ends
        bool matches = false;

        bool operator==(const Piece&) const = default;
    };

    /// Tiles any text. Bytes that are not UTF-8 form pieces of their own, which never match.
    std::vector<Piece> split(std::string_view text) const;

private:
    struct Free {
        void operator()(pcre2_real_code_8* code) const;
    };
    void splitValid(std::string_view text, std::size_t begin, std::size_t end, std::vector<Piece>& pieces) const;

    std::unique_ptr<pcre2_real_code_8, Free> m_code;
};

} // namespace mayfly
