#pragma once

#include "engine/forward/forward.h"
#include "engine/forward/linear.h"
#include "engine/forward/rotation.h"
#include "engine/forward/rows.h"
#include "engine/forward/team.h"
#include "engine/forward/trace_builder.h"
#include "engine/model/weights.h"

namespace mayfly {

/// One pass over the tokens [first, T) of a text, the rest being taken from an earlier trace: what `forward` does once it
/// knows that it can. Reads from top to bottom as the architecture does.
class Pass {
public:
    /// All arguments outlive the pass, which runs on the team's threads; `before` holds the first `first` tokens of `ids` under an equal experiment.
    Pass(Team& team, const Model& model, std::span<const TokenId> ids, const Experiment& experiment, int first,
         const Trace* before, const LookAtWeights& look);

    /// False if given up.
    bool run(const GiveUp& giveUp);
    std::shared_ptr<const Trace> finish();

private:
    void embed();
    void block(int layer);
    void attend(int layer, RowsIn x);
    void projectRows(const LayerWeights& weights, RowsIn x, int layer, int first, int count);
    void turnRow(const LayerWeights& weights, int layer, int first, int row);
    void mixHeads(int layer);
    struct HeadTiles;
    void mixRows(HeadIndex head, int row, int rows, const HeadTiles& tiles, float* scores);
    void think(const LayerWeights& weights, RowsIn x);
    void thinkRows(const LayerWeights& weights, RowsIn x, int rows, RowsOut change);
    RowsIn before(const NormWeights& norm);
    void add(RowsIn change, const NormWeights& norm);
    FloatBuffer unembedLast();

    template<typename Action>
    void forRows(int rows, const Action& action);
    RowsOut mlpChange() { return (m_config.parallelResidual ? m_besideChange : m_change).rows(); }
    void normalise(const NormWeights& norm, RowsIn x, RowsOut y);
    RowBuffer rows(int width) const { return {m_trace.fresh(), width}; }
    RowBuffer someRows(int width) const { return {rowsTogether(), width}; }
    int rowsTogether() const;

    Team& m_team;
    const Kernels& m_kernels;
    LinearMaps m_maps;
    const Config& m_config;
    const Weights& m_weights;
    std::span<const TokenId> m_ids;
    const Experiment& m_experiment;
    const LookAtWeights& m_look;
    std::vector<AttentionBlock> m_attention; ///< a layer each
    TraceLayout m_layout;
    TraceBuilder m_trace;
    Rotation m_rotation, m_windowRotation;
    // Of the fresh rows:
    RowBuffer m_stream, m_normed;     // × D
    RowBuffer m_change;               // × D: what attention adds, and then what the MLP does
    RowBuffer m_besideChange;         // × D, where the MLP reads the same stream as attention; else none
    RowBuffer m_mixed;                // × H d
    // Of rowsTogether() of them:
    RowBuffer m_query;                // × H d
    RowBuffer m_key, m_value;         // × G d
    RowBuffer m_hidden, m_gate;       // × dMlp
    std::size_t m_scoreStep;
    FloatBuffer m_scores;             // threads × 32 × m_scoreStep
};

} // namespace mayfly
