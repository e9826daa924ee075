#pragma once

#include <QString>

#include <vector>

/// A sentence worth looking at, and what to look for in it.
struct Sample {
    QString text;
    QString hint; ///< translated
};

/// The sentences of the Samples menu; the first is what a first launch shows.
std::vector<Sample> samples();
