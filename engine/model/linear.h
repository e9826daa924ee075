#pragma once

#include "engine/model/stored.h"

#include <span>

namespace mayfly {

/// How a checkpoint stores the matrix of y = x W + b.
enum class WeightLayout {
    InOut, ///< W itself, in × out: GPT-2's Conv1D
    OutIn, ///< its transpose, out × in: torch.nn.Linear
};

/// A linear map y = x W + b in the order the kernel reads it: panels of `panelWidth` output columns, each panel
/// in × panelWidth, the last one padded with zeros.
struct Linear {
    static constexpr int panelWidth = 32;

    int in = 0;
    int out = 0;
    Stored panels;    ///< panelCount() × in × panelWidth
    FloatBuffer bias; ///< panelCount() × panelWidth; zeros where the map has none

    int panelCount() const { return (out + panelWidth - 1) / panelWidth; }
    /// Where panel `p` begins, counted in values.
    std::size_t panelAt(int p) const { return std::size_t(p) * std::size_t(in) * std::size_t(panelWidth); }
    /// W[row, column], for the formulas of reading/; not for the forward pass.
    float weight(int row, int column) const {
        return panels.at(panelAt(column / panelWidth) + std::size_t(row) * panelWidth + std::size_t(column % panelWidth));
    }
};

/// Packs `in × out` weights (as `layout` says) and a bias of `out` values, or none, in the type that they have, into an arena.
Linear packLinear(const Stored& weights, int in, int out, WeightLayout layout, std::span<const float> bias, Arena& arena);

/// Packs columns [firstColumn, firstColumn + out) of a matrix in × allColumns: q, k and v, cut from one Conv1D.
Linear packColumns(const Stored& weights, int in, int allColumns, int firstColumn, int out,
                   std::span<const float> bias, Arena& arena);

} // namespace mayfly
