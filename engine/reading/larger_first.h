#pragma once

#include <cmath>
#include <compare>

namespace mayfly {

/// The larger of two numbers comes first, and what is no number, as scores of a damaged model are, after all that are: an order
/// by which anything can be sorted.
inline std::weak_ordering largerFirst(float a, float b) {
    if (a > b) return std::weak_ordering::less;
    if (a < b) return std::weak_ordering::greater;
    return std::isnan(a) <=> std::isnan(b);
}

} // namespace mayfly
