#pragma once

#include "engine/reading/terms.h"

#include <QString>

#include <vector>

/// In which order the bars stand.
enum class TermOrder {
    Largest,   ///< by magnitude
    Dimension, ///< by d
};

/// One bar of the chart: a term q_d·k_d, or what all the others come to.
struct TermBar {
    int dimension = -1; ///< −1: the rest
    double value = 0;
    QString shown;      ///< the value as it is written beside the bar
};

/// The `most` largest terms and, last, one bar for the rest; none if there is no rest. The written numbers add up to the
/// written dot to the last digit.
std::vector<TermBar> termBars(const mayfly::PairReading& pair, std::size_t most, TermOrder order = TermOrder::Largest);
