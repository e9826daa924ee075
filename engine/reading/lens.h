#pragma once

#include "engine/reading/next_tokens.h"

#include <vector>

namespace mayfly {

class Model;

/// The logit lens (nostalgebraist 2020): what a token's residual stream would foretell if the model ended after each
/// layer, softmax(n(xˡ) W_U), n being the final norm and W_U the unembedding. For depths 0..L the `count` most likely next
/// tokens, best first; depth L of the last token is what the model itself foretells. Empty for an encoder, which foretells
/// nothing.
///
/// O(L V D) for the one token, on the calling thread. `model` is the one that the trace is of. Throws Error (OutOfRange)
/// for a token that is not there.
std::vector<std::vector<NextToken>> readLens(const Trace& trace, const Model& model, int token, int count = 1);

} // namespace mayfly
