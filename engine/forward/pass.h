#pragma once

#include "engine/forward/forward.h"
#include "engine/forward/rotation.h"
#include "engine/forward/trace_builder.h"
#include "engine/model/weights.h"

namespace mayfly {

/// One pass over the tokens [first, T) of a text, the rest being taken from an earlier trace: what `forward` does once it
/// knows that it can. Reads from top to bottom as the architecture does.
class Pass {
public:
    /// All arguments outlive the pass; `before` holds the first `first` tokens of `ids` under an equal experiment.
    Pass(const Model& model, std::span<const TokenId> ids, const Experiment& experiment, int first,
         const Trace* before);

    /// False if given up.
    bool run(const GiveUp& giveUp);
    std::shared_ptr<const Trace> finish();

private:
    void embed();
    void block(int layer);
    void attend(int layer, const float* x);
    void project(const LayerWeights& weights, const float* x, int layer);
    void mixHeads(int layer);
    void mixHead(HeadIndex head);
    void think(const LayerWeights& weights, const float* x);
    const float* before(const NormWeights& norm);
    void add(const FloatBuffer& change, const NormWeights& norm);
    FloatBuffer unembedLast() const;

    void normalise(const NormWeights& norm, const float* x, float* y) const;
    FloatBuffer rows(int width) const { return FloatBuffer::untouched(std::size_t(m_trace.fresh()) * std::size_t(width)); }

    const Config& m_config;
    const Weights& m_weights;
    std::span<const TokenId> m_ids;
    const Experiment& m_experiment;
    std::vector<AttentionBlock> m_attention; ///< a layer each
    TraceLayout m_layout;
    TraceBuilder m_trace;
    Rotation m_rotation, m_windowRotation;
    // Of the fresh rows:
    FloatBuffer m_stream, m_normed;            // × D
    FloatBuffer m_attentionChange, m_mlpChange; // × D
    FloatBuffer m_query, m_mixed;              // × H d
    FloatBuffer m_key, m_value;                // × G d
    FloatBuffer m_hidden, m_gate;              // × dMlp
};

} // namespace mayfly
