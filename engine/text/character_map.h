#pragma once

#include "engine/text/mapped_text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mayfly {

/// What SentencePiece normalises characters by, as its files hold it ("precompiled_charsmap"): a double-array trie of
/// short texts, and what stands in the place of each. A stranger's bytes, which are taken as they are: a reference that
/// leads out of them finds nothing. Immutable, so any thread may use it.
class CharacterMap {
public:
    /// Throws Error (Malformed), with `where` the file, if the bytes are no such map.
    CharacterMap(std::string_view bytes, const std::string& where);

    /// How many times as long as what it replaces a text may be; Unicode's own go to eleven.
    static constexpr std::size_t mostGrowth = 16;

    /// The text with the longest text of the map that begins at a place replaced, from the left. A text of more than
    /// 256 bytes or a replacement that is longer yet, which no published map has, is not found.
    MappedText apply(const MappedText& text) const;

private:
    struct Match {
        std::size_t length = 0; ///< 0 for none
        std::string_view replacement;
    };
    Match longestAt(std::string_view text) const;
    std::uint32_t unit(std::size_t index) const;

    std::string m_units;        ///< of 4 bytes each, the lowest first
    std::string m_replacements; ///< each ends with a NUL
};

/// The bytes that a Base64 text stands for (RFC 4648); empty if it is none.
std::string bytesOfBase64(std::string_view text);

} // namespace mayfly
