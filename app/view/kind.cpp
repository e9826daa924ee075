#include "app/view/kind.h"

namespace view {

const char* nameOf(Kind kind) {
    switch (kind) {
    case Kind::Graph: return "graph";
    case Kind::Matrix: return "matrix";
    case Kind::Steps: return "steps";
    }
    return "";
}

std::optional<Kind> kindNamed(std::string_view name) {
    for (const Kind kind : kinds)
        if (name == nameOf(kind)) return kind;
    return std::nullopt;
}

} // namespace view
