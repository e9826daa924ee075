#pragma once

#include <QByteArray>
#include <QString>

namespace exporting {

/// A text as TeX sets it, character for character: nothing in it commands, no space is lost and nothing becomes a
/// ligature. Letters beyond ASCII stay as they are, in UTF-8; control characters become spaces.
QByteArray texText(const QString& text);

} // namespace exporting
