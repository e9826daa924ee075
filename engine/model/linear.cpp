#include "engine/model/linear.h"

#include <algorithm>
#include <cassert>

namespace mayfly {

namespace {

Linear emptyLinear(int in, int out, std::span<const float> bias) {
    assert(in >= 0 && out >= 0 && (bias.empty() || bias.size() == std::size_t(out)));
    Linear linear;
    linear.in = in;
    linear.out = out;
    const std::size_t columns = std::size_t(linear.panelCount()) * Linear::panelWidth;
    linear.panels = FloatBuffer(columns * std::size_t(in));
    linear.bias = FloatBuffer(columns);
    std::copy(bias.begin(), bias.end(), linear.bias.data());
    return linear;
}

/// The columns of panel `p` that are not padding.
int widthOf(const Linear& linear, int p) {
    return std::min(Linear::panelWidth, linear.out - p * Linear::panelWidth);
}

float* panelOf(Linear& linear, int p) {
    return linear.panels.data() + std::size_t(p) * std::size_t(linear.in) * Linear::panelWidth;
}

Linear packTransposed(std::span<const float> weights, int in, int out, std::span<const float> bias) {
    assert(weights.size() == std::size_t(in) * std::size_t(out));
    Linear linear = emptyLinear(in, out, bias);
    for (int p = 0; p < linear.panelCount(); ++p) {
        float* panel = panelOf(linear, p);
        const float* rows = weights.data() + std::size_t(p) * Linear::panelWidth * std::size_t(in);
        for (int row = 0; row < in; ++row)
            for (int column = 0; column < widthOf(linear, p); ++column)
                panel[std::size_t(row) * Linear::panelWidth + std::size_t(column)] =
                    rows[std::size_t(column) * std::size_t(in) + std::size_t(row)];
    }
    return linear;
}

} // namespace

Linear packLinear(std::span<const float> weights, int in, int out, WeightLayout layout, std::span<const float> bias) {
    return layout == WeightLayout::InOut ? packColumns(weights, in, out, 0, out, bias)
                                         : packTransposed(weights, in, out, bias);
}

Linear packColumns(std::span<const float> weights, int in, int allColumns, int firstColumn, int out,
                   std::span<const float> bias) {
    assert(weights.size() == std::size_t(in) * std::size_t(allColumns));
    assert(firstColumn >= 0 && firstColumn + out <= allColumns);
    Linear linear = emptyLinear(in, out, bias);
    for (int p = 0; p < linear.panelCount(); ++p) {
        float* panel = panelOf(linear, p);
        const float* columns = weights.data() + firstColumn + p * Linear::panelWidth;
        for (int row = 0; row < in; ++row)
            std::copy_n(columns + std::size_t(row) * std::size_t(allColumns), widthOf(linear, p),
                        panel + std::size_t(row) * Linear::panelWidth);
    }
    return linear;
}

} // namespace mayfly
