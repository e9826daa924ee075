#pragma once

#include "app/drawing/drawing.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"

#include <QStringList>

namespace exporting {

/// A text's paragraph beneath the picture and the remarks above it. A text that would take a picture's room is there with
/// its beginning and its end.
struct Caption {
    double font = 13;
    QString remarks;
    QStringList lines;
    bool isCut = false; ///< the text
    QStringList before; ///< of the text that is compared with, above them
    double indent = 0;  ///< room for the words that tell the two texts apart
    int remarkLines = 1; ///< two where each of two panes has something to say

    double height() const;
    QStringList wrapped(const QString& text, double width) const;
};

/// For a figure of that size. `before` is null unless two texts are compared.
Caption fitCaption(const QString& text, const Snapshot* before, int remarkLines, QSizeF size);

/// At the bottom of a drawing of that size, beneath a line.
void addCaption(const Caption& caption, const Palette& palette, QSizeF size, drawing::Drawing& drawing);

} // namespace exporting
