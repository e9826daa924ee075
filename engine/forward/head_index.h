#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace mayfly {

/// One head of one layer, both counted from 0, printed "layer.head".
struct HeadIndex {
    int layer = 0;
    int head = 0;

    auto operator<=>(const HeadIndex&) const = default;
};

std::string toString(HeadIndex head);

/// Reads "3.6"; nothing else, no spaces, no signs. Whether the model has such a head is for the caller to check.
std::optional<HeadIndex> parseHeadIndex(std::string_view text);

} // namespace mayfly
