#include "engine/text/character_map.h"

#include "engine/error.h"
#include "engine/text/utf8.h"

#include <algorithm>
#include <cstdint>

namespace mayfly {
namespace {

constexpr std::size_t longestText = 256;

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (unsigned i = 0; i < 4; ++i) number |= std::uint32_t(static_cast<unsigned char>(bytes[at + i])) << 8U * i;
    return number;
}

// The parts of a unit of the trie, as the Darts-clone library packs them.

bool hasLeaf(std::uint32_t unit) {
    return (unit >> 8U & 1U) != 0;
}

std::uint32_t labelOf(std::uint32_t unit) {
    return unit & 0x800000FFU; // that of a leaf is no byte
}

std::uint32_t offsetOf(std::uint32_t unit) {
    return unit >> 10U << ((unit & 0x200U) >> 6U);
}

int valueOfBase64(char letter) {
    if (letter >= 'A' && letter <= 'Z') return letter - 'A';
    if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9') return letter - '0' + 52;
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

} // namespace

CharacterMap::CharacterMap(std::string_view bytes, const std::string& where) {
    const std::size_t size = bytes.size() < 4 ? 0 : numberAt(bytes, 0);
    if (size == 0 || size % 4 != 0 || size > bytes.size() - 4)
        throw Error(ErrorKind::Malformed, where + " holds a precompiled_charsmap of " + std::to_string(bytes.size()) +
                                              " bytes that is cut or none.");
    m_units = bytes.substr(4, size);
    m_replacements = bytes.substr(4 + size);
}

/// 0, which matches nothing, outside of the trie.
std::uint32_t CharacterMap::unit(std::size_t index) const {
    return index < m_units.size() / 4 ? numberAt(m_units, 4 * index) : 0;
}

CharacterMap::Match CharacterMap::longestAt(std::string_view text) const {
    Match match;
    std::size_t node = offsetOf(unit(0));
    for (std::size_t depth = 0; depth < std::min(text.size(), longestText); ++depth) {
        const std::uint32_t byte = static_cast<unsigned char>(text[depth]);
        node ^= byte;
        const std::uint32_t found = unit(node);
        if (byte == 0 || labelOf(found) != byte) break;
        node ^= offsetOf(found);
        if (!hasLeaf(found)) continue;
        const std::size_t begin = unit(node) & 0x7FFFFFFFU;
        const std::string_view all = m_replacements;
        const std::string_view replacement = all.substr(std::min(begin, all.size()), mostGrowth * (depth + 1) + 1);
        if (const std::size_t end = replacement.find('\0'); end != std::string_view::npos)
            match = {depth + 1, replacement.substr(0, end)};
    }
    return match;
}

MappedText CharacterMap::apply(const MappedText& from) const {
    const std::string_view text = from.text();
    MappedTextWriter writer(from);
    for (std::size_t at = 0; at < text.size();) {
        const Match match = longestAt(text.substr(at));
        const std::size_t end = at + (match.length > 0 ? match.length : utf8Step(text, at).length);
        if (match.length == 0 || match.replacement == text.substr(at, end - at))
            writer.keep(at, end);
        else
            writer.replace(at, end, match.replacement);
        at = end;
    }
    return writer.take();
}

std::string bytesOfBase64(std::string_view text) {
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char letter : text) {
        const int value = valueOfBase64(letter);
        if (value < 0) return {};
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>(bits >> count & 0xFFU));
    }
    return bytes;
}

} // namespace mayfly
