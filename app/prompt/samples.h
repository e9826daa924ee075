#pragma once

#include "engine/forward/head_index.h"

#include <QString>

#include <vector>

/// A sentence worth looking at, and what to look for in it.
struct Sample {
    QString text;
    QString hint; ///< translated
    std::vector<mayfly::HeadIndex> heads; ///< of the built-in model that show it
};

/// The sentences of the Samples menu; the first is what a first launch shows.
std::vector<Sample> samples();
