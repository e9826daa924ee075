#pragma once

#include "app/drawing/drawing.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"

#include <QSizeF>
#include <QString>

#include <vector>

/// The weights of a head as a heat map.
namespace matrix {

struct Choice {
    std::vector<mayfly::HeadIndex> heads; ///< of several, the mean, and it says so
    bool transpose = false;               ///< queries in columns, as in 3Blue1Brown's pictures
};

struct Matrix {
    drawing::Drawing drawing; ///< of the area's size
    QString remark;           ///< for the caption: what a cell is, where it is more than one pair; else empty
};

/// Cells, token labels, axis titles and a colour bar. Masked pairs are left as paper. At most 128 cells a side: beyond,
/// a cell is the largest weight of several tokens' pairs. The heads must be there. An empty text makes an empty
/// drawing.
Matrix compose(const Snapshot& snapshot, const Choice& choice, QSizeF area, const Palette& palette);

} // namespace matrix
