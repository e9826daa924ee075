#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mayfly {

/// GPT-2's files write each of the 256 bytes as one printable letter, so that a vocabulary is plain text: the printable
/// bytes of Latin-1 are themselves, the 68 others are U+0100 onwards in order. A space is 'Ġ', a newline 'Ċ'.

/// The letters, in UTF-8, that a vocabulary writes for these bytes.
std::string lettersOfBytes(std::string_view bytes);

/// The bytes that such letters stand for; none if a character is not one of the 256.
std::optional<std::string> bytesOfLetters(std::string_view letters);

} // namespace mayfly
