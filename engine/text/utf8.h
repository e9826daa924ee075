#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mayfly {

/// Whether the bytes are well-formed UTF-8 (no overlong forms, surrogates or values above U+10FFFF).
bool isValidUtf8(std::string_view bytes);

/// The text with every maximal ill-formed run replaced by U+FFFD, as the Unicode standard recommends (section 3.9).
std::string replaceInvalidUtf8(std::string_view bytes);

/// The length in bytes of the longest well-formed prefix.
std::size_t validUtf8Prefix(std::string_view bytes);

/// Whether no byte is above 7F.
bool isAscii(std::string_view bytes);

/// One step through bytes of any kind: a character, or the bytes that one U+FFFD stands for.
struct Utf8Step {
    std::size_t length = 0; ///< 1 to 4
    bool valid = false;
    char32_t codePoint = 0xFFFD; ///< U+FFFD where not valid
};

/// The step that begins at `at`, which must be less than the size.
Utf8Step utf8Step(std::string_view bytes, std::size_t at);

/// The step that ends at `at`, which must be more than 0 and at most the size.
Utf8Step characterBefore(std::string_view bytes, std::size_t at);

/// Appends a character, which must be a scalar value (no surrogate, at most U+10FFFF).
void appendUtf8(std::string& text, char32_t codePoint);

/// Whether a character has Unicode's White_Space property, as `\s` has it in the tokenizers' patterns.
bool isWhiteSpace(char32_t codePoint);

/// Where the white space that ends at `at` begins, not before `from`.
std::size_t whiteSpaceBefore(std::string_view text, std::size_t from, std::size_t at);

/// Where the white space that begins at `at` ends.
std::size_t whiteSpaceAfter(std::string_view text, std::size_t at);

} // namespace mayfly
