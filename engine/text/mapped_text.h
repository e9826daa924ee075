#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mayfly {

/// A text that was made from another, and where the place between each two of its bytes lies in that other one: an
/// offset for every byte and one for the end, which never decrease. So ranges of tokens in the one that tile it give
/// ranges that tile the other.
class MappedText {
public:
    /// A piece of the original that begins at its byte `begin`, as it stands.
    explicit MappedText(std::string_view piece, std::size_t begin = 0)
        : m_text(piece), m_begin(begin), m_end(begin + piece.size()) {}

    const std::string& text() const { return m_text; }

    /// Where the place before the byte `at`, or at = text().size(), lies in the original.
    std::size_t originOf(std::size_t at) const {
        if (at >= m_text.size()) return m_end;
        return m_origins.empty() ? m_begin + at : m_origins[at];
    }

    /// Where the original of the whole begins, what was dropped in front of it included.
    std::size_t begin() const { return m_begin; }

    /// text()[from, to) as a text of its own.
    MappedText part(std::size_t from, std::size_t to) const;

private:
    friend class MappedTextWriter;
    MappedText() = default;

    std::string m_text;
    std::vector<std::size_t> m_origins; ///< of each byte; empty where they follow each other from m_begin
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

/// Writes a changed copy of a mapped text, front to back. What is never written was dropped: its bytes of the original
/// then lie behind the byte that was written last.
class MappedTextWriter {
public:
    explicit MappedTextWriter(const MappedText& from);

    /// from.text()[begin, end) as it stands.
    void keep(std::size_t begin, std::size_t end);

    /// `written` in place of from.text()[begin, end), which may be empty. The first byte stands for all of the range;
    /// the others lie, empty, at its end.
    void replace(std::size_t begin, std::size_t end, std::string_view written);

    /// The bytes written so far.
    std::size_t size() const { return m_to.m_text.size(); }
    std::string_view written() const { return m_to.m_text; }

    MappedText take();

private:
    const MappedText& m_from;
    MappedText m_to;
};

} // namespace mayfly
