#pragma once

#include "engine/forward/trace.h"

#include <vector>

namespace mayfly {

/// A head and the weight it gives to a pair of tokens.
struct RankedHead {
    HeadIndex head;
    float weight = 0;

    bool operator==(const RankedHead&) const = default;
};

/// Which heads tie `query` to `key`: at most `count` of all layers' heads by weight, heaviest first, ties to the earlier
/// head. A head without any weight there (the pair is masked, or it is not a number) is left out. O(L H d): each head takes
/// one tile of keys. Throws Error (OutOfRange) for a token that the trace has not.
std::vector<RankedHead> rankHeads(const Trace& trace, int query, int key, int count);

} // namespace mayfly
