#pragma once

#include "app/drawing/drawing.h"

#include <QString>

/// Writing a drawing to a file. The ending of the file's name says how: svg, pdf, png or tex.
namespace exporting {

enum class Format { Svg, Pdf, Png, Tikz };

/// The endings that can be written, without the dot, in the order a dialog offers them.
QStringList endings();

/// Throws mayfly::Error (Unsupported) naming the ending and those that can be written.
Format formatOf(const QString& file);

/// The bytes of the file. `scale` is pixels per logical pixel and matters for PNG only.
/// Words stay words in SVG, PDF and TikZ; the lines of a wrapped paragraph stay one text.
QByteArray encode(const drawing::Drawing& drawing, Format format, double scale);

/// Encodes and writes the file whole or not at all: what stood there before is kept if anything fails.
/// Throws mayfly::Error with a sentence that names the file and the reason, such as a full disk.
void write(const drawing::Drawing& drawing, const QString& file, double scale);

} // namespace exporting
