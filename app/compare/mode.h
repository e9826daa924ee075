#pragma once

#include "app/view/kind.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// Two pictures beside each other, or the difference of two.
namespace compare {

/// What is compared with what.
enum class Mode {
    Off,
    Heads,       ///< the first two of the chosen heads, each in a pane
    BeforeAfter, ///< a text that was kept and the live one, each in a pane
    Difference,  ///< what the live text's attention gained and lost against the kept one's
};

inline constexpr std::array modes{Mode::Off, Mode::Heads, Mode::BeforeAfter, Mode::Difference};

/// As the command line and session files say it: "off", "heads", "before-after", "difference".
const char* nameOf(Mode mode);
std::optional<Mode> modeNamed(std::string_view name);

/// Whether it needs a text that was kept.
bool isOfTexts(Mode mode);

/// Whether the difference of two texts can be drawn in one picture of that view; in others they stand side by side.
bool hasDifference(view::Kind kind);

/// What is shown of the chosen mode: nothing is compared where a second head or a kept text is missing, or where the view is
/// of the model as a whole and heads are to be compared.
Mode shown(Mode chosen, view::Kind kind, std::size_t heads, bool kept);

} // namespace compare
