#pragma once

#include <string>
#include <string_view>

namespace mayfly {

/// A string from a stranger's file as it may stand in a sentence: between double quotes, with control characters,
/// quotes and backslashes escaped, and cut after 80 bytes between two UTF-8 characters. "" for none.
std::string inQuotes(std::string_view text);

} // namespace mayfly
