#include "app/compare/mode.h"

namespace compare {

const char* nameOf(Mode mode) {
    switch (mode) {
    case Mode::Off: return "off";
    case Mode::Heads: return "heads";
    case Mode::BeforeAfter: return "before-after";
    case Mode::Difference: return "difference";
    }
    return "";
}

std::optional<Mode> modeNamed(std::string_view name) {
    for (const Mode mode : modes)
        if (name == nameOf(mode)) return mode;
    return std::nullopt;
}

bool isOfTexts(Mode mode) { return mode == Mode::BeforeAfter || mode == Mode::Difference; }

bool hasDifference(view::Kind kind) { return kind == view::Kind::Graph || kind == view::Kind::Matrix; }

Mode shown(Mode chosen, view::Kind kind, std::size_t heads, bool kept) {
    if (chosen == Mode::Heads) return heads >= 2 && view::isOfHeads(kind) ? chosen : Mode::Off;
    if (isOfTexts(chosen) && !kept) return Mode::Off;
    return chosen == Mode::Difference && !hasDifference(kind) ? Mode::BeforeAfter : chosen;
}

} // namespace compare
