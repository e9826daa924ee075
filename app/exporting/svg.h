#pragma once

#include "app/drawing/drawing.h"

#include <QByteArray>

namespace exporting {

/// The drawing as SVG 1.1 by itself. Not by QSvgGenerator, which splits texts and places every word: here a label is
/// one <text>, anchored where the drawing anchors it whatever font the viewer has, and a paragraph is one <text> of
/// lines.
QByteArray svg(const drawing::Drawing& drawing);

} // namespace exporting
