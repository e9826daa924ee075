#include "app/matrix/choice.h"

namespace matrix {

const char* nameOf(Quantity quantity) {
    switch (quantity) {
    case Quantity::Weight: return "weight";
    case Quantity::Scaled: return "scaled";
    case Quantity::Dot: return "dot";
    }
    return "";
}

const char* nameOf(Marks marks) {
    return marks == Marks::Heat ? "heat" : "dots";
}

std::optional<Quantity> quantityNamed(std::string_view name) {
    for (const Quantity quantity : quantities)
        if (name == nameOf(quantity)) return quantity;
    return std::nullopt;
}

std::optional<Marks> marksNamed(std::string_view name) {
    for (const Marks marks : {Marks::Heat, Marks::Dots})
        if (name == nameOf(marks)) return marks;
    return std::nullopt;
}

} // namespace matrix
