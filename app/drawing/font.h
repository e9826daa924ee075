#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace drawing {

/// The families that every text of a picture is set in, the first that is installed.
QStringList fontFamilies();

/// The font of a picture's text, sized in pixels, so that a picture is the same at any resolution. QFont knows whole
/// pixels only: the size is rounded, and who draws scales by what is missing (see textWidth and paint).
QFont font(double pixels, bool bold = false);

/// Width in pixels that a text takes at that size, not rounded.
double textWidth(const QString& text, double pixels, bool bold = false);

/// How far below a label's point its baseline lies: half the height of a capital.
double baselineOffset(double pixels, bool bold = false);

} // namespace drawing
