#include "engine/forward/attention.h"

#include "engine/forward/lanes.h"
#include "engine/forward/trace_block.h"

#include <Eigen/Core>

#include <algorithm>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;
static_assert(rows == 2 * laneCount);

// A fixed size, so that each score meets the same instructions wherever the row begins and ends.
using Piece = Eigen::Map<Eigen::Array<float, laneCount, 1>>;

int blockStart(int key) { return key / rows * rows; }

} // namespace

int paddedRow(int count) { return (count + rows - 1) / rows * rows; }

void rowDots(const float* query, Tiles keys, int d, KeyRange range, float* out) {
    for (int first = blockStart(range.first); first < range.end; first += rows) {
        const float* key = keys[std::size_t(first / rows)];
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

RowSums exponentiate(float* dots, KeyRange range, const ScoreRule& rule) {
    const int begin = blockStart(range.first);
    const int end = paddedRow(range.end);
    if (range.first >= range.end) {
        if (begin < end) std::fill(dots + begin, dots + end, 0.0F);
        return {};
    }
    for (int at = begin; at < end; at += laneCount) {
        Piece piece(dots + at);
        piece *= rule.scale;
        if (rule.cap > 0) piece = rule.cap * (piece / rule.cap).tanh();
    }
    const float peak = Eigen::Map<const Eigen::ArrayXf>(dots + range.first, range.end - range.first).maxCoeff();
    Lanes total = {};
    for (int at = begin; at < end; at += laneCount) {
        Piece piece(dots + at);
        piece = (piece - peak).exp();
        for (int i = 0; i < laneCount && at + i < range.first; ++i) piece[i] = 0;
        for (int i = std::max(range.end - at, 0); i < laneCount; ++i) piece[i] = 0;
        total += load(dots + at);
    }
    return {peak, sum(total)};
}

void weightedSum(const float* exponentials, float sum, Tiles values, int d, KeyRange range, float* out) {
    std::fill(out, out + d, 0.0F);
    for (int j = range.first; j < range.end; ++j) {
        const float* value = values[std::size_t(j / rows)] + std::size_t(j % rows) * std::size_t(d);
        const float factor = exponentials[j];
        for (int x = 0; x < d; ++x) out[x] += factor * value[x];
    }
    const float inverse = 1.0F / sum;
    for (int x = 0; x < d; ++x) out[x] *= inverse;
}

} // namespace mayfly
