#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace matrix {

/// What a cell shows of its query and key.
enum class Quantity {
    Weight, ///< after softmax
    Scaled, ///< the dot as softmax sees it: scaled, and capped where the model caps; masked pairs too
    Dot,    ///< q·k before scaling, masked pairs too
};

/// How a cell shows it.
enum class Marks {
    Heat, ///< its colour
    Dots, ///< a disc whose area is the value, as in 3Blue1Brown's films
};

/// What the reader chose about matrices.
struct Choice {
    Quantity quantity = Quantity::Weight;
    Marks marks = Marks::Heat;
    bool transpose = false; ///< queries in columns, as in 3Blue1Brown's films

    bool operator==(const Choice&) const = default;
};

inline constexpr std::array quantities{Quantity::Weight, Quantity::Scaled, Quantity::Dot};

/// As the command line and session files say it: "weight", "scaled", "dot"; "heat", "dots".
const char* nameOf(Quantity quantity);
const char* nameOf(Marks marks);
std::optional<Quantity> quantityNamed(std::string_view name);
std::optional<Marks> marksNamed(std::string_view name);

} // namespace matrix
