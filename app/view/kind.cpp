#include "app/view/kind.h"

namespace view {

const char* nameOf(Kind kind) {
    switch (kind) {
    case Kind::Graph: return "graph";
    case Kind::Matrix: return "matrix";
    case Kind::Steps: return "steps";
    case Kind::Values: return "values";
    case Kind::Path: return "path";
    case Kind::Flow: return "flow";
    }
    return "";
}

bool isOfHeads(Kind kind) { return kind != Kind::Path && kind != Kind::Flow; }

std::optional<Kind> kindNamed(std::string_view name) {
    for (const Kind kind : kinds)
        if (name == nameOf(kind)) return kind;
    return std::nullopt;
}

} // namespace view
