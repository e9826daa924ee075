#pragma once

#include <concepts>
#include <string>

namespace command {

/// Appends a number with 9 significant digits, which tell every float from every other; the same in every locale.
/// "nan" and "inf" for what is not a number.
void appendNumber(std::string& out, float value);
void appendNumber(std::string& out, long long value);

template<std::integral Integer>
void appendNumber(std::string& out, Integer value) {
    appendNumber(out, static_cast<long long>(value));
}

} // namespace command
