#include "engine/text/token_text.h"

#include "engine/text/utf8.h"

#include <algorithm>
#include <iterator>

namespace mayfly {
namespace {

struct CharacterRange {
    char32_t first;
    char32_t last;
};

/// Characters that draw nothing, move what is around them, or have no meaning outside one font: C1 controls, format
/// characters, fillers, private use and noncharacters. White space is asked for apart.
constexpr CharacterRange withoutGlyph[] = {
    {0x80, 0x9F},       {0xAD, 0xAD},       {0x34F, 0x34F},      {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},    {0x2060, 0x206F}, {0x3164, 0x3164}, {0xE000, 0xF8FF},
    {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF},
};
constexpr CharacterRange combining[] = {
    {0x300, 0x36F}, {0x483, 0x489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
};

template<std::size_t count>
bool isIn(const CharacterRange (&ranges)[count], char32_t c) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [c](const CharacterRange& range) { return c >= range.first && c <= range.last; });
}

/// Variation selectors and the zero-width joiner shape the emoji they stand in.
bool shapesNeighbour(char32_t c, bool isLast) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c == 0x200D && !isLast);
}

std::string hexadecimal(char32_t value, int digits) {
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text.push_back("0123456789ABCDEF"[value >> shift & 0xFU]);
    return text;
}

std::string escapeCharacter(char32_t c) {
    return "‹U+" + hexadecimal(c, c > 0xFFFF ? 6 : 4) + "›";
}

/// The run of ill-formed bytes that begins at `at`, which is moved behind it.
std::string escapeBytes(std::string_view bytes, std::size_t& at) {
    std::string digits;
    while (at < bytes.size()) {
        const Utf8Step step = utf8Step(bytes, at);
        if (step.valid) break;
        for (const char byte : bytes.substr(at, step.length))
            digits.append(digits.empty() ? "" : " ").append(hexadecimal(static_cast<unsigned char>(byte), 2));
        at += step.length;
    }
    return "‹" + digits + "›";
}

/// A character within a token; `isFirst` and `isLast` say whether it begins and ends it.
void appendVisible(std::string& text, char32_t c, bool isFirst, bool isLast) {
    if (c == '\n')
        text.append("↵");
    else if (c == '\t')
        text.append("⇥");
    else if (c < 0x20)
        appendUtf8(text, 0x2400 + c);
    else if (c == 0x7F)
        text.append("␡");
    else if (!isFirst && shapesNeighbour(c, isLast))
        appendUtf8(text, c);
    else if (isIn(withoutGlyph, c) || (c != ' ' && isWhiteSpace(c)))
        text.append(escapeCharacter(c));
    else {
        if (isFirst && isIn(combining, c)) text.append("◌");
        appendUtf8(text, c);
    }
}

std::string bracketed(TokenId id) {
    return '[' + std::to_string(id) + ']';
}

bool hasText(const Tokenizer* tokenizer, TokenId id) {
    return tokenizer != nullptr && tokenizer->knows(id);
}

} // namespace

std::string visibleText(std::string_view bytes) {
    const std::size_t inner = std::min(bytes.find_first_not_of(' '), bytes.size());
    const std::size_t innerEnd = inner == bytes.size() ? inner : bytes.find_last_not_of(' ') + 1;
    std::string text;
    const auto appendDots = [&text](std::size_t count) {
        for (; count > 0; --count) text.append("·");
    };
    appendDots(inner);
    for (std::size_t at = inner; at < innerEnd;) {
        const Utf8Step step = utf8Step(bytes, at);
        if (step.valid) {
            appendVisible(text, step.codePoint, at == 0, at + step.length == bytes.size());
            at += step.length;
        } else {
            text.append(escapeBytes(bytes, at));
        }
    }
    appendDots(bytes.size() - innerEnd);
    return text;
}

std::string tokenText(const Tokenizer* tokenizer, TokenId id) {
    return hasText(tokenizer, id) ? replaceInvalidUtf8(tokenizer->bytes(id)) : bracketed(id);
}

std::string visibleTokenText(const Tokenizer* tokenizer, TokenId id) {
    const std::string text = hasText(tokenizer, id) ? visibleText(tokenizer->bytes(id)) : std::string();
    return text.empty() ? bracketed(id) : text;
}

} // namespace mayfly
