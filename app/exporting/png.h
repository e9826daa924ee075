#pragma once

#include "app/drawing/drawing.h"

#include <QByteArray>

namespace exporting {

/// The drawing as PNG of size × scale pixels, 96 × scale of them to an inch, with its title.
/// Throws mayfly::Error where that is more than memory holds.
QByteArray png(const drawing::Drawing& drawing, double scale);

} // namespace exporting
