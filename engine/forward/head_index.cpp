#include "engine/forward/head_index.h"

#include <charconv>

namespace mayfly {

namespace {

std::optional<int> parseCount(std::string_view digits) {
    int value = 0;
    const char* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, value);
    if (error != std::errc{} || end != last || value < 0 || digits.front() == '-') return std::nullopt;
    return value;
}

} // namespace

std::string toString(HeadIndex head) { return std::to_string(head.layer) + '.' + std::to_string(head.head); }

std::optional<HeadIndex> parseHeadIndex(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == text.size()) return std::nullopt;
    const auto layer = parseCount(text.substr(0, dot));
    const auto head = parseCount(text.substr(dot + 1));
    if (!layer || !head) return std::nullopt;
    return HeadIndex{*layer, *head};
}

} // namespace mayfly
