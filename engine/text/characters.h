#pragma once

namespace mayfly {

// What tokenizers ask of a character, by its Unicode category. Any value below 2³² may be asked for; one that is no
// character has none of these properties. White space is in utf8.h.

bool isLetter(char32_t codePoint);         ///< L
bool isMark(char32_t codePoint);           ///< M
bool isNonspacingMark(char32_t codePoint); ///< Mn: accents that stand on a letter
bool isNumber(char32_t codePoint);         ///< N
bool isPunctuation(char32_t codePoint);    ///< P, and all printable ASCII that is neither letter, digit nor space
bool isControl(char32_t codePoint);        ///< C, but for unassigned ones

/// Ideographs of Chinese, Japanese and Korean, as BERT's authors list them.
bool isIdeograph(char32_t codePoint);

/// Whether a reader sees the two, one after the other, as one character: a letter with its accent, an emoji with what
/// shapes it (the pairs of UAX #29 that need no more context).
bool areOneGlyph(char32_t left, char32_t right);

} // namespace mayfly
