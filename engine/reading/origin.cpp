#include "engine/reading/origin.h"

#include "engine/forward/kernels.h"
#include "engine/forward/rotation.h"
#include "engine/model/model.h"
#include "engine/model/weights.h"
#include "engine/reading/bounds.h"
#include "engine/reading/products.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace mayfly {

namespace {

/// The part of a projection that makes one head's vectors.
struct HeadColumns {
    const Linear& map;
    const NormWeights& norm; ///< empty where q and k are not normalised
    int first = 0;
    int count = 0;
};

const LayerWeights& layerOf(const Model& model, HeadIndex head) {
    return model.weights().layers[std::size_t(head.layer)];
}

HeadColumns queryColumns(const Model& model, HeadIndex head) {
    const int d = model.config().dHead;
    return {layerOf(model, head).query, layerOf(model, head).queryNorm, head.head * d, d};
}

HeadColumns keyColumns(const Model& model, HeadIndex head) {
    const int d = model.config().dHead;
    return {layerOf(model, head).key, layerOf(model, head).keyNorm, model.config().keyHeadOf(head.head) * d, d};
}

bool turns(const Config& config, int layer) { return !config.learnedPositions && config.rotaryOf(layer).dims > 0; }

std::vector<float> normed(const Model& model, const NormWeights& norm, std::vector<float> x) {
    const Config& config = model.config();
    model.kernels().normalise(config.norm, norm, config.normEpsilon, {x.data()}, 1, int(x.size()), {x.data()});
    return x;
}

std::vector<float> sumOf(const std::vector<double>& content, const std::optional<std::vector<double>>& bias) {
    std::vector<float> sum;
    for (std::size_t d = 0; d < content.size(); ++d) sum.push_back(float(content[d] + (bias ? (*bias)[d] : 0.0)));
    return sum;
}

VectorOrigin originOf(const Trace& trace, const Model& model, int layer, const HeadColumns& columns, int token) {
    const Config& config = model.config();
    VectorOrigin origin;
    const auto x = trace.residual(layer, token);
    origin.residual.assign(x.begin(), x.end());
    if (config.normPlace != NormPlace::After)
        origin.normed = normed(model, model.weights().layers[std::size_t(layer)].attentionNorm, origin.residual);
    origin.content =
        timesColumns(origin.normed ? *origin.normed : origin.residual, columns.map, columns.first, columns.count);
    if (config.biases.queryKeyValue) origin.bias = biasOf(columns.map, columns.first, columns.count);
    if (!turns(config, layer)) return origin;
    origin.beforeTurn = sumOf(origin.content, origin.bias);
    if (config.queryKeyNorm) origin.beforeTurn = normed(model, columns.norm, *origin.beforeTurn);
    return origin;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// q or k less its bias: exactly what is left of the dot.
std::vector<double> withoutBias(const std::vector<float>& vector, const std::vector<double>& bias) {
    std::vector<double> content(vector.begin(), vector.end());
    std::transform(content.begin(), content.end(), bias.begin(), content.begin(), std::minus<>());
    return content;
}

} // namespace

bool turnsVectors(const Model& model, int layer) { return turns(model.config(), layer); }

VectorOrigin queryOrigin(const Trace& trace, const Model& model, HeadIndex head, int token) {
    requireHead(trace, head);
    requireToken(trace, token);
    return originOf(trace, model, head.layer, queryColumns(model, head), token);
}

VectorOrigin keyOrigin(const Trace& trace, const Model& model, HeadIndex head, int token) {
    requireHead(trace, head);
    requireToken(trace, token);
    return originOf(trace, model, head.layer, keyColumns(model, head), token);
}

std::optional<BiasParts> biasParts(const Trace& trace, const Model& model, HeadIndex head, int query, int key) {
    requireHead(trace, head);
    requireToken(trace, query);
    requireToken(trace, key);
    const Config& config = model.config();
    if (!config.biases.queryKeyValue || config.queryKeyNorm || turns(config, head.layer)) return std::nullopt;
    const HeadColumns ofQuery = queryColumns(model, head);
    const HeadColumns ofKey = keyColumns(model, head);
    const std::vector<double> biasQ = biasOf(ofQuery.map, ofQuery.first, ofQuery.count);
    const std::vector<double> biasK = biasOf(ofKey.map, ofKey.first, ofKey.count);
    const std::vector<double> contentQ = withoutBias(trace.query(head, query), biasQ);
    const std::vector<double> contentK = withoutBias(trace.key(head, key), biasK);
    return BiasParts{product(contentQ, contentK), product(biasQ, contentK), product(contentQ, biasK),
                     product(biasQ, biasK)};
}

} // namespace mayfly
