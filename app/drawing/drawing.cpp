#include "app/drawing/drawing.h"

#include <array>

namespace drawing {

const std::vector<double>& dashPattern(int dash) {
    static const std::array<std::vector<double>, dashCount> patterns{{
        {},
        {9, 5},
        {2, 4},
        {9, 4, 2, 4},
        {5, 3},
        {16, 5},
        {9, 3, 2, 3, 2, 3},
        {14, 4, 5, 4},
    }};
    return patterns[std::size_t(dash % dashCount + dashCount) % dashCount];
}

Label words(const QString& text, QPointF at, const QColor& colour, Anchor anchor, double size, double angle) {
    Label label;
    label.text = text;
    label.at = at;
    label.colour = colour;
    label.anchor = anchor;
    label.size = size;
    label.angle = angle;
    return label;
}

} // namespace drawing
