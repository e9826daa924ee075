#include "engine/text/byte_alphabet.h"

#include "engine/text/utf8.h"

#include <array>

namespace mayfly {
namespace {

constexpr char32_t firstStandIn = 0x100;
constexpr char32_t standIns = 68;

constexpr bool isItsOwnLetter(unsigned byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

constexpr std::array<char32_t, 256> makeLetters() {
    std::array<char32_t, 256> letters{};
    char32_t standIn = firstStandIn;
    for (unsigned byte = 0; byte < 256; ++byte) letters[byte] = isItsOwnLetter(byte) ? byte : standIn++;
    return letters;
}

constexpr std::array<char32_t, 256> letterOfByte = makeLetters();

constexpr std::array<int, firstStandIn + standIns> makeBytes() {
    std::array<int, firstStandIn + standIns> bytes{};
    for (int& byte : bytes) byte = -1;
    for (unsigned byte = 0; byte < 256; ++byte) bytes[letterOfByte[byte]] = static_cast<int>(byte);
    return bytes;
}

constexpr std::array<int, firstStandIn + standIns> byteOfLetter = makeBytes();

} // namespace

std::string lettersOfBytes(std::string_view bytes) {
    std::string letters;
    for (const char byte : bytes) appendUtf8(letters, letterOfByte[static_cast<unsigned char>(byte)]);
    return letters;
}

std::optional<std::string> bytesOfLetters(std::string_view letters) {
    std::string bytes;
    bytes.reserve(letters.size());
    for (std::size_t at = 0; at < letters.size();) {
        const Utf8Step step = utf8Step(letters, at);
        if (step.codePoint >= byteOfLetter.size() || byteOfLetter[step.codePoint] < 0) return std::nullopt;
        bytes.push_back(static_cast<char>(byteOfLetter[step.codePoint]));
        at += step.length;
    }
    return bytes;
}

} // namespace mayfly
