#include "engine/text/words.h"

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

namespace mayfly {
namespace {

/// Hiragana, Katakana, and what is written without spaces in South-East Asia.
bool isWrittenWithoutSpaces(char32_t c) {
    return isIdeograph(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x0E00 && c <= 0x0EFF) ||
           (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
}

bool isOfWord(char32_t c) {
    return (isLetter(c) || isMark(c) || isNumber(c)) && !isWrittenWithoutSpaces(c);
}

bool isApostrophe(char32_t c) {
    return c == '\'' || c == 0x2019;
}

/// The character at a place, or a space at either end of the text and for what is not UTF-8.
char32_t characterAt(std::string_view text, std::size_t at) {
    if (at >= text.size()) return ' ';
    const Utf8Step step = utf8Step(text, at);
    return step.valid ? step.codePoint : U' ';
}

char32_t characterEndingAt(std::string_view text, std::size_t at) {
    const Utf8Step step = at > 0 ? characterBefore(text, at) : Utf8Step{};
    return step.valid ? step.codePoint : U' ';
}

bool isWithinCharacter(std::string_view text, std::size_t at) {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const Utf8Step step = utf8Step(text, at - back);
        if (step.valid) return step.length > back;
    }
    return false;
}

/// Whether the apostrophe that stands at `at` has a letter on either side.
bool isInnerApostrophe(std::string_view text, std::size_t at, std::size_t length) {
    return isLetter(characterEndingAt(text, at)) && isLetter(characterAt(text, at + length));
}

/// Whether a word goes on over the place before `at`.
bool goesOn(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return false;
    if (isWithinCharacter(text, at)) return true;
    const Utf8Step left = characterBefore(text, at);
    const Utf8Step right = utf8Step(text, at);
    if (!left.valid || !right.valid) return !left.valid && !right.valid;
    if (isOfWord(left.codePoint) && isOfWord(right.codePoint)) return true;
    if (isApostrophe(right.codePoint)) return isInnerApostrophe(text, at, right.length);
    if (isApostrophe(left.codePoint)) return isInnerApostrophe(text, at - left.length, left.length);
    return areOneGlyph(left.codePoint, right.codePoint);
}

} // namespace

std::vector<TokenRange> wordsOf(std::string_view text, std::span<const Token> tokens, const Tokenizer& tokenizer) {
    std::vector<TokenRange> words;
    bool afterSpecial = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool isSpecial = tokenizer.isSpecial(tokens[i].id);
        const auto joins = [&] {
            const Token& before = tokens[i - 1];
            const bool isEmpty = tokens[i].begin == tokens[i].end;
            // Nothing of the text: what was put in front of it, or the rest of a character whose range another has.
            if (isEmpty || (before.begin == before.end && before.begin == 0)) return true;
            return goesOn(text, tokens[i].begin);
        };
        if (!isSpecial && !afterSpecial && joins())
            words.back().end = i + 1;
        else
            words.push_back({i, i + 1});
        afterSpecial = isSpecial;
    }
    return words;
}

} // namespace mayfly
