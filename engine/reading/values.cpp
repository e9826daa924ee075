#include "engine/reading/values.h"

#include "engine/model/model.h"
#include "engine/model/weights.h"
#include "engine/reading/bounds.h"
#include "engine/reading/products.h"

#include <Eigen/Dense>

#include <algorithm>

namespace mayfly {

namespace {

const Linear& outputOf(const Model& model, HeadIndex head) {
    return model.weights().layers[std::size_t(head.layer)].output;
}

/// R of W_Oᵀ = Q R, at most d × d.
Eigen::MatrixXd triangleOf(const Linear& output, int firstRow, int d) {
    Eigen::MatrixXd transposed(output.out, d); // D × d
    for (int r = 0; r < d; ++r)
        for (int c = 0; c < output.out; ++c) transposed(c, r) = double(output.weight(firstRow + r, c));
    const auto size = std::min(transposed.rows(), transposed.cols());
    return Eigen::HouseholderQR<Eigen::MatrixXd>(transposed).matrixQR().topRows(size).triangularView<Eigen::Upper>();
}

} // namespace

std::vector<float> valueSizes(const Trace& trace, const Model& model, HeadIndex head) {
    requireHead(trace, head);
    std::vector<float> sizes(std::size_t(trace.tokens()), 0.0F);
    if (sizes.empty() || trace.experiment().isAblated(head)) return sizes;
    const Eigen::MatrixXd triangle = triangleOf(outputOf(model, head), head.head * trace.dHead(), trace.dHead());
    for (std::size_t j = 0; j < sizes.size(); ++j) {
        const std::vector<float> value = trace.value(head, int(j));
        const Eigen::Map<const Eigen::VectorXf> v(value.data(), trace.dHead());
        sizes[j] = float((triangle * v.cast<double>()).norm());
    }
    return sizes;
}

std::vector<double> headOutput(const Trace& trace, const Model& model, HeadIndex head, int query) {
    requireHead(trace, head);
    requireToken(trace, query);
    std::vector<float> weights(std::size_t(trace.tokens()));
    trace.weights(head, query, weights);
    std::vector<float> mixed(std::size_t(trace.dHead()), 0.0F);
    if (!trace.experiment().isAblated(head))
        for (int j = 0; j < trace.tokens(); ++j) {
            if (weights[std::size_t(j)] == 0) continue;
            const std::vector<float> value = trace.value(head, j);
            for (std::size_t d = 0; d < mixed.size(); ++d) mixed[d] += weights[std::size_t(j)] * value[d];
        }
    return timesRows(mixed, outputOf(model, head), head.head * trace.dHead());
}

AttentionGraph selectValueEdges(const Trace& trace, const Model& model, const GraphChoice& choice) {
    KeyFactors factors;
    for (const HeadIndex head : choice.heads) factors.push_back(valueSizes(trace, model, head));
    return selectEdges(trace, choice, factors);
}

} // namespace mayfly
