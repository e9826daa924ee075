#pragma once

#include <QByteArray>

namespace exporting {

/// A number as SVG and TeX take it, in any locale: at most so many digits after the point, and no zeros that say
/// nothing. What is not a number, or not finite, is 0.
QByteArray decimal(double value, int digits = 2);

} // namespace exporting
