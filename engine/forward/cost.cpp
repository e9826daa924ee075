#include "engine/forward/cost.h"

#include "engine/forward/score_rule.h"
#include "engine/model/model.h"
#include "engine/model/weights.h"

namespace mayfly {

namespace {

double visiblePairs(const Config& config, int layer, int first, int tokens) {
    const ScoreRule rule{.causal = config.causal, .window = config.windowOf(layer)};
    double pairs = 0;
    for (int i = first; i < tokens; ++i) pairs += rule.visible(i, tokens) - rule.first(i);
    return pairs;
}

void addLinear(const Linear& map, int rows, Cost& cost) {
    const double products = double(map.in) * double(map.out);
    cost.flops += 2 * products * rows;
    cost.bytes += products * double(sizeOf(map.panels.precision));
}

} // namespace

Cost costOf(const Model& model, int first, int tokens) {
    const Config& config = model.config();
    const int fresh = tokens - first;
    Cost cost;
    for (int l = 0; l < config.layers; ++l) {
        const LayerWeights& layer = model.weights().layers[std::size_t(l)];
        for (const Linear* map : {&layer.query, &layer.key, &layer.value, &layer.output, &layer.gate, &layer.up, &layer.down})
            addLinear(*map, fresh, cost);
        cost.flops += 4 * visiblePairs(config, l, first, tokens) * config.heads * config.dHead;
        cost.bytes += 2.0 * tokens * config.kvHeads * config.dHead * sizeof(float);
    }
    if (!config.causal) return cost;
    const VectorTable& unembedding = model.weights().unembed();
    cost.flops += 2.0 * unembedding.rows * unembedding.columns;
    cost.bytes += double(unembedding.values.bytes.size());
    return cost;
}

} // namespace mayfly
