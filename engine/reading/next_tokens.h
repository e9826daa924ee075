#pragma once

#include "engine/forward/trace.h"

#include <span>
#include <vector>

namespace mayfly {

/// A candidate for the next token and its probability under the model.
struct NextToken {
    TokenId id = 0;
    float probability = 0;
};

/// The `count` most likely next tokens, best first, ties to the smaller id; all of the vocabulary if it is smaller; none
/// for an empty text. softmax over the whole vocabulary.
std::vector<NextToken> nextTokens(const Trace& trace, int count = 10);

/// The same of any scores of a whole vocabulary; none where there are none.
std::vector<NextToken> mostLikely(std::span<const float> logits, int count);

} // namespace mayfly
