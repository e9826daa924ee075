#pragma once

#include "engine/forward/score_rule.h"

namespace mayfly {

/// A text that a pass runs over: the one that is typed, and, of an encoder with a decoder, the one that the encoder read.
enum class Sequence { Text, Source };

/// One layer's attention: where its queries and its keys (and values) come from, and how dots become weights. In
/// self-attention both come from the same text; in the cross-attention of a decoder the queries come from its own text and
/// the keys from the source (Vaswani et al. 2017, section 3.2.3). Every family that is read so far has self-attention only.
struct AttentionBlock {
    Sequence queries = Sequence::Text;
    Sequence keys = Sequence::Text;
    ScoreRule rule;

    bool operator==(const AttentionBlock&) const = default;
};

} // namespace mayfly
