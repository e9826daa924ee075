#include "engine/reading/products.h"

#include <algorithm>
#include <cassert>

namespace mayfly {

namespace {

/// sums[c] += Σ_r x_r W[firstRow + r, firstColumn + c], panel by panel as the matrix lies in memory.
void addProduct(std::span<const float> x, const Linear& map, int firstRow, int firstColumn, std::span<double> sums) {
    constexpr int panelWidth = Linear::panelWidth;
    withType(map.panels.precision, [&](auto type) {
        const auto* values = map.panels.as<decltype(type)>();
        for (int c = 0; c < int(sums.size());) {
            const int column = firstColumn + c;
            const int offset = column % panelWidth;
            const int width = std::min(panelWidth - offset, int(sums.size()) - c);
            const auto* row = values + map.panelAt(column / panelWidth) + std::size_t(firstRow) * panelWidth + offset;
            for (std::size_t r = 0; r < x.size(); ++r, row += panelWidth)
                for (int i = 0; i < width; ++i) sums[std::size_t(c + i)] += double(x[r]) * double(widen(row[i]));
            c += width;
        }
    });
}

} // namespace

std::vector<double> timesRows(std::span<const float> x, const Linear& map, int firstRow) {
    assert(firstRow >= 0 && firstRow + int(x.size()) <= map.in);
    std::vector<double> sums(std::size_t(map.out), 0.0);
    addProduct(x, map, firstRow, 0, sums);
    return sums;
}

std::vector<double> timesColumns(std::span<const float> x, const Linear& map, int firstColumn, int count) {
    assert(int(x.size()) == map.in && firstColumn >= 0 && firstColumn + count <= map.out);
    std::vector<double> sums(std::size_t(count), 0.0);
    addProduct(x, map, 0, firstColumn, sums);
    return sums;
}

std::vector<double> biasOf(const Linear& map, int firstColumn, int count) {
    const float* first = map.bias.data() + firstColumn;
    return {first, first + count};
}

} // namespace mayfly
