#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace matrix {

/// How the token labels along a matrix are set.
struct Lettering {
    double font = 13;
    double width = 0;     ///< room that the widest takes; longer ones are cut
    bool upright = false; ///< over a column they stand upright, else they read upwards
};

/// Font and room for labels whose tokens stand `pitch` pixels apart at zoom 1, none wider than `widest`.
Lettering fitLettering(const std::vector<QString>& labels, double pitch, double widest, double largestFont);

/// How many tokens apart labels stand so that no two touch: 1, 2, 5, 10, 20, 50, ...
int thinning(const Lettering& lettering, bool upright, double pitch);

/// A label at its place along the axis.
struct AxisLabel {
    int token = 0;
    QString text; ///< with its number where neighbours are left out, so that it can be counted
    double at = 0;
    bool pointedOut = false;
};

/// One side of a matrix on the screen.
struct Axis {
    double from = 0;  ///< where token 0 begins
    double pitch = 1; ///< pixels a token
    double low = 0;   ///< the part in the pane
    double high = 0;
    bool upright = false; ///< labels take their width along the axis, else their height
};

/// The labels to show along an axis. What is pointed out is always among them, and its neighbours give way.
std::vector<AxisLabel> axisLabels(const std::vector<QString>& labels, const Lettering& lettering, const Axis& axis,
                                  const std::vector<int>& pointedOut);

} // namespace matrix
