#pragma once

#include "app/drawing/drawing.h"

#include <QByteArray>

namespace exporting {

/// The drawing as one page of PDF of its own size, 96 pixels to an inch, with its fonts and with text that can be
/// searched.
QByteArray pdf(const drawing::Drawing& drawing);

} // namespace exporting
