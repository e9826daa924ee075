#include "engine/reading/rollout.h"

#include "engine/reading/bounds.h"
#include "engine/reading/strongest.h"

#include <algorithm>
#include <numeric>

namespace mayfly {

namespace {

/// Follows the flow down, layer by layer.
class Descent {
public:
    Descent(const Trace& trace, const RolloutChoice& choice, Rollout& rollout)
        : m_trace(trace), m_choice(choice), m_rollout(rollout), m_row(std::size_t(trace.tokens())),
          m_mixed(std::size_t(trace.tokens())) {}

    void passLayer(int layer) {
        const auto tokens = std::size_t(m_trace.tokens());
        float* below = m_rollout.reach.data() + std::size_t(layer) * tokens;
        const float* above = below + tokens;
        for (int i = 0; i < m_trace.tokens(); ++i) {
            if (above[i] <= 0) continue;
            mix(layer, i);
            for (std::size_t j = 0; j < tokens; ++j) below[j] += above[i] * m_mixed[j];
            collect(layer, i, above[i]);
        }
        // Bound what is kept at any time, however many layers there are.
        keepWithin(m_choice.budget, m_rollout.edges);
    }

private:
    /// Row i of Â.
    void mix(int layer, int i) {
        std::fill(m_mixed.begin(), m_mixed.end(), 0.0F);
        int heads = 0;
        for (int h = 0; h < m_trace.heads(); ++h) {
            if (m_trace.experiment().isAblated({layer, h})) continue;
            ++heads;
            m_trace.weights({layer, h}, i, m_row);
            for (std::size_t j = 0; j < m_row.size(); ++j) m_mixed[j] += m_row[j];
        }
        for (float& weight : m_mixed) weight /= float(std::max(heads, 1));
        m_mixed[std::size_t(i)] += 1;
        const float sum = std::accumulate(m_mixed.begin(), m_mixed.end(), 0.0F);
        for (float& weight : m_mixed) weight /= sum;
    }

    void collect(int layer, int i, float above) {
        m_candidates.clear();
        for (int j = m_choice.hideFirst && m_choice.token > 0 ? 1 : 0; j < m_trace.tokens(); ++j)
            if (const float flow = above * m_mixed[std::size_t(j)]; flow > 0)
                m_candidates.push_back({i, j, layer, flow});
        takeStrongest(m_candidates, m_choice.topMass, m_rollout.edges);
    }

    const Trace& m_trace;
    const RolloutChoice& m_choice;
    Rollout& m_rollout;
    std::vector<float> m_row;   ///< of one head
    std::vector<float> m_mixed; ///< of Â
    std::vector<Edge> m_candidates;
};

} // namespace

Rollout rollOut(const Trace& trace, const RolloutChoice& choice) {
    requireToken(trace, choice.token);
    Rollout rollout;
    rollout.token = choice.token;
    rollout.tokens = trace.tokens();
    rollout.layers = trace.layers();
    rollout.reach.assign(std::size_t(trace.layers() + 1) * std::size_t(trace.tokens()), 0.0F);
    rollout.reach[std::size_t(trace.layers() * trace.tokens() + choice.token)] = 1;
    Descent descent(trace, choice, rollout);
    for (int layer = trace.layers() - 1; layer >= 0; --layer) descent.passLayer(layer);
    std::sort(rollout.edges.begin(), rollout.edges.end(), [](const Edge& a, const Edge& b) { return heavier(b, a); });
    double shown = 0;
    for (const Edge& edge : rollout.edges) shown += double(edge.weight);
    rollout.shown = std::min(1.0, shown / double(std::max(trace.layers(), 1)));
    return rollout;
}

} // namespace mayfly
