#include "engine/text/characters.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

namespace mayfly {
namespace {

/// utf8proc takes signed values; what is none of its characters is unassigned (Cn).
utf8proc_int32_t asArgument(char32_t c) {
    return c <= 0x10FFFF ? static_cast<utf8proc_int32_t>(c) : -1;
}

bool isBetween(char32_t c, utf8proc_category_t first, utf8proc_category_t last) {
    const utf8proc_category_t category = utf8proc_category(asArgument(c));
    return category >= first && category <= last;
}

} // namespace

bool isLetter(char32_t c) {
    return isBetween(c, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool isMark(char32_t c) {
    return isBetween(c, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
}

bool isNonspacingMark(char32_t c) {
    return isBetween(c, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MN);
}

bool isNumber(char32_t c) {
    return isBetween(c, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}

bool isPunctuation(char32_t c) {
    if (c < 0x80) return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
    return isBetween(c, UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
}

bool isControl(char32_t c) {
    return isBetween(c, UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CO);
}

bool isIdeograph(char32_t c) {
    struct Block {
        char32_t first;
        char32_t last;
    };
    static constexpr Block blocks[] = {
        {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},   {0x20000, 0x2A6DF},
        {0x2A700, 0x2B73F}, {0x2B740, 0x2B81F}, {0x2B820, 0x2CEAF}, {0x2F800, 0x2FA1F},
    };
    return std::any_of(std::begin(blocks), std::end(blocks),
                       [c](const Block& block) { return c >= block.first && c <= block.last; });
}

bool areOneGlyph(char32_t left, char32_t right) {
    constexpr char32_t joiner = 0x200D;
    if (left < 0x80 && right < 0x80) return false; // "\r\n" is two here
    return left == joiner || !utf8proc_grapheme_break(asArgument(left), asArgument(right));
}

} // namespace mayfly
