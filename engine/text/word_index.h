#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mayfly {

/// Tells which of many words a text begins with. Immutable, so any thread may use it.
class WordIndex {
public:
    struct Word {
        std::string text;
        std::int32_t value = 0; ///< what the word stands for
    };

    /// Empty words are left out; of two with the same text, the first stays.
    explicit WordIndex(std::vector<Word> words = {});

    /// Whether some word begins with the byte.
    bool begins(char byte) const;

    /// Calls `found(word)` for each word that the text begins with, the shortest first. A long word costs as much as
    /// the part of it that agrees with the text.
    template<typename Found>
    void forEachPrefix(std::string_view text, const Found& found) const {
        for (Range range = firstRange(text); range.begin < range.end; range = narrowed(range, text)) {
            const Word& word = m_words[range.begin];
            if (word.text.size() == range.depth) found(word);
        }
    }

    /// The longest word that the text begins with, or null.
    const Word* longest(std::string_view text) const;

private:
    /// The words that agree with a text in their first `depth` bytes.
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t depth = 0;
    };
    Range firstRange(std::string_view text) const;
    Range narrowed(Range range, std::string_view text) const;

    std::vector<Word> m_words;               ///< by their bytes
    std::array<std::size_t, 257> m_begins{}; ///< where the words that begin with a byte begin
};

} // namespace mayfly
