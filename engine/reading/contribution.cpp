#include "engine/reading/contribution.h"

#include "engine/model/model.h"
#include "engine/model/weights.h"
#include "engine/reading/bounds.h"
#include "engine/reading/products.h"

#include <cmath>

namespace mayfly {

namespace {

/// ‖v_j W_O‖, W_O being the d rows of the output projection that belong to the head.
double outputNorm(const Trace& trace, const Model& model, HeadIndex head, int key) {
    const Linear& output = model.weights().layers[std::size_t(head.layer)].output;
    double squares = 0;
    for (const double x : timesRows(trace.value(head, key), output, head.head * trace.dHead())) squares += x * x;
    return std::sqrt(squares);
}

} // namespace

double contribution(const Trace& trace, const Model& model, HeadIndex head, int query, int key) {
    requireHead(trace, head);
    requireToken(trace, query);
    requireToken(trace, key);
    const auto weight = double(trace.weight(head, query, key));
    if (weight == 0 || trace.experiment().isAblated(head)) return 0;
    return weight * outputNorm(trace, model, head, key);
}

} // namespace mayfly
