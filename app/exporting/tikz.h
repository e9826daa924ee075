#pragma once

#include "app/drawing/drawing.h"

#include <QByteArray>

namespace exporting {

/// The drawing as a TeX file that compiles by itself, for a picture set in the fonts of the paper that it goes into.
/// Lines of a paragraph become one node, which TeX breaks anew.
QByteArray tikz(const drawing::Drawing& drawing);

} // namespace exporting
