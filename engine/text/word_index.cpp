#include "engine/text/word_index.h"

#include <algorithm>

namespace mayfly {
namespace {

int byteOf(const std::string& text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : -1; // std::string, too, sorts the end first
}

} // namespace

WordIndex::WordIndex(std::vector<Word> words) : m_words(std::move(words)) {
    std::erase_if(m_words, [](const Word& word) { return word.text.empty(); });
    std::stable_sort(m_words.begin(), m_words.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
    const auto sameText = [](const Word& a, const Word& b) { return a.text == b.text; };
    m_words.erase(std::unique(m_words.begin(), m_words.end(), sameText), m_words.end());
    for (const Word& word : m_words) ++m_begins[std::size_t(byteOf(word.text, 0)) + 1];
    for (std::size_t byte = 0; byte < 256; ++byte) m_begins[byte + 1] += m_begins[byte];
}

bool WordIndex::begins(char byte) const {
    const std::size_t at = static_cast<unsigned char>(byte);
    return m_begins[at] < m_begins[at + 1];
}

WordIndex::Range WordIndex::firstRange(std::string_view text) const {
    if (text.empty()) return {};
    const std::size_t byte = static_cast<unsigned char>(text.front());
    return {m_begins[byte], m_begins[byte + 1], 1};
}

WordIndex::Range WordIndex::narrowed(Range range, std::string_view text) const {
    if (range.depth >= text.size()) return {};
    const int byte = static_cast<unsigned char>(text[range.depth]);
    const auto at = [this](std::size_t place) { return m_words.begin() + std::ptrdiff_t(place); };
    const auto first = std::partition_point(at(range.begin), at(range.end),
                                            [&](const Word& word) { return byteOf(word.text, range.depth) < byte; });
    const auto last = std::partition_point(first, at(range.end),
                                           [&](const Word& word) { return byteOf(word.text, range.depth) <= byte; });
    return {std::size_t(first - m_words.begin()), std::size_t(last - m_words.begin()), range.depth + 1};
}

const WordIndex::Word* WordIndex::longest(std::string_view text) const {
    const Word* longest = nullptr;
    forEachPrefix(text, [&](const Word& word) { longest = &word; });
    return longest;
}

} // namespace mayfly
