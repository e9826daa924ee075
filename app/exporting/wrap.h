#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace exporting {

/// Breaks a text into lines no wider than `width`: at spaces, which stay at the line's end, at line ends, which become
/// spaces, and within words only where one is wider than a line. The lines one after another are the text, nothing lost.
QStringList wrap(const QString& text, double width, const std::function<double(const QString&)>& widthOf);

} // namespace exporting
