#include "app/command/number_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace command {

namespace {

constexpr int significantDigits = 9;
using Digits = std::array<char, 32>;

} // namespace

void appendNumber(std::string& out, float value) {
    if (std::isnan(value)) value = std::numeric_limits<float>::quiet_NaN(); // the sign of one says nothing
    Digits digits;
    const auto written =
        std::to_chars(digits.begin(), digits.end(), value, std::chars_format::general, significantDigits);
    out.append(digits.begin(), written.ptr);
}

void appendNumber(std::string& out, long long value) {
    Digits digits;
    out.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), value).ptr);
}

} // namespace command
