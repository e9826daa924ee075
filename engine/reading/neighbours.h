#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// Another token and the weight between the two.
struct Neighbour {
    int token = 0;
    float weight = 0;

    bool operator==(const Neighbour&) const = default;
};

/// Whom a word attends to and who attends to it in one head, each heaviest first, ties to the earlier token. A word is one
/// token or a few that follow each other.
struct WordReading {
    HeadIndex head;
    int begin = 0; ///< its first token
    int end = 0;   ///< one past its last
    std::vector<Neighbour> attendsTo;
    std::vector<Neighbour> attendedBy;
};

/// At most `count` each way; masked pairs are left out. From a word of n tokens goes the mean of their n rows, and to it the
/// sum of their n columns, so that its row still adds up to 1 (Clark et al. 2019, "What Does BERT Look At?", section 4.1).
/// O(T d n). Throws Error (OutOfRange) for a head or tokens that are not there.
WordReading readWord(const Trace& trace, HeadIndex head, int begin, int end, int count);

} // namespace mayfly
