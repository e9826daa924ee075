#pragma once

#include "app/drawing/curve.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

/// A picture as a list of what is drawn, in logical pixels, y downwards: the one form that screen, PNG, SVG, PDF and
/// TikZ all take. It knows nothing of attention. Painted in this order: boxes, strokes, discs, labels.
///
///     Box      a filled rectangle
///     Stroke   a cubic curve from its first to its last point
///     Disc     a filled circle
///     Label    one line of text
namespace drawing {

/// Dash patterns by number, so that up to eight heads differ without colour. Lengths in pixels, on and off in turn;
/// empty is a solid line.
const std::vector<double>& dashPattern(int dash);
inline constexpr int dashCount = 8;

struct Box {
    QRectF rect;
    QColor fill;
    double opacity = 1;
    double radius = 0; ///< of the corners
};

struct Stroke {
    Curve curve;
    QColor colour;
    double width = 1;
    double opacity = 1; ///< 0..1; overlapping strokes add up as 1 − Π(1 − opacity)
    int dash = 0;       ///< index for dashPattern
    double dashStart =
        0; ///< pixels of the pattern that lie before the start: ≥ 0, so that neighbours' dashes do not line up
};

struct Disc {
    QPointF centre;
    double radius = 1;
    QColor fill;
    double opacity = 1;
};

enum class Anchor { Start, Middle, End };

struct Label {
    QPointF at; ///< the anchor's point on the text's middle line (half-way between cap height and baseline)
    QString text;
    double size = 13; ///< pixels of the font
    QColor colour;
    double opacity = 1;
    Anchor anchor = Anchor::Middle;
    double angle = 0; ///< degrees, clockwise, about `at`
    bool bold = false;
    int paragraph = -1; ///< lines of one wrapped text share a number ≥ 0 and follow each other; −1: a text by itself
};

/// A line of words in the regular font.
Label words(const QString& text, QPointF at, const QColor& colour, Anchor anchor = Anchor::Start, double size = 13,
            double angle = 0);

struct Drawing {
    QSizeF size;
    QColor paper;
    std::vector<Box> boxes;
    std::vector<Stroke> strokes;
    std::vector<Disc> discs;
    std::vector<Label> labels;
    QString title; ///< for readers that show one, and for screen readers
    QString description; ///< for the same: what the picture has no room for, of any length
};

} // namespace drawing
