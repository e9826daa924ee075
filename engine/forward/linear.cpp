#include "engine/forward/linear.h"

#include "engine/forward/lanes.h"

#include <algorithm>
#include <cstdint>

namespace mayfly {

namespace {

static_assert(Linear::panelWidth == 2 * laneCount);

#ifdef __AVX512F__
constexpr int tileRows = 8; // 16 sums of 32 registers
#else
constexpr int tileRows = 2; // 8 sums of 16 registers, when lanes take two
#endif

// Below this many multiply-adds a second thread costs more than it brings.
constexpr std::int64_t worthThreads = 1 << 22;

/// `Rows` rows of x against one panel, the sums held in registers.
template<int Rows, typename Weight>
void multiplyTile(const float* x, int in, const Weight* panel, const float* bias, float (*y)[Linear::panelWidth]) {
    Lanes low[Rows];
    Lanes high[Rows];
    for (int r = 0; r < Rows; ++r) {
        low[r] = load(bias);
        high[r] = load(bias + laneCount);
    }
    for (int k = 0; k < in; ++k, panel += Linear::panelWidth) {
        const Lanes wLow = load(panel);
        const Lanes wHigh = load(panel + laneCount);
        for (int r = 0; r < Rows; ++r) {
            const float factor = x[std::size_t(r) * std::size_t(in) + std::size_t(k)];
            low[r] += factor * wLow;
            high[r] += factor * wHigh;
        }
    }
    for (int r = 0; r < Rows; ++r) {
        store(y[r], low[r]);
        store(y[r] + laneCount, high[r]);
    }
}

template<int Rows, typename Weight>
int multiplyUpTo(int rows, const float* x, int in, const Weight* panel, const float* bias,
                 float (*y)[Linear::panelWidth]) {
    if constexpr (Rows > 1)
        if (rows < Rows) return multiplyUpTo<Rows / 2>(rows, x, in, panel, bias, y);
    multiplyTile<Rows>(x, in, panel, bias, y);
    return Rows;
}

template<typename Weight>
void multiplyPanel(const Linear& map, int p, const float* x, int rows, float* y) {
    const int first = p * Linear::panelWidth;
    const int width = std::min(Linear::panelWidth, map.out - first);
    const Weight* panel = map.panels.as<Weight>() + map.panelAt(p);
    alignas(64) float tile[tileRows][Linear::panelWidth];
    for (int r = 0; r < rows;) {
        const int done = multiplyUpTo<tileRows>(rows - r, x + std::size_t(r) * std::size_t(map.in), map.in,
                                                panel, map.bias.data() + first, tile);
        for (int t = 0; t < done; ++t, ++r)
            std::copy_n(tile[t], width, y + std::size_t(r) * std::size_t(map.out) + std::size_t(first));
    }
}

template<typename Weight>
float dotProduct(const Weight* a, const float* b, int n) {
    Lanes even = {};
    Lanes odd = {};
    int i = 0;
    for (; i + 2 * laneCount <= n; i += 2 * laneCount) {
        even += load(a + i) * load(b + i);
        odd += load(a + i + laneCount) * load(b + i + laneCount);
    }
    float rest = 0;
    for (; i < n; ++i) rest += widen(a[i]) * b[i];
    return sum(even + odd) + rest;
}

} // namespace

void applyLinear(const Linear& map, const float* x, int rows, float* y) {
    const int panels = map.panelCount();
    [[maybe_unused]] const bool parallel = std::int64_t(rows) * map.in * map.out >= worthThreads;
    withType(map.panels.precision, [&](auto type) {
#pragma omp parallel for schedule(static) if (parallel)
        for (int p = 0; p < panels; ++p) multiplyPanel<decltype(type)>(map, p, x, rows, y);
    });
}

void applyRows(const VectorTable& table, const float* x, float* y) {
    [[maybe_unused]] const bool parallel = std::int64_t(table.rows) * table.columns >= worthThreads;
    withType(table.values.precision, [&](auto type) {
        const auto* values = table.values.as<decltype(type)>();
#pragma omp parallel for schedule(static) if (parallel)
        for (int r = 0; r < table.rows; ++r)
            y[r] = dotProduct(values + std::size_t(r) * std::size_t(table.columns), x, table.columns);
    });
}

/// Row by row of the table, which is much larger than the vectors: each is read from memory once.
void applyRowsAlone(const VectorTable& table, const float* x, int count, float* y) {
    const auto columns = std::size_t(table.columns);
    withType(table.values.precision, [&](auto type) {
        const auto* values = table.values.as<decltype(type)>();
        for (int r = 0; r < table.rows; ++r)
            for (int c = 0; c < count; ++c)
                y[std::size_t(c) * std::size_t(table.rows) + std::size_t(r)] =
                    dotProduct(values + std::size_t(r) * columns, x + std::size_t(c) * columns, table.columns);
    });
}

} // namespace mayfly
