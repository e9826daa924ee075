#pragma once

#include <QRectF>
#include <QString>

#include <vector>

/// Where the boxes of tokens lie that follow each other like words on lines.
struct ChipLayout {
    std::vector<QRectF> chips; ///< one a token
    double lineHeight = 0;
    double height = 0; ///< of all lines

    /// The chip under a point, or −1.
    int at(QPointF point) const;
};

/// Breaks chips of the given widths into lines of `width`; one wider than a line gets a line for itself.
ChipLayout layoutChips(const std::vector<double>& widths, double width, double lineHeight);
