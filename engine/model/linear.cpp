#include "engine/model/linear.h"

#include <algorithm>
#include <cassert>

namespace mayfly {

namespace {

constexpr std::size_t panelWidth = Linear::panelWidth;

Linear emptyLinear(Precision precision, int in, int out, std::span<const float> bias, Arena& arena) {
    assert(in >= 0 && out >= 0 && (bias.empty() || bias.size() == std::size_t(out)));
    Linear linear;
    linear.in = in;
    linear.out = out;
    const std::size_t columns = std::size_t(linear.panelCount()) * panelWidth;
    linear.panels = Stored(precision, columns * std::size_t(in), arena);
    linear.bias = FloatBuffer(columns);
    std::copy(bias.begin(), bias.end(), linear.bias.data());
    return linear;
}

/// Fills panel after panel: `fill(row, column, count, to)` writes `count` columns of a row, from `column` on. One thread
/// keeps up with the disk, and a second team beside the one that computes would slow both.
template<typename T, typename Fill>
void fillPanels(Linear& linear, const Fill& fill) {
    T* panels = linear.panels.as<T>();
    for (int p = 0; p < linear.panelCount(); ++p) {
        T* panel = panels + linear.panelAt(p);
        const int column = p * Linear::panelWidth;
        const int width = std::min(Linear::panelWidth, linear.out - column);
        for (int row = 0; row < linear.in; ++row, panel += panelWidth) {
            fill(row, column, width, panel);
            std::fill(panel + width, panel + panelWidth, T{});
        }
    }
}

Linear packTransposed(const Stored& weights, int in, int out, std::span<const float> bias, Arena& arena) {
    Linear linear = emptyLinear(weights.precision, in, out, bias, arena);
    withType(weights.precision, [&](auto type) {
        using T = decltype(type);
        const T* all = weights.as<T>();
        fillPanels<T>(linear, [&](int row, int column, int count, T* to) {
            const T* from = all + std::size_t(column) * std::size_t(in) + std::size_t(row);
            for (int c = 0; c < count; ++c, from += in) to[c] = *from;
        });
    });
    return linear;
}

} // namespace

Linear packLinear(const Stored& weights, int in, int out, WeightLayout layout, std::span<const float> bias, Arena& arena) {
    assert(weights.count() == std::size_t(in) * std::size_t(out));
    return layout == WeightLayout::InOut ? packColumns(weights, in, out, 0, out, bias, arena)
                                         : packTransposed(weights, in, out, bias, arena);
}

Linear packColumns(const Stored& weights, int in, int allColumns, int firstColumn, int out,
                   std::span<const float> bias, Arena& arena) {
    assert(weights.count() == std::size_t(in) * std::size_t(allColumns));
    assert(firstColumn >= 0 && firstColumn + out <= allColumns);
    Linear linear = emptyLinear(weights.precision, in, out, bias, arena);
    withType(weights.precision, [&](auto type) {
        using T = decltype(type);
        const T* all = weights.as<T>() + firstColumn;
        fillPanels<T>(linear, [&](int row, int column, int count, T* to) {
            std::copy_n(all + std::size_t(row) * std::size_t(allColumns) + std::size_t(column), count, to);
        });
    });
    return linear;
}

} // namespace mayfly
