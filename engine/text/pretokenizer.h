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

/// Cuts text into the words that byte-pair merging works on. A tokenizer family is a pattern; the classes \s, \S, \p{L}
/// and \p{N} mean what they mean to tiktoken (White_Space, letters and numbers of Unicode 16), whatever PCRE2 it runs
/// on. Immutable, so any thread may use it.
class Pretokenizer {
public:
    /// Throws Error (Unsupported) if PCRE2 cannot compile the pattern. Patterns come from this program, never from a
    /// model: a stranger's could take forever.
    explicit Pretokenizer(std::string_view pattern);

    /// The ends of the words, in order; the first begins at 0 and each next one where the last ended, so they tile any
    /// text. Bytes that are not UTF-8 form words of their own, and what the pattern does not match does too.
    std::vector<std::size_t> split(std::string_view text) const;

private:
    struct Free {
        void operator()(pcre2_real_code_8* code) const;
    };
    void splitValid(std::string_view text, std::size_t begin, std::size_t end, std::vector<std::size_t>& ends) const;

    std::unique_ptr<pcre2_real_code_8, Free> m_code;
};

} // namespace mayfly
