#pragma once

#include "engine/reading/graph.h"

#include <vector>

namespace mayfly {

class Model;

/// ‖v_j W_O‖₂ of every token j, T values: how much a head would carry from it at a weight of 1 (Kobayashi et al. 2020,
/// "Attention is Not Only a Weight"). W_O are the d rows of the output projection that belong to the head. The bias of the
/// values is a part of v_j; that of the output projection belongs to no head and is left out, as is any norm that a family
/// has after its attention. 0 for a head that the experiment ablates.
///
/// ‖v W_O‖ = ‖R v‖ where W_Oᵀ = Q R, so it takes O(D d²) for the head and O(d²) a token. `model` is the one that the trace
/// is of. Throws Error (OutOfRange) for a head that is not there.
std::vector<float> valueSizes(const Trace& trace, const Model& model, HeadIndex head);

/// What a head adds to the residual stream of a query: Σ_j weight_ij v_j W_O, D values. With those of all heads and the
/// output projection's bias it sums to what attention adds, before any norm after it. O(T d + d D). Throws as above.
std::vector<double> headOutput(const Trace& trace, const Model& model, HeadIndex head, int query);

/// `selectEdges` by the size of what each edge carries: an edge's weight is ‖weight_ij · v_j W_O‖₂, and the shares are
/// shares of all that the chosen heads carry, lengths added up. Throws as above.
AttentionGraph selectValueEdges(const Trace& trace, const Model& model, const GraphChoice& choice);

} // namespace mayfly
