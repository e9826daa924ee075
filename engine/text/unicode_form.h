#pragma once

#include "engine/text/mapped_text.h"

namespace mayfly {

/// Unicode's normalization forms (UAX #15): decomposed or composed, of equal or of merely similar characters.
enum class UnicodeForm { NFC, NFD, NFKC, NFKD };

/// The text in a form; bytes that are not UTF-8 stay as they are. What changes as one, such as a letter and an accent that
/// become one letter, keeps its range as one; marks behind them that do not change have their own. More than 256 characters
/// that could change as one are normalised in parts, which no text of a language has: reordering them is quadratic.
MappedText inForm(const MappedText& text, UnicodeForm form);

} // namespace mayfly
