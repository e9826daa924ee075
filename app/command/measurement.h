#pragma once

#include "engine/forward/limits.h"
#include "engine/model/model.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace command {

/// One kind of pass, timed several times.
struct Measurement {
    QString work;                  ///< full, append or edit
    int tokens = 0;                ///< T after the pass
    int kept = 0;                  ///< leading tokens that were taken from the pass before
    double median = 0;             ///< milliseconds
    double least = 0;
    double gflops = 0;             ///< of the fastest round, as the limits are
    double gigabytesPerSecond = 0; ///< of weights, keys and values, in the fastest round
    double ratioToLimit = 0;       ///< of arithmetic in full and edit, of reading in append
    double maps = 0;               ///< milliseconds that the maps of all heads take besides
    qint64 peakBytes = 0;          ///< the most memory that the program took meanwhile; 0 where the system does not say
    qint64 passBytes = 0;          ///< how much of it came with the pass
};

/// What is measured, and how far along a text edits begin.
struct Measuring {
    std::vector<int> tokens;
    std::vector<int> edits; ///< percent
};

/// Measures random tokens with one model: for each length all of it, its last token alone, and edits. Lengths beyond the
/// model's context are left out. Each is handed to `take` as soon as it is there.
void measure(const mayfly::Model& model, const Measuring& measuring, const mayfly::Limits& limits,
             const std::function<void(const Measurement&)>& take);

} // namespace command
