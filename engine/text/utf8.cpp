#include "engine/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace mayfly {
namespace {

/// What may follow a first byte (Unicode standard, table 3-7): how many bytes, and the range of the first of them,
/// which rules out overlong forms, surrogates and values above U+10FFFF. Later bytes are 80 to BF.
struct Lead {
    std::size_t more;
    unsigned low;
    unsigned high;
};

Lead leadOf(unsigned byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
    if (byte == 0xF4) return {3, 0x80, 0x8F};
    return {0, 0, 0};
}

unsigned byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

bool eightAscii(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

} // namespace

Utf8Step utf8Step(std::string_view bytes, std::size_t at) {
    const unsigned first = byteAt(bytes, at);
    if (first < 0x80) return {1, true, first};
    Lead lead = leadOf(first);
    if (lead.more == 0) return {1, false, 0xFFFD};
    char32_t codePoint = first & (0x3FU >> lead.more);
    for (std::size_t i = 1; i <= lead.more; ++i) {
        const unsigned byte = at + i < bytes.size() ? byteAt(bytes, at + i) : 0;
        if (byte < lead.low || byte > lead.high) return {i, false, 0xFFFD};
        codePoint = codePoint << 6U | (byte & 0x3FU);
        lead.low = 0x80;
        lead.high = 0xBF;
    }
    return {lead.more + 1, true, codePoint};
}

std::size_t validUtf8Prefix(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (at + 8 <= bytes.size() && eightAscii(bytes.data() + at)) {
            at += 8;
            continue;
        }
        const Utf8Step step = utf8Step(bytes, at);
        if (!step.valid) break;
        at += step.length;
    }
    return at;
}

bool isAscii(std::string_view bytes) {
    std::size_t at = 0;
    while (at + 8 <= bytes.size() && eightAscii(bytes.data() + at)) at += 8;
    while (at < bytes.size() && byteAt(bytes, at) < 0x80) ++at;
    return at == bytes.size();
}

bool isValidUtf8(std::string_view bytes) {
    return validUtf8Prefix(bytes) == bytes.size();
}

std::string replaceInvalidUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t valid = validUtf8Prefix(bytes);
        text.append(bytes.substr(0, valid));
        bytes.remove_prefix(valid);
        if (bytes.empty()) break;
        text.append("\uFFFD");
        bytes.remove_prefix(utf8Step(bytes, 0).length);
    }
    return text;
}

void appendUtf8(std::string& text, char32_t codePoint) {
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) return put(codePoint);
    if (codePoint < 0x800) {
        put(0xC0U | codePoint >> 6U);
    } else {
        if (codePoint < 0x10000) {
            put(0xE0U | codePoint >> 12U);
        } else {
            put(0xF0U | codePoint >> 18U);
            put(0x80U | (codePoint >> 12U & 0x3FU));
        }
        put(0x80U | (codePoint >> 6U & 0x3FU));
    }
    put(0x80U | (codePoint & 0x3FU));
}

bool isWhiteSpace(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

Utf8Step characterBefore(std::string_view bytes, std::size_t at) {
    for (std::size_t length = 1; length <= 4 && length <= at; ++length) {
        const Utf8Step step = utf8Step(bytes.substr(0, at), at - length);
        if (step.valid) return step.length == length ? step : Utf8Step{1, false};
    }
    return {1, false};
}

std::size_t whiteSpaceBefore(std::string_view text, std::size_t from, std::size_t at) {
    while (at > from) {
        const Utf8Step step = characterBefore(text.substr(from), at - from);
        if (!step.valid || !isWhiteSpace(step.codePoint)) break;
        at -= step.length;
    }
    return at;
}

std::size_t whiteSpaceAfter(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Utf8Step step = utf8Step(text, at);
        if (!isWhiteSpace(step.codePoint)) break;
        at += step.length;
    }
    return at;
}

} // namespace mayfly
