#pragma once

#include <string>
#include <string_view>

namespace mayfly {

/// A string from a stranger's file as it may stand in a sentence: between double quotes, with quotes, backslashes, control
/// characters and those that change the direction of writing escaped, and cut after 80 bytes between two UTF-8 characters.
/// "" for none.
std::string inQuotes(std::string_view text);

/// A sentence, or a name by itself, as one line that shows all it holds, whoever named the files that it speaks of: escaped
/// like `inQuotes`, but for quotes and backslashes, and words (between spaces and slashes) cut after 100 characters, so that
/// lines can be broken. What `inQuotes` made stays as it is.
std::string inSentence(std::string_view sentence);

} // namespace mayfly
