#include "engine/forward/attention.h"

#include "engine/forward/lanes.h"
#include "engine/forward/trace_block.h"

#include <Eigen/Core>

#include <algorithm>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;
static_assert(rows == 2 * laneCount);

} // namespace

int paddedRow(int count) { return (count + rows - 1) / rows * rows; }

void rowDots(const float* query, Tiles keys, int d, int count, float* out) {
    for (int first = 0, b = 0; first < count; first += rows, ++b) {
        const float* key = keys[std::size_t(b)];
        Lanes low = {};
        Lanes high = {};
        for (int x = 0; x < d; ++x, key += rows) {
            low += query[x] * load(key);
            high += query[x] * load(key + laneCount);
        }
        store(out + first, low);
        store(out + first + laneCount, high);
    }
}

RowSums exponentiate(float* dots, int count, float scale) {
    const int padded = paddedRow(count);
    Eigen::Map<Eigen::ArrayXf> seen(dots, count);
    seen *= scale;
    const float peak = seen.maxCoeff();
    std::fill(dots + count, dots + padded, peak);
    Lanes total = {};
    for (int first = 0; first < padded; first += laneCount) {
        // A fixed size, so that each score meets the same instructions wherever the row ends.
        Eigen::Map<Eigen::Array<float, laneCount, 1>> piece(dots + first);
        piece = (piece - peak).exp();
        for (int i = std::max(count - first, 0); i < laneCount; ++i) piece[i] = 0;
        total += load(dots + first);
    }
    return {peak, sum(total)};
}

void weightedSum(const float* exponentials, float sum, Tiles values, int d, int count, float* out) {
    std::fill(out, out + d, 0.0F);
    for (int j = 0; j < count; ++j) {
        const float* value = values[std::size_t(j / rows)] + std::size_t(j % rows) * std::size_t(d);
        const float factor = exponentials[j];
        for (int x = 0; x < d; ++x) out[x] += factor * value[x];
    }
    const float inverse = 1.0F / sum;
    for (int x = 0; x < d; ++x) out[x] *= inverse;
}

} // namespace mayfly
