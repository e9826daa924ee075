#pragma once

#include "engine/text/tokenizer.h"

#include <string>
#include <string_view>

namespace mayfly {

/// The text of a token for files: its bytes, with U+FFFD for what is not UTF-8 on its own; "[id]" if there is no
/// tokenizer (null) or it does not know the id.
std::string tokenText(const Tokenizer* tokenizer, TokenId id);

/// The text of a token for labels: as `visibleText` shows it; "[id]" also for a token without bytes.
std::string visibleTokenText(const Tokenizer* tokenizer, TokenId id);

/// Any bytes, so that each can be seen: spaces at either end as "·", a newline as "↵", a tab as "⇥", other control
/// characters as their pictures ("␀"), characters without a glyph of their own as "‹U+200B›", bytes that are not UTF-8
/// as "‹F0 9F›", and a combining mark at the beginning on a dotted circle.
std::string visibleText(std::string_view bytes);

} // namespace mayfly
