#include "engine/files/in_quotes.h"

#include <cstddef>

namespace mayfly {

namespace {

constexpr std::size_t longest = 80;

std::string_view cut(std::string_view text) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

void append(std::string& out, char c) {
    static constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
        out += "\\x";
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    } else {
        out += c;
    }
}

} // namespace

std::string inQuotes(std::string_view text) {
    const bool tooLong = text.size() > longest;
    std::string out = "\"";
    for (const char c : tooLong ? cut(text) : text) append(out, c);
    return out + (tooLong ? "...\"" : "\"");
}

} // namespace mayfly
