#pragma once

#include "engine/reading/terms.h"

#include <QString>

#include <vector>

/// One bar of the chart: a term q_d·k_d, or what all the others come to.
struct TermBar {
    int dimension = -1; ///< −1: the rest
    double value = 0;
};

/// The largest terms and one bar for the rest, so that the bars sum to the dot. No bar for the rest if there is none.
std::vector<TermBar> termBars(const std::vector<mayfly::Term>& terms, std::size_t most);
