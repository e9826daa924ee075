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

/// Whom a token attends to and who attends to it in one head, each heaviest first, ties to the earlier token.
struct TokenReading {
    HeadIndex head;
    int token = 0;
    std::vector<Neighbour> attendsTo;
    std::vector<Neighbour> attendedBy;
};

/// At most `count` each way; masked pairs are left out. O(T d). Throws Error (OutOfRange) for a head or token that is not
/// there.
TokenReading readToken(const Trace& trace, HeadIndex head, int token, int count);

} // namespace mayfly
