#include "engine/files/in_quotes.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mayfly {

namespace {

constexpr std::size_t longest = 80;      // bytes
constexpr std::size_t longestWord = 100; // characters

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string_view cut(std::string_view text) {
    std::size_t end = longest;
    while (end > 0 && isContinuation(text[end])) --end;
    return text.substr(0, end);
}

/// Takes a character off the front, or a byte that begins none.
std::string_view takeCharacter(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::size_t end = 1;
    while (end < std::min(length, text.size()) && isContinuation(text[end])) ++end;
    const std::string_view taken = text.substr(0, end == length ? length : 1);
    text.remove_prefix(taken.size());
    return taken;
}

/// Of at most three bytes, which all are that are asked for here; 0 for others.
unsigned codeOf(std::string_view character) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 1) return byte(0);
    if (character.size() == 2) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (character.size() == 3) return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    return 0;
}

/// Controls of the screen, ends of lines, and what overrides or marks the direction of writing (UAX #9).
bool isHidden(std::string_view character) {
    const unsigned code = codeOf(character);
    if (character.size() == 1) return code < 0x20 || code == 0x7F;
    return (code >= 0x80 && code < 0xA0) || code == 0x61C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// "\x1b" or "\u202e"
void appendEscaped(std::string& out, unsigned code) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += code < 0x100 ? "\\x" : "\\u";
    for (unsigned shift = code < 0x100 ? 8 : 16; shift > 0; shift -= 4) out += digits[code >> (shift - 4) & 15U];
}

} // namespace

std::string inQuotes(std::string_view text) {
    const bool tooLong = text.size() > longest;
    std::string out = "\"";
    for (std::string_view rest = tooLong ? cut(text) : text; !rest.empty();) {
        const std::string_view character = takeCharacter(rest);
        if (isHidden(character)) {
            appendEscaped(out, codeOf(character));
            continue;
        }
        if (character == "\"" || character == "\\") out += '\\';
        out += character;
    }
    return out + (tooLong ? "...\"" : "\"");
}

std::string inSentence(std::string_view sentence) {
    static constexpr std::string_view punctuation = "\".,:;)";
    std::string out;
    std::size_t length = 0;  // of the word so far
    std::string_view behind; // what the sentence has behind a word that was cut
    while (!sentence.empty()) {
        const std::string_view rest = sentence;
        const std::string_view character = takeCharacter(sentence);
        length = character == " " || character == "/" ? 0 : length + 1;
        if (length == longestWord + 1) out += "...";
        if (length > longestWord) {
            const bool mayEnd = punctuation.find(character) != std::string_view::npos;
            behind = !mayEnd ? std::string_view() : behind.empty() ? rest.substr(0, 1) : std::string_view(behind.data(), behind.size() + 1);
            continue;
        }
        out += std::exchange(behind, {});
        if (isHidden(character))
            appendEscaped(out, codeOf(character));
        else
            out += character;
    }
    return out.append(behind);
}

} // namespace mayfly
